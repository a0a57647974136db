"""
Hold conformance cases 1 to 14: who must say yes, and whose no wins.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from service.decision.case import Case, Policy
from service.decision.consents import ConsentAct, FormVersion
from service.decision.ids import ChannelId, FormVersionId, TemplateId
from service.decision.people import Dossier, Person
from service.decision.terms import HolderRule
from service.decision.verdict import Code
from tests.decision.build import (
    for_group,
    make_authority,
    make_case,
    make_family,
    make_no,
    make_person,
    make_yes,
)
from tests.decision.cast import (
    AT,
    BORN_8_YEARS_AGO,
    BORN_10_YEARS_AGO,
    BORN_15_YEARS_AGO,
    BORN_18_YEARS_AGO,
    BRUSSELS,
    CLOSED,
    FB,
    SIGNED_AT,
    TIKTOK,
    WEB,
)
from tests.decision.conformance_case import ConformanceCase, Question, asks, denies, publishes

LATER = SIGNED_AT + timedelta(days=30)
FORM_1 = FormVersion(FormVersionId("form.1"), TemplateId("form"), 1, SIGNED_AT, material=True)
FORM_2 = FormVersion(
    FormVersionId("form.2"),
    TemplateId("form"),
    2,
    LATER,
    material=True,
    changed_channel_ids=frozenset({TIKTOK}),
)
ONE = Policy(holders_public=HolderRule.ONE_UNLESS_OPPOSED)
ALL = Policy(holders_public=HolderRule.ALL_HOLDERS)


def adult(*acts: ConsentAct) -> Case:
    """
    Show one adult who answers alone.
    """
    return make_case(Dossier(make_person("anna"), acts=acts))


def adult_and_tiktok(act: ConsentAct) -> Question:
    """
    Answer form 1 for all social networks; form 2 adds one.
    """
    answered = replace(for_group(act), form_version_id=FORM_1.id)
    case = replace(adult(answered), form_versions={FORM_1.id: FORM_1, FORM_2.id: FORM_2})
    return case, TIKTOK, AT


def child(
    *acts: ConsentAct,
    born_on: date = BORN_8_YEARS_AGO,
    policy: Policy = ONE,
    channel_id: ChannelId = FB,
) -> Question:
    """
    Show Tom, a child with a mother and a father.
    """
    return make_case(make_family(make_person("tom", born_on), *acts), policy=policy), channel_id, AT


MOTHER_YES = make_yes("tom", "mother")
FATHER_YES = make_yes("tom", "father")
CHILD_YES = make_yes("tom", "tom")
FATHER_NO_LATER = make_no("tom", "father", signed_at=LATER)
FATHER_NO_BEFORE = make_no("tom", "father", signed_at=SIGNED_AT - timedelta(days=1))


def tomorrow_of_age(*acts: ConsentAct, policy: Policy | None = None) -> Question:
    """
    Ask one day before the eighteenth birthday about a post two days later.
    """
    tom = make_person("tom", date(2008, 3, 3))
    return make_case(make_family(tom, *acts), policy=policy), FB, AT + timedelta(days=2)


def leap_day(day: date, *acts: ConsentAct) -> Question:
    """
    Ask about somebody born on 29 February 2008 at noon of *day*.
    """
    at = datetime(day.year, day.month, day.day, 12, tzinfo=BRUSSELS).astimezone(UTC)
    case = make_case(make_family(make_person("tom", date(2008, 2, 29)), *acts))
    return replace(case, known_at=at), FB, at


def one_known_holder(person: Person, channel_id: ChannelId, *, sole: bool) -> Question:
    """
    Let the mother say yes and know of nobody else.
    """
    mother = replace(make_authority(person.id, "mother"), sole=sole)
    yes = make_yes(person.id, "mother", FB, CLOSED)
    return make_case(Dossier(person, authorities=(mother,), acts=(yes,))), channel_id, AT


LAST_DAY = date(2026, 2, 28)
FIRST_DAY = date(2026, 3, 1)
SOLE_28_02 = make_yes("tom", "tom", signed_at=datetime(2026, 2, 28, 8, tzinfo=UTC))
SOLE_01_03 = make_yes("tom", "tom", signed_at=datetime(2026, 3, 1, 8, tzinfo=UTC))
FRENCH = make_person("tom", BORN_8_YEARS_AGO, jurisdiction="FR")
COLUMBIAN = make_person("tom", BORN_18_YEARS_AGO, jurisdiction="CA-BC")
OF_AGE = frozenset({Code.CAME_OF_AGE})
CONFLICT = frozenset({Code.REFUSED, Code.SIGNERS_DISAGREE})
NEW_CHANNEL = frozenset({Code.NEVER_ASKED, Code.CHANNEL_NOT_COVERED, Code.FORM_SUPERSEDED})

SIGNER_CASES: tuple[ConformanceCase, ...] = (
    publishes(
        1, "the page the adult said yes to", lambda: (adult(make_yes("anna", "anna")), FB, AT)
    ),
    asks(
        1,
        "a page never asked about",
        lambda: (adult(make_yes("anna", "anna")), WEB, AT),
        Code.NEVER_ASKED,
    ),
    asks(
        2,
        "yes to all social",
        lambda: adult_and_tiktok(make_yes("anna", "anna", FB, CLOSED)),
        besides=NEW_CHANNEL,
    ),
    denies(
        3,
        "no to all social",
        lambda: adult_and_tiktok(make_no("anna", "anna", FB, CLOSED)),
        Code.REFUSED,
    ),
    publishes(4, "one unless opposed", lambda: child(MOTHER_YES)),
    asks(4, "all holders", lambda: child(MOTHER_YES, policy=ALL), Code.AWAITING_OTHER_SIGNER),
    denies(5, "one unless opposed", lambda: child(MOTHER_YES, FATHER_NO_LATER), besides=CONFLICT),
    denies(
        5, "all holders", lambda: child(MOTHER_YES, FATHER_NO_LATER, policy=ALL), besides=CONFLICT
    ),
    denies(
        6,
        "the mother's yes comes later",
        lambda: child(FATHER_NO_BEFORE, MOTHER_YES),
        besides=CONFLICT,
    ),
    publishes(7, "the father himself", lambda: child(FATHER_NO_BEFORE, FATHER_YES, MOTHER_YES)),
    asks(
        8,
        "the child has not answered",
        lambda: child(MOTHER_YES, FATHER_YES, born_on=BORN_15_YEARS_AGO),
        Code.CHILD_MUST_CONFIRM,
    ),
    denies(
        9,
        "the child says no",
        lambda: child(MOTHER_YES, FATHER_YES, make_no("tom", "tom"), born_on=BORN_10_YEARS_AGO),
        besides=CONFLICT,
    ),
    asks(10, "parents only", lambda: tomorrow_of_age(MOTHER_YES, FATHER_YES), Code.CAME_OF_AGE),
    publishes(10, "parents and child", lambda: tomorrow_of_age(MOTHER_YES, FATHER_YES, CHILD_YES)),
    asks(
        10,
        "parents and child, strict house",
        lambda: tomorrow_of_age(
            MOTHER_YES, FATHER_YES, CHILD_YES, policy=Policy(own_act_survives_majority=False)
        ),
        Code.CAME_OF_AGE,
    ),
    asks(
        11,
        "parents, 28 February",
        lambda: leap_day(LAST_DAY, MOTHER_YES, FATHER_YES),
        besides=OF_AGE | {Code.CHILD_MUST_CONFIRM},
    ),
    asks(
        11,
        "parents and child, 28 February",
        lambda: leap_day(LAST_DAY, MOTHER_YES, FATHER_YES, CHILD_YES),
        besides=OF_AGE | {Code.AWAITING_OTHER_SIGNER, Code.CHILD_MUST_CONFIRM},
    ),
    asks(
        11,
        "own yes alone, 28 February",
        lambda: leap_day(LAST_DAY, SOLE_28_02),
        besides=OF_AGE | {Code.AWAITING_OTHER_SIGNER, Code.CHILD_MUST_CONFIRM},
    ),
    asks(
        11,
        "parents, 1 March",
        lambda: leap_day(FIRST_DAY, MOTHER_YES, FATHER_YES),
        Code.CAME_OF_AGE,
    ),
    publishes(11, "own yes alone, 1 March", lambda: leap_day(FIRST_DAY, SOLE_01_03)),
    publishes(
        12,
        "still a minor there",
        lambda: (
            make_case(make_family(COLUMBIAN, MOTHER_YES, FATHER_YES)),
            FB,
            AT,
        ),
    ),
    asks(
        13,
        "public page",
        lambda: one_known_holder(FRENCH, FB, sole=False),
        Code.AWAITING_OTHER_SIGNER,
    ),
    asks(
        13,
        "closed group",
        lambda: one_known_holder(FRENCH, CLOSED, sole=False),
        Code.AWAITING_OTHER_SIGNER,
    ),
    publishes(14, "sole authority by a judgment", lambda: one_known_holder(FRENCH, FB, sole=True)),
)
