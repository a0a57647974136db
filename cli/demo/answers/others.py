"""
Tell what team, volunteers, partners and clients answered.
"""

from datetime import date

from cli.demo.answers.answer import EVERYWHERE_ASKED, Answer
from cli.demo.dates import days
from cli.demo.forms.editions import CIRCLE
from service.decision.terms import ActKind, Capacity, Method

SELF, GIVEN = Capacity.SELF, ActKind.GIVEN


def other_answers(today: date) -> tuple[Answer, ...]:
    """
    Give the answers of everybody who is no beneficiary; each speaks alone.
    """

    def said(
        who: str,
        kind: ActKind,
        ago: int,
        why: str,
        *channels: str,
        method: Method = Method.WEB,
        version: int = 1,
        lasts: int | None = None,
    ) -> Answer:
        return Answer(
            who,
            who,
            SELF,
            kind,
            days(today, ago),
            why,
            channels or EVERYWHERE_ASKED,
            form=CIRCLE,
            method=method,
            version=version,
            expires_on=None if lasts is None else days(today, -lasts),
        )

    return (
        said("isabelle-fontaine", GIVEN, 500, "yes, on a form apart from the contract"),
        said("nora-lemaire", GIVEN, 500, "yes, on a form apart from the contract"),
        said("pieter-claes", GIVEN, 450, "yes, on a form apart from the contract"),
        said("julie-lemmens", ActKind.DEFERRED, 58, "not now", version=2),
        said("kwame-asante", GIVEN, 55, "yes for a year and more", version=2, lasts=365),
        said(
            "sarah-nguyen",
            GIVEN,
            600,
            "a clause of the employment contract, nothing else",
            method=Method.CONTRACT_CLAUSE,
        ),
        said("dimitri-vos", GIVEN, 700, "yes, while he worked here"),
        said(
            "maud-leroy",
            GIVEN,
            100,
            "yes to the public pages",
            "facebook-page",
            "website",
            "facebook-colibris",
        ),
        said(
            "maud-leroy",
            ActKind.WITHDRAWN,
            6,
            "took it back, without a reason",
            "facebook-page",
            "website",
            "facebook-colibris",
        ),
        said(
            "karim-saidi",
            GIVEN,
            25,
            "yes for the opening",
            "facebook-page",
            "website",
            "journal",
            "leaflet",
            "newsletter",
            version=2,
        ),
        said(
            "bart-wouters",
            GIVEN,
            200,
            "yes to website and newsletter, before it had new readers",
            "website",
            "newsletter",
        ),
    )
