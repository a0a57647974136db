"""
Tell what was answered about children and young people.
"""

from datetime import date

from cli.demo.answers.answer import EVERYWHERE_ASKED, IMAGE_AND_NAME, Answer
from cli.demo.dates import days
from service.decision.terms import ActKind, Capacity, Matter, Method

PARENT, SELF = Capacity.PARENT, Capacity.SELF
GIVEN, REFUSED = ActKind.GIVEN, ActKind.REFUSED
CLOSED = ("facebook-colibris", "facebook-passerelle", "facebook-atelier", "intranet")


def last_march(today: date) -> date:
    """
    Give the latest third of March that is over.
    """
    third = date(today.year, 3, 3)
    return third if third < today else date(today.year - 1, 3, 3)


def _yes(person: str, signatory: str, capacity: Capacity, signed_on: date, why: str) -> Answer:
    return Answer(person, signatory, capacity, GIVEN, signed_on, why, EVERYWHERE_ASKED)


def minor_answers(today: date) -> tuple[Answer, ...]:
    """
    Give the answers about minors, and those who were minors last week.
    """
    return (*_colibris(today), *_placed(today), *_passerelle(today))


def _colibris(today: date) -> tuple[Answer, ...]:
    long_ago, march = days(today, 250), last_march(today)
    ran_out = days(today, 10)
    return (
        Answer(
            "emma-peeters",
            "anneke-peeters",
            PARENT,
            GIVEN,
            days(today, 30),
            "yes to every channel of the new form, name included",
            EVERYWHERE_ASKED,
            matters=IMAGE_AND_NAME,
            explicit=True,
            version=2,
            language="nl",
        ),
        Answer(
            "emma-peeters",
            "jan-peeters",
            PARENT,
            GIVEN,
            days(today, 28),
            "the same as the mother",
            EVERYWHERE_ASKED,
            matters=IMAGE_AND_NAME,
            explicit=True,
            version=2,
            language="nl",
        ),
        Answer(
            "lucas-moreau",
            "claire-moreau",
            PARENT,
            GIVEN,
            long_ago,
            "mother: yes to all; the father was asked and never answered",
            EVERYWHERE_ASKED,
            method=Method.PAPER,
        ),
        Answer(
            "lucas-moreau",
            "david-moreau",
            PARENT,
            ActKind.REQUESTED,
            long_ago,
            "asked by letter, silent since",
            EVERYWHERE_ASKED,
        ),
        _yes("noah-janssens", "laure-janssens", PARENT, days(today, 420), "mother: yes"),
        Answer(
            "noah-janssens",
            "marc-janssens",
            PARENT,
            REFUSED,
            march,
            "father: no, nowhere",
            everywhere=True,
            matters=frozenset(Matter),
            method=Method.EMAIL,
        ),
        Answer(
            "noah-janssens",
            "laure-janssens",
            PARENT,
            ActKind.RENEWED,
            days(today, 20),
            "mother: yes again; it does not lift the father's no",
            EVERYWHERE_ASKED,
            version=2,
        ),
        _yes("mila-van-damme", "eline-van-damme", PARENT, long_ago, "mother: yes"),
        _yes("mila-van-damme", "koen-van-damme", PARENT, long_ago, "father: yes"),
        Answer(
            "mila-van-damme",
            "mila-van-damme",
            SELF,
            REFUSED,
            days(today, 50),
            "she told her educator that she does not want to",
            everywhere=True,
            matters=frozenset(Matter),
            method=Method.ORAL_WITNESSED,
        ),
        _yes("ines-benali", "samira-benali", PARENT, long_ago, "decides alone: yes"),
        _yes("zoe-lambert", "aline-lambert", PARENT, days(today, 55), "mother: yes"),
        _yes("zoe-lambert", "joel-lambert", PARENT, days(today, 55), "father: yes"),
        _yes("zoe-lambert", "zoe-lambert", SELF, days(today, 54), "on her own line: yes"),
        *(
            Answer(
                "elliot-simon",
                parent,
                PARENT,
                GIVEN,
                days(today, 375),
                "yes for one year, which is over",
                EVERYWHERE_ASKED,
                language="de",
                expires_on=ran_out,
            )
            for parent in ("petra-simon", "uwe-simon")
        ),
        _yes("rosalie-thys", "valerie-thys", PARENT, days(today, 90), "mother: yes"),
        _yes("rosalie-thys", "eric-collard", PARENT, days(today, 90), "of unproven authority"),
    )


def _placed(today: date) -> tuple[Answer, ...]:
    return (
        _yes(
            "yanis-diallo",
            "service-enfance",
            Capacity.INSTITUTION,
            days(today, 220),
            "the authority in charge: yes",
        ),
        _yes(
            "alix-renard",
            "helene-renard",
            PARENT,
            days(today, 280),
            "the mother had said yes before; the hold overrides it",
        ),
        _yes(
            "theo-garnier",
            "brigitte-garnier",
            Capacity.GUARDIAN,
            days(today, 300),
            "the guardian of then: yes",
        ),
    )


def _passerelle(today: date) -> tuple[Answer, ...]:
    long_ago = days(today, 300)
    return (
        _yes("adem-yilmaz", "elif-yilmaz", PARENT, long_ago, "mother: yes"),
        _yes("adem-yilmaz", "murat-yilmaz", PARENT, long_ago, "father: yes"),
        _yes("lea-dubois", "sophie-dubois", PARENT, long_ago, "mother: yes, while it counted"),
        _yes("lea-dubois", "alain-dubois", PARENT, long_ago, "father: yes, while it counted"),
        Answer(
            "lea-dubois",
            "lea-dubois",
            SELF,
            ActKind.REQUESTED,
            days(today, 3),
            "asked three days ago, has not answered yet",
            EVERYWHERE_ASKED,
            version=2,
        ),
        _yes("hugo-laurent", "martine-laurent", PARENT, long_ago, "mother: yes"),
        _yes("hugo-laurent", "paul-laurent", PARENT, long_ago, "father: yes"),
        Answer(
            "hugo-laurent",
            "hugo-laurent",
            SELF,
            GIVEN,
            days(today, 45),
            "he himself: yes; it goes on when he is eighteen",
            EVERYWHERE_ASKED,
            version=2,
        ),
        Answer(
            "jade-okafor",
            "jade-okafor",
            SELF,
            GIVEN,
            days(today, 50),
            "emancipated: yes",
            EVERYWHERE_ASKED,
            version=2,
        ),
        Answer(
            "sanne-de-vries",
            "sanne-de-vries",
            SELF,
            GIVEN,
            days(today, 40),
            "her own yes, for closed groups and the website",
            (*CLOSED, "website"),
            version=2,
            language="nl",
        ),
        Answer(
            "amina-haddad",
            "amina-haddad",
            SELF,
            GIVEN,
            days(today, 70),
            "her own yes, of unknown age",
            EVERYWHERE_ASKED,
        ),
    )
