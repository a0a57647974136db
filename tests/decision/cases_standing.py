"""
Hold conformance cases 24 to 36: protection, death, crisis, erasure, paper.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from service.decision.case import Case
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId
from service.decision.people import Dossier
from service.decision.photos import Depiction, Picture
from service.decision.terms import (
    ActKind,
    Category,
    HoldKind,
    Method,
    ProtectionKind,
    Purpose,
)
from service.decision.verdict import Code
from tests.decision.build import (
    make_act,
    make_authority,
    make_case,
    make_hold,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_protection,
    make_yes,
    on_paper,
)
from tests.decision.cast import AT, BORN_8_YEARS_AGO, CLOSED, FB, TODAY, UNIT
from tests.decision.conformance_case import ConformanceCase, Question, asks, denies, publishes


def adult(*acts: ConsentAct, category: Category = Category.BENEFICIARY) -> Case:
    """
    Show one adult who answers alone.
    """
    return make_case(Dossier(make_person("anna", category=category), acts=acts))


def judgment_ended() -> Question:
    """
    Let the only authority over a child have ended yesterday.
    """
    ended = TODAY - timedelta(days=1)
    mother = replace(make_authority("tom", "mother"), sole=True, until_on=ended)
    tom = make_person("tom", BORN_8_YEARS_AGO)
    return make_case(Dossier(tom, authorities=(mother,), acts=(make_yes("tom", "mother"),))), FB, AT


def protected(kind: ProtectionKind, by: str, *acts: ConsentAct, image: bool = True) -> Question:
    """
    Show an adult under an order, with somebody who assists or represents.
    """
    dossier = Dossier(
        make_person("anna", jurisdiction="FR"),
        authorities=(make_authority("anna", by),),
        protections=(make_protection(kind, covers_image=image),),
        acts=acts,
    )
    return make_case(dossier), FB, AT


def disability_page() -> Question:
    """
    Publish on the page of a unit whose name says why people are there.
    """
    case = adult(make_yes("anna", "anna", CLOSED))
    return replace(case, house=replace(case.house, special_units=frozenset({UNIT}))), CLOSED, AT


def contract_clause() -> Question:
    """
    Show an employee whose yes stands in the contract only.
    """
    clause = replace(make_yes("anna", "anna"), method=Method.CONTRACT_CLAUSE)
    return adult(clause, category=Category.EMPLOYEE), FB, AT


def mayor(*, in_function: bool) -> Question:
    """
    Show the mayor, who was never asked.
    """
    case = replace(adult(category=Category.PUBLIC_OFFICIAL), purpose=Purpose.INFORMATION)
    shown = Depiction(make_person("anna").id, in_function=in_function)
    photo = replace(make_photo(), depictions=(shown,))
    return replace(case, pictures=(make_picture(photo),)), FB, AT


def dead(jurisdiction: str) -> Question:
    """
    Show somebody who died twelve years ago, with a daughter who was never asked.
    """
    anna = make_person("anna", date(1930, 5, 4), jurisdiction=jurisdiction)
    gone = replace(anna, died_on=date(2014, 3, 1))
    return make_case(Dossier(gone, authorities=(make_authority("anna", "daughter"),))), FB, AT


def crisis(channel_id: ChannelId) -> Question:
    """
    Switch the crisis on while everybody agreed.
    """
    case = adult(make_yes("anna", "anna", FB, CLOSED))
    return replace(case, holds=(make_hold(HoldKind.CRISIS),)), channel_id, AT


def erased() -> Question:
    """
    Show somebody whose record was erased.
    """
    anna = replace(make_person("anna", born_on=None), erased=True)
    return make_case(Dossier(anna)), FB, AT


def nothing_could_be_read() -> Question:
    """
    Ask while no record of the person shown could be gathered.
    """
    return replace(adult(make_yes("anna", "anna")), dossiers={}), FB, AT


def registered_elsewhere() -> Question:
    """
    Ask about a photo that only another organisation has registered.
    """
    return replace(adult(make_yes("anna", "anna")), pictures=(Picture(),)), FB, AT


PAPER_DAY = date(2026, 2, 2)
BETWEEN = datetime(2026, 2, 5, 9, 0, tzinfo=UTC)
CAPTURED_AT = datetime(2026, 2, 10, 9, 0, tzinfo=UTC)


def paper(kind: ActKind, at: datetime) -> Question:
    """
    Ask for *at* about a form signed on 2 February and captured on the 10th.

    A yes of last September stands before a refusal, nothing before a yes.
    """
    form = on_paper(make_act(kind, "anna", "anna"), PAPER_DAY, CAPTURED_AT)
    before = () if form.is_yes else (make_yes("anna", "anna"),)
    return adult(*before, form), FB, at


ASSISTED = (ProtectionKind.ASSISTANCE, "assistant")
REPRESENTED = (ProtectionKind.REPRESENTATION, "representative")
OWN_YES = make_yes("anna", "anna")
OWN_NO = make_no("anna", "anna")
GUARDIAN_YES = make_yes("anna", "representative")
NO_HOLDER_LEFT = frozenset({Code.NEVER_ASKED, Code.AWAITING_OTHER_SIGNER})
NO_YES = frozenset({Code.NEVER_ASKED, Code.CHANNEL_NOT_COVERED})
ASSISTANT_MISSING = frozenset({Code.AWAITING_OTHER_SIGNER, Code.PROTECTED_ADULT_CHECK})

STANDING_CASES: tuple[ConformanceCase, ...] = (
    asks(24, "ended yesterday", judgment_ended, Code.AUTHORITY_ENDED, besides=NO_HOLDER_LEFT),
    asks(
        25,
        "only the subject signed",
        lambda: protected(*ASSISTED, OWN_YES),
        besides=ASSISTANT_MISSING,
    ),
    denies(
        26,
        "the resident says no",
        lambda: protected(*REPRESENTED, GUARDIAN_YES, OWN_NO),
        Code.REFUSED,
        besides=frozenset({Code.SIGNERS_DISAGREE}),
    ),
    publishes(27, "goods only", lambda: protected(*REPRESENTED, OWN_YES, image=False)),
    asks(28, "general consent", disability_page, Code.SPECIAL_CATEGORY_EXPLICIT),
    asks(29, "contract clause only", contract_clause, besides=NO_YES),
    publishes(30, "in function", lambda: mayor(in_function=True)),
    asks(30, "in a private moment", lambda: mayor(in_function=False), Code.NEVER_ASKED),
    asks(
        31,
        "Belgium: the relatives",
        lambda: dead("BE"),
        Code.DECEASED_RELATIVES,
        besides=frozenset({Code.NEVER_ASKED}),
    ),
    publishes(31, "Germany: nobody", lambda: dead("DE")),
    publishes(31, "Netherlands, commissioned: nobody", lambda: dead("NL")),
    denies(32, "public page", lambda: crisis(FB), Code.CRISIS),
    denies(32, "closed group", lambda: crisis(CLOSED), Code.CRISIS),
    asks(33, "records unavailable", nothing_could_be_read, Code.UNKNOWN_PERSON),
    asks(34, "erased", erased, Code.UNKNOWN_PERSON),
    asks(35, "registered elsewhere only", registered_elsewhere, Code.IMAGE_NOT_REGISTERED),
    asks(36, "yes, before its capture", lambda: paper(ActKind.GIVEN, BETWEEN), besides=NO_YES),
    publishes(36, "yes, from its capture on", lambda: paper(ActKind.GIVEN, CAPTURED_AT)),
    denies(36, "no, before its capture", lambda: paper(ActKind.REFUSED, BETWEEN), Code.REFUSED),
    denies(36, "no, after its capture", lambda: paper(ActKind.REFUSED, AT), Code.REFUSED),
)
