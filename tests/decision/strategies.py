"""
Draw people, answers and questions.

Few draws make many cases: answers and people come from tables that are built
once, so that a thousand examples take a second or two.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product

from hypothesis import strategies as st

from service.decision.case import Case, House, Policy, Use
from service.decision.consents import ConsentAct, FormVersion
from service.decision.holds import Hold
from service.decision.ids import ActId, ChannelId, FormVersionId, PersonId, TemplateId
from service.decision.naming import Mention
from service.decision.people import Dossier
from service.decision.photos import Picture, Resemblance
from service.decision.terms import (
    ActKind,
    HolderRule,
    HoldKind,
    MatchClass,
    Matter,
    Method,
    Purpose,
)
from tests.decision.archetypes import SIGNATORIES, adults, clear, dead, minors
from tests.decision.build import (
    for_group,
    invalidate,
    make_act,
    make_case,
    make_hold,
    make_mention,
    make_photo,
    make_picture,
)
from tests.decision.cast import AT, CLOSED, FB, SIGNED_AT, WEB
from tests.decision.lots import Lots, chosen

SAM, KIM, LOU = PersonId("sam"), PersonId("kim"), PersonId("lou")
DAYS = (0, 0, 40, 90)
"""Some answers come at the same instant."""

FORM = FormVersion(FormVersionId("form.1"), TemplateId("form"), 1, SIGNED_AT, material=False)
NEXT = FormVersion(
    FormVersionId("form.2"), TemplateId("form"), 2, SIGNED_AT + timedelta(days=60), material=True
)
FORMS = {FORM.id: FORM, NEXT.id: NEXT}


def yes_kinds(act: ConsentAct) -> tuple[ConsentAct, ...]:
    """
    Give the ways in which a yes may be less than a yes.
    """
    due = date(2026, 2, 1)
    return (
        act,
        act,
        replace(act, expires_on=date(2026, 3, 10)),
        replace(act, form_version_id=FORM.id),
        replace(act, purposes=frozenset({Purpose.TEACHING})),
        replace(act, method=Method.PAPER, evidence_due_on=due),
        replace(act, method=Method.CONTRACT_CLAUSE),
        replace(act, recorded_at=act.recorded_at + timedelta(days=100)),
    )


def numbered(act: ConsentAct, number: int) -> ConsentAct:
    """
    Give an act of the table an id of its own.
    """
    return replace(act, id=ActId(f"{act.person_id}:{number}"))


def scoped(act: ConsentAct) -> tuple[ConsentAct, ...]:
    """
    Let an act speak of one page, of two, of a group or, if a no, of everything.
    """
    both = replace(act, channel_ids=frozenset({FB, CLOSED}))
    wide = (replace(act, channel_ids=frozenset(), everywhere=True),) if act.is_no else ()
    return (act, both, for_group(both), *wide)


def answers_of(name: str, by: str) -> list[ConsentAct]:
    """
    List what one signatory may ever answer about somebody.
    """
    kinds = (ActKind.GIVEN, ActKind.REFUSED, ActKind.WITHDRAWN, ActKind.DEFERRED)
    matters = (frozenset({Matter.IMAGE}), frozenset(Matter))
    found: list[ConsentAct] = []
    for kind, day, about in product(kinds, DAYS, matters):
        act = make_act(kind, name, by, signed_at=SIGNED_AT + timedelta(days=day))
        for wide in scoped(replace(act, matters=about)):
            found.extend(yes_kinds(wide) if wide.is_yes else (wide,))
    return [numbered(act, index) for index, act in enumerate(found)]


def table_of(name: str) -> dict[str, list[ConsentAct]]:
    """
    List what each may answer about somebody, by who answers.
    """
    table = {by: answers_of(name, by) for by in (name, *SIGNATORIES)}
    return {
        by: [replace(act, id=ActId(f"{by}:{act.id}")) for act in acts] for by, acts in table.items()
    }


ANSWERS = {name: table_of(name) for name in (SAM, KIM, LOU)}
EVERY_ANSWER = {name: [a for acts in ANSWERS[name].values() for a in acts] for name in ANSWERS}
LIVING = {name: [*minors(name), *adults(name)] for name in ANSWERS}
PEOPLE = {
    name: [
        either for one in [*LIVING[name], *dead(name)] for either in (one, clear(one), clear(one))
    ]
    for name in ANSWERS
}
SIMPLE = [clear(LIVING[KIM][0]), clear(adults(KIM)[0]), adults(KIM)[0], clear(LIVING[KIM][4])]

INSTANTS = [AT + timedelta(days=days) for days in (0, 0, 2, 9, 30, 200, 400, 1200, 3000)]
POLICIES = [
    Policy(),
    Policy(holders_public=HolderRule.ONE_UNLESS_OPPOSED),
    Policy(holders_closed=HolderRule.ALL_HOLDERS, own_act_survives_majority=False),
]
CHANNELS = [FB, FB, CLOSED, WEB]


def answers(name: PersonId, *by: str) -> st.SearchStrategy[ConsentAct]:
    """
    Draw one answer about somebody, of anybody or of those named.
    """
    chosen = [act for one in by for act in ANSWERS[name][one]]
    return st.sampled_from(chosen or EVERY_ANSWER[name])


def refusals(name: PersonId) -> st.SearchStrategy[ConsentAct]:
    """
    Draw one no about somebody, of anybody.
    """
    return st.sampled_from([act for act in EVERY_ANSWER[name] if act.is_no])


def with_answers(dossier: Dossier, acts: list[ConsentAct], undone: int) -> Dossier:
    """
    Add answers to a dossier, and let the organisation undo one of them.
    """
    all_acts = (*dossier.acts, *acts)
    undo = tuple(
        invalidate(act, SIGNED_AT + timedelta(days=120)) for act in all_acts[undone : undone + 1]
    )
    return replace(dossier, acts=all_acts + undo)


def dossier_of(lots: Lots, name: PersonId, people: list[Dossier] | None = None) -> Dossier:
    """
    Choose somebody with a few answers; often everybody had said yes before.
    """
    acts = lots.some_of(EVERY_ANSWER[name], range(4))
    return with_answers(
        lots.one_of(people or PEOPLE[name]),
        list({act.id: act for act in acts}.values()),
        lots.one_of([9, 9, 9, 0, 1, 2]),
    )


def dossiers(name: PersonId = SAM) -> st.SearchStrategy[Dossier]:
    """
    Draw somebody with a few answers.
    """
    return chosen(lambda lots: dossier_of(lots, name), choices=6)


def of_house(case: Case, policy: Policy) -> Case:
    """
    Give the house of a case another policy.
    """
    house: House = replace(case.house, policy=policy)
    return replace(case, house=house, form_versions=FORMS)


def ask_about(dossier: Dossier, policy: Policy) -> Case:
    """
    Show one person in one registered photo.
    """
    return of_house(make_case(dossier), policy)


def cases(people: list[Dossier] | None = None) -> st.SearchStrategy[Case]:
    """
    Draw a question about a photo of Sam.
    """

    def case(lots: Lots) -> Case:
        return ask_about(dossier_of(lots, SAM, people), lots.one_of(POLICIES))

    return chosen(case, choices=7)


NEIGHBOURS = [
    Resemblance(make_photo(*shown, name=f"near-{index}"), match)
    for index, (shown, match) in enumerate(
        product(
            [(SAM,), (KIM,), (SAM, KIM), ("stranger",), ()],
            [MatchClass.ALTERED_COPY, MatchClass.SIMILAR],
        )
    )
]
PHOTOS: list[Picture] = [
    make_picture(make_photo(SAM)),
    make_picture(make_photo(SAM, KIM)),
    make_picture(make_photo(KIM), MatchClass.VERIFIED_COPY),
    make_picture(make_photo(SAM), MatchClass.SIMILAR),
    make_picture(make_photo()),
    Picture(),
    replace(
        make_picture(make_photo(KIM)),
        resemblances=(*make_picture(make_photo(KIM)).resemblances, NEIGHBOURS[1]),
    ),
]
USES = [Use(SAM, Matter.STORY), Use(KIM, Matter.TAG), Use(PersonId("stranger"), Matter.VOICE)]
MENTIONS = [make_mention(SAM), make_mention(KIM), make_mention(SAM, KIM), make_mention("stranger")]
HOLDS = [(), (), (), (make_hold(HoldKind.CRISIS),), (make_hold(HoldKind.RESTRICTION),)]


def post_about(sam: Dossier, kim: Dossier, policy: Policy, holds: tuple[Hold, ...]) -> Case:
    """
    Let a post concern two people, under some policy and holds.
    """
    return replace(of_house(make_case(sam, kim), policy), holds=holds)


def compose(case: Case, pictures: list[Picture], mentions: list[Mention], uses: list[Use]) -> Case:
    """
    Say what a post consists of.
    """
    return replace(case, pictures=tuple(pictures), mentions=tuple(mentions), uses=tuple(uses))


def post_of(lots: Lots) -> Case:
    """
    Choose a post with pictures, names and other uses of two people.

    Mostly of little, and of what is known: else hardly any may be published.
    """
    sam, kim = dossier_of(lots, SAM), lots.one_of(SIMPLE)
    return compose(
        post_about(sam, kim, lots.one_of(POLICIES), lots.one_of(HOLDS)),
        lots.some_of([*PHOTOS, *PHOTOS[:3]], (1, 1, 1, 2)),
        lots.some_of(MENTIONS, (0, 0, 0, 0, 1, 2)),
        lots.some_of(USES, (0, 0, 0, 1)),
    )


def posts() -> st.SearchStrategy[Case]:
    """
    Draw a post with pictures, names and other uses of two people.
    """
    return chosen(post_of, choices=17)


channels: st.SearchStrategy[ChannelId] = st.sampled_from(CHANNELS)
instants: st.SearchStrategy[datetime] = st.sampled_from(INSTANTS)
