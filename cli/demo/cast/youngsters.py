"""
Introduce the young people of La Passerelle.
"""

from datetime import date

from cli.demo.cast.relations import parents
from cli.demo.cast.values import Member, Stay
from cli.demo.dates import birthday, days
from service.decision.terms import Category


def youngsters(today: date) -> tuple[Member, ...]:
    """
    Give the young people of La Passerelle.
    """
    stay = (Stay("passerelle", days(today, 500)),)
    young = Category.BENEFICIARY
    return (
        Member(
            "adem-yilmaz",
            "Adem",
            "Yilmaz",
            young,
            ("M2",),
            "fifteen: his parents said yes, he has not been asked",
            birthday(today, 15),
            stays=stay,
            aliases=("Adem Y.",),
            says=parents("elif-yilmaz", "murat-yilmaz"),
        ),
        Member(
            "lea-dubois",
            "Léa",
            "Dubois",
            young,
            ("A6",),
            "turned eighteen last week: what her parents said is over, ask her",
            birthday(today, 18, 7),
            stays=stay,
            email="lea.dubois@courriel.example",
            says=parents("sophie-dubois", "alain-dubois"),
        ),
        Member(
            "hugo-laurent",
            "Hugo",
            "Laurent",
            young,
            ("M2",),
            "turns eighteen in twenty days: everybody said yes, he himself included",
            birthday(today, 18, -20),
            stays=stay,
            email="hugo.laurent@courriel.example",
            says=parents("martine-laurent", "paul-laurent"),
        ),
        Member(
            "jade-okafor",
            "Jade",
            "Okafor",
            young,
            ("M6", "A1"),
            "seventeen and emancipated: decides alone, and said yes",
            birthday(today, 17, 120),
            stays=stay,
            emancipated_from=days(today, 100),
            email="jade.okafor@courriel.example",
        ),
        Member(
            "sanne-de-vries",
            "Sanne",
            "de Vries",
            young,
            ("M3",),
            "sixteen and living in the Netherlands, where her own yes is enough",
            birthday(today, 16, 60),
            stays=stay,
            jurisdiction="NL",
            language="nl",
            email="sanne.de.vries@courriel.example",
            says=parents("wim-de-vries"),
        ),
        Member(
            "amina-haddad",
            "Amina",
            "Haddad",
            young,
            ("M1", "M2"),
            "nobody knows her birth date: treated as a minor, her own yes is not enough",
            stays=stay,
            says=parents("nadia-haddad"),
        ),
    )
