"""
Say what the registry must answer about the demo's pictures, and why.

The tour of the demo and the test of its values both walk this table: if a rule or
an answer changes, the story changes with it or the test fails.
"""

from dataclasses import dataclass

from service.decision.terms import Answer, Purpose
from service.decision.verdict import Code


@dataclass(frozen=True, slots=True)
class Expectation:
    """
    What is answered when a scene is to appear on a channel today.
    """

    scene: str
    channel: str
    answer: Answer
    why: str
    codes: frozenset[Code] = frozenset()
    """Reasons that must be among those given."""
    purpose: Purpose | None = None
    """None: the one the picture was taken for."""


def _expect(
    scene: str,
    channel: str,
    answer: Answer,
    why: str,
    *codes: Code,
    purpose: Purpose | None = None,
) -> Expectation:
    return Expectation(scene, channel, answer, why, frozenset(codes), purpose)


YES, NO, ASK = Answer.PUBLISH, Answer.DO_NOT_PUBLISH, Answer.ASK

EXPECTATIONS: tuple[Expectation, ...] = (
    _expect(
        "jardin",
        "facebook-colibris",
        YES,
        "a closed group: one parent of Lucas suffices while nobody objects",
    ),
    _expect(
        "jardin",
        "facebook-page",
        ASK,
        "a public page: the father of Lucas has not answered",
        Code.AWAITING_OTHER_SIGNER,
    ),
    _expect(
        "plage",
        "facebook-colibris",
        NO,
        "Noah's father said no in March; the mother's later yes does not lift it",
        Code.REFUSED,
    ),
    _expect(
        "sport",
        "intranet",
        NO,
        "a child in hiding: never shown, and nobody is told why",
        Code.SAFEGUARDING,
        Code.CHILD_MUST_CONFIRM,
        Code.EXPIRED,
    ),
    _expect(
        "neige",
        "facebook-colibris",
        YES,
        "Théo is ambience in a closed circle, Yanis may appear in closed groups",
    ),
    _expect(
        "neige",
        "facebook-page",
        ASK,
        "Yanis is placed: every public channel asks; Théo's guardianship is over",
        Code.SAFEGUARDING,
        Code.AUTHORITY_ENDED,
    ),
    _expect(
        "atelier",
        "facebook-page",
        YES,
        "three adults, three ways to decide: alone, represented, goods protected only",
    ),
    _expect(
        "atelier",
        "page-atelier",
        ASK,
        "this page reveals a disability: only Camille agreed expressly",
        Code.SPECIAL_CATEGORY_EXPLICIT,
    ),
    _expect(
        "atelier",
        "tiktok",
        ASK,
        "TikTok came after the forms: an old yes does not cover it",
        Code.NEVER_ASKED,
    ),
    _expect(
        "cuisine",
        "facebook-atelier",
        NO,
        "Bernadette does not want to, whatever her administrator said",
        Code.REFUSED,
    ),
    _expect(
        "anniversaire",
        "facebook-passerelle",
        ASK,
        "Léa is eighteen since last week: her parents' yes is over",
        Code.CAME_OF_AGE,
    ),
    _expect("formation", "linkedin", YES, "four colleagues, a subject of competence"),
    _expect(
        "formation",
        "linkedin",
        NO,
        "LinkedIn is for competence and jobs, not for reports of the day",
        Code.PURPOSE_NOT_COVERED,
        purpose=Purpose.ACTIVITY_REPORT,
    ),
    _expect(
        "ruban",
        "journal",
        YES,
        "the mayor is in function, Roger is one among many, the others said yes",
    ),
    _expect(
        "bus",
        "facebook-atelier",
        ASK,
        "an assistant who has not signed, a lost capacity, a clause in a contract",
        Code.PROTECTED_ADULT_CHECK,
        Code.AWAITING_OTHER_SIGNER,
    ),
    _expect(
        "foire",
        "facebook-page",
        NO,
        "Maud took her yes back six days ago",
        Code.WITHDRAWN,
    ),
    _expect(
        "marche",
        "website",
        ASK,
        "the mayor on a private evening is a citizen like any other; and who is at the stall?",
        Code.NEVER_ASKED,
        Code.UNKNOWN_PERSON,
    ),
    _expect(
        "marche",
        "newsletter",
        ASK,
        "the newsletter has new readers since Bart said yes",
        Code.FORM_SUPERSEDED,
    ),
    _expect(
        "concert",
        "facebook-passerelle",
        ASK,
        "nobody knows how old Amina is: she counts as a minor",
    ),
    _expect(
        "fresque",
        "facebook-colibris",
        NO,
        "Mila, ten, said no herself although both parents said yes",
        Code.REFUSED,
    ),
    _expect(
        "archive",
        "leaflet",
        YES,
        "Marcel's children said yes; Sister Agnès died more than twenty years ago",
    ),
)
