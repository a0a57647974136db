"""
Whoever keeps the register is told of an answer that waits, at once if it is a no.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.decision.powers import Role
from service.usecases.staff.member_caller import caller_for
from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.entering import papers_of_parents
from tests.api.office import channel, version
from tests.api.told import Told, telling, text_of

HOUR = timedelta(hours=1)
NO = "Les Jacinthes: a no waits for a name"
YES = "An answer waits for you"
PAPER = {"method": "paper", "signed_on": "2025-03-01"}


@pytest.fixture
def told(found_then: Callable[[str], Door], clock: Clock) -> Iterator[Told]:
    with telling(found_then("jacinthes"), clock) as found:
        yield found


def _came_in(told: Told, key: Door | None, **more: object) -> str:
    """
    Let an answer of somebody come in of whom nobody can say who it is.
    """
    named = {"given_name": "Emeca", "family_name": "Dupont"}
    body = {"person": named, "capacity": "self", "kind": "refused", "everywhere": True}
    made: str = (key or told.door).post("/answers", body | PAPER | more)["id"]
    return made


def test_a_no_that_waits_is_told_at_night_and_names_nobody(told: Told) -> None:
    told.hire(Role.REGISTRAR, "rosa")
    told.hire(Role.PUBLISHER, "bram")
    told.clock.at += 14 * HOUR
    _came_in(told, None)

    (letter,) = told.letters()

    text = text_of(letter)
    assert (told.address("rosa"), NO) == (letter["To"], letter["Subject"])
    assert "\nLes Jacinthes · 5 March 2025, 00:00\n" in text
    assert f"\n{told.page('/answers')}\n" in text
    assert "Emeca" not in text
    assert "staff:notified" in {each["kind"] for each in told.door.entries()[-2:]}


def test_a_no_is_told_again_before_a_day_is_over_and_after_it(told: Told) -> None:
    told.hire(Role.REGISTRAR, "rosa")
    waiting = _came_in(told, None)
    assert {"rosa": NO} == told.heard()
    told.clock.at += 17 * HOUR
    assert {} == told.remind()
    told.clock.at += 2 * HOUR
    assert ["rosa"] == [*told.remind()]
    told.clock.at += 6 * HOUR
    late = told.remind()
    assert {"rosa", "nadia"} == set(late)
    assert "Overdue: a no waits for a name" == late["rosa"]

    told.door.post(f"/answers/{waiting}/discard", {"reason": "nobody_here"}, 204)
    told.clock.at += 6 * HOUR
    assert {} == told.remind()


def test_many_that_come_in_one_after_the_other_are_no_flood(told: Told) -> None:
    told.hire(Role.REGISTRAR, "rosa")
    _came_in(told, None)
    assert {"rosa": NO} == told.heard()
    _came_in(told, None, signed_on="2025-03-02")
    assert {} == told.heard()


def test_a_yes_that_waits_is_told_in_office_hours(told: Told) -> None:
    told.hire(Role.REGISTRAR, "rosa")
    channel(told.door)
    a_yes = {"kind": "given", "everywhere": False, "channels": ["facebook"], "matters": ["image"]}
    a_yes |= {"purposes": ["information"], "form_version_id": version(told.door)}
    told.clock.at += 14 * HOUR
    _came_in(told, None, **a_yes)
    assert {} == told.heard()
    told.clock.at += 10 * HOUR
    assert {"rosa": YES} == told.heard()


def test_what_came_in_for_one_unit_is_told_to_those_of_it(told: Told) -> None:
    colibris, others = told.door.unit("Les Colibris"), told.door.unit("Others")
    told.hire(Role.REGISTRAR, "rosa", colibris)
    told.hire(Role.REGISTRAR, "otto", others)
    key = told.door.with_key("consents:write", "people:read", units=[colibris])

    _came_in(told, key)

    (letter,) = told.letters()
    assert told.address("rosa") == letter["To"]
    assert "\nLes Colibris · " in text_of(letter)


def test_a_yes_that_a_colleague_must_confirm_is_told_to_the_others(told: Told) -> None:
    chika = told.hire(Role.REGISTRAR, "chika")
    told.hire(Role.REGISTRAR, "sam")
    house = told.door.organisation.id
    parents = papers_of_parents(told.door)
    anne, bram = (replace(each, signed_on=date(2025, 3, 3)) for each in parents)
    verbs = told.door.house.registry.consents
    verbs.enter_answer(caller_for(house, chika), anne)
    assert told.address("sam") not in {each["To"] for each in told.letters()}

    pending = verbs.enter_answer(caller_for(house, chika), bram).pending

    assert pending is not None
    (letter,) = [each for each in told.letters() if each["Subject"] == YES]
    assert told.address("sam") == letter["To"]
    assert f"\n{told.page('/lists/confirmations')}\n" in text_of(letter)
    assert "Dupont" not in text_of(letter)
