"""
What to do next, with whom, and what a publication must respect.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.decision.case import Case
from service.decision.channels import Contact
from service.decision.consents import ConsentAct
from service.decision.ids import PhotoId, UnitId
from service.decision.people import Dossier, Membership
from service.decision.photos import Picture
from service.decision.post import decide_name, decide_post, decide_text
from service.decision.terms import Answer, HoldKind, Matter
from service.decision.verdict import Action, Code, Duty, Verdict
from tests.decision.asking import Outcome, ask_for, denied_for, outcome, seen
from tests.decision.build import (
    make_case,
    make_hold,
    make_mention,
    make_no,
    make_person,
    make_photo,
    make_picture,
    make_yes,
)
from tests.decision.cast import AT, CLOSED, CONTACT, FB, UNIT

YES = make_yes("anna", "anna", FB, CLOSED)
NO = make_no("anna", "anna", FB, CLOSED)


def adult(*acts: ConsentAct) -> Case:
    """
    Show an adult who answers alone.
    """
    return make_case(Dossier(make_person("anna"), acts=acts))


def asked(case: Case) -> Verdict:
    """
    Ask about the public page.
    """
    return decide_post(case, FB, AT)


@pytest.mark.parametrize(
    ("case", "actions"),
    [
        (adult(), {Action.ASK_CONTACT}),
        (adult(NO), {Action.COVER_OR_REPLACE, Action.CHOOSE_OTHER_CHANNEL, Action.ASK_CONTACT}),
        (replace(adult(), dossiers={}), {Action.IDENTIFY_PEOPLE}),
        (
            replace(adult(YES), pictures=(make_picture(replace(make_photo(), rights=None)),)),
            {Action.ADD_RIGHTS},
        ),
        (replace(adult(YES), pictures=(Picture(),)), {Action.REGISTER_PHOTO}),
    ],
)
def test_next_step_fits_the_obstacle(case: Case, actions: set[Action]) -> None:
    assert asked(case).next_step.action in actions


def test_page_of_another_purpose_points_to_another_channel() -> None:
    case = adult(YES)
    page = replace(case.channels[FB], purposes=frozenset())
    step = asked(replace(case, channels={FB: page})).next_step

    assert Action.CHOOSE_OTHER_CHANNEL == step.action


SERVICE = Contact("Sofie Maas", "head of service")
PAGE = Contact("Yves Denis", "administrator of the page")


@pytest.mark.parametrize(
    ("unit", "page", "expected"),
    [(None, None, CONTACT), (SERVICE, None, SERVICE), (None, PAGE, PAGE)],
)
def test_contact_is_the_nearest_one_that_is_known(
    unit: Contact | None, page: Contact | None, expected: Contact
) -> None:
    case = adult()
    channel = replace(case.channels[CLOSED], contact=page)
    house = replace(case.house, unit_contacts={UNIT: unit} if unit else {})
    verdict = decide_post(replace(case, house=house, channels={CLOSED: channel}), CLOSED, AT)

    assert expected == verdict.next_step.contact


def duties(case: Case, duty: Duty) -> list[str]:
    """
    Give the texts of one kind of duty.
    """
    return [one.text for one in asked(case).obligations if one.duty is duty]


def test_publication_follows_the_checklist_of_the_page() -> None:
    case = adult(YES)
    page = replace(case.channels[FB], checklist=("no criticism", "no diagnosis"))

    assert ["no criticism", "no diagnosis"] == duties(
        replace(case, channels={FB: page}), Duty.CHECKLIST
    )


@pytest.mark.parametrize(
    ("acts", "expected"),
    [((YES,), 1), ((YES, make_yes("anna", "anna", matter=Matter.TAG)), 0)],
)
def test_nobody_is_tagged_who_did_not_allow_it(acts: tuple[ConsentAct, ...], expected: int) -> None:
    assert expected == len(duties(adult(*acts), Duty.DO_NOT_TAG))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (HoldKind.SAFEGUARDING, denied_for(Code.SAFEGUARDING)),
        (HoldKind.OBJECTION, denied_for(Code.OBJECTION_OPEN)),
        (HoldKind.RESTRICTION, ask_for(Code.RESTRICTED)),
        (HoldKind.SAFEGUARDING_CAUTION, ask_for(Code.SAFEGUARDING)),
    ],
)
def test_hold_on_a_photo_weighs_as_its_kind_says(kind: HoldKind, expected: Outcome) -> None:
    hold = replace(make_hold(kind), photo_id=PhotoId("outing"))

    assert expected == outcome(replace(adult(YES), holds=(hold,)))


@pytest.mark.parametrize(
    ("unit_id", "expected"), [(UNIT, Answer.DO_NOT_PUBLISH), (UnitId("school"), Answer.PUBLISH)]
)
def test_crisis_of_a_unit_stops_its_people_on_every_page(unit_id: UnitId, expected: Answer) -> None:
    member = replace(make_person("anna"), memberships=(Membership(UNIT),))
    hold = replace(make_hold(HoldKind.CRISIS), unit_id=unit_id)

    assert expected == asked(replace(make_case(Dossier(member, acts=(YES,))), holds=(hold,))).answer


def test_hold_that_begins_tomorrow_holds_tomorrow() -> None:
    hold = replace(make_hold(HoldKind.CRISIS), from_at=AT + timedelta(days=1))
    case = replace(adult(YES), holds=(hold,))
    answers = [decide_post(case, FB, AT + timedelta(days=days)).answer for days in (0, 1)]

    assert [Answer.PUBLISH, Answer.DO_NOT_PUBLISH] == answers


def test_names_and_texts_are_refused_on_pages_that_are_not_registered() -> None:
    case = replace(adult(YES), mentions=(make_mention("anna"),))
    refused = denied_for(Code.CHANNEL_UNREGISTERED)

    assert [refused, refused] == [
        seen(decide(case, None, AT)) for decide in (decide_name, decide_text)
    ]


@pytest.mark.parametrize("names_unknown", [1, 3])
def test_unknown_names_ask_in_every_door(names_unknown: int) -> None:
    case = replace(adult(YES), pictures=(), names_unknown=names_unknown)
    unknown = ask_for(Code.UNKNOWN_PERSON)

    assert [unknown, unknown, unknown] == [
        seen(decide(case, FB, AT)) for decide in (decide_name, decide_text, decide_post)
    ]


def test_erased_person_named_is_unknown() -> None:
    erased = Dossier(replace(make_person("anna"), erased=True))
    case = replace(make_case(erased), pictures=(), mentions=(make_mention("anna"),))

    assert ask_for(Code.UNKNOWN_PERSON) == outcome(case)


def test_reason_names_the_row_of_the_table() -> None:
    gone = replace(make_person("anna", date(1930, 1, 1)), died_on=date(2020, 1, 1))
    rows = {
        "A1": Dossier(make_person("anna")),
        "M1": Dossier(make_person("anna", date(2018, 1, 1))),
        "M2": Dossier(make_person("anna", date(2010, 1, 1))),
        "M3": Dossier(make_person("anna", date(2009, 1, 1), jurisdiction="NL")),
        "D1": Dossier(gone),
    }
    found = {row: asked(make_case(dossier)).reasons[0].row for row, dossier in rows.items()}

    assert {row: row for row in rows} == found
