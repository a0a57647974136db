"""
Whoever must take something down is told by mail, at once and in time.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from service.decision.powers import Role
from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.family import Mailbox
from tests.api.office import adult, channel, published_name, send, taking_down, version, yes
from tests.api.told import Told, telling, text_of

HOUR = timedelta(hours=1)
OPENED = "Les Jacinthes: something must come down"
TO_CONTACT = {"nadia": "Les Jacinthes : une publication à retirer"}
"""The contact of the house answers for every page that has no other."""
SOON = "Still up: to be taken down by 4 March 2025, 10:00"
LATE = "Overdue: to be taken down now"


@pytest.fixture
def told(found_then: Callable[[str], Door], clock: Clock) -> Iterator[Told]:
    with telling(found_then("jacinthes"), clock) as found:
        yield found


def _live(told: Told, **where: object) -> str:
    """
    Publish the name of Emeka; give him.
    """
    channel(told.door, "facebook", **({"photo_publisher": "members"} | where))
    emeka = adult(told.door)
    yes(told.door, emeka, version(told.door))
    published_name(told.door)
    return emeka


def _again(told: Told, emeka: str) -> None:
    """
    Let him change his mind, and publish his name once more.
    """
    told.clock.at += timedelta(seconds=1)
    yes(told.door, emeka, version(told.door))
    published_name(told.door)


def test_the_publisher_is_told_at_once_where_and_until_when_and_no_more(told: Told) -> None:
    told.hire(Role.PUBLISHER, "bram")
    emeka = _live(told)
    taking_down(told.door, emeka)

    letter, _ = sorted(told.letters(), key=lambda each: str(each["To"]))

    text, html = text_of(letter), text_of(letter, "html")
    assert (told.address("bram"), OPENED) == (letter["To"], letter["Subject"])
    assert "Hello Bram,\n" in text
    assert "\nOur page · 4 March 2025, 10:00\n" in text
    assert f"\n{told.page('/takedowns')}\n" in text
    assert f'<a href="{told.page("/takedowns")}"' in html
    assert not {"Emeka", "Dupont", emeka} & set(text.replace(",", " ").split())
    (entry,) = (each for each in told.door.entries() if each["kind"] == "staff:notified")
    assert ("takedown", "opened") == (entry["payload"]["topic"], entry["payload"]["stage"])


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("fr", "Les Jacinthes : une publication à retirer"),
        ("nl", "Les Jacinthes: iets moet worden weggehaald"),
        ("de", "Les Jacinthes: Etwas muss entfernt werden"),
    ],
)
def test_everybody_is_told_in_their_language(told: Told, language: str, subject: str) -> None:
    told.hire(Role.PUBLISHER, "bram", language=language)
    taking_down(told.door, _live(told))

    assert subject == told.heard()["bram"]


def test_only_who_sees_the_channel_and_publishes_there_is_told(told: Told) -> None:
    own, other = told.door.unit("Les Colibris"), told.door.unit("Les Hiboux")
    told.hire(Role.PUBLISHER, "here", own)
    told.hire(Role.PUBLISHER, "everywhere")
    told.hire(Role.PUBLISHER, "elsewhere", other)
    told.hire(Role.CHECKER, "checker", own)
    told.hire(Role.ADMINISTRATOR, "administrator")
    emeka = _live(told, unit_id=own)
    told.door.patch(f"/people/{emeka}", {"memberships": [{"unit_id": own}]})
    taking_down(told.door, emeka)

    assert {"here", "everywhere"} == set(told.heard())


def test_those_are_told_whom_the_register_names_and_who_answers_for_the_page(told: Told) -> None:
    bram = told.hire(Role.PUBLISHER, "bram")
    told.hire(Role.PUBLISHER, "chika")
    owner = {"name": "Omar", "role": "web", "email": told.address("omar")}
    taking_down(told.door, _live(told, publisher_ids=[bram.id], contact=owner))

    assert {"bram", "omar"} == set(told.heard())


def test_where_nobody_publishes_whoever_may_is_told_and_else_the_contact(told: Told) -> None:
    emeka = _live(told)
    taking_down(told.door, emeka)
    assert TO_CONTACT == told.heard()

    told.hire(Role.ADMINISTRATOR, "administrator")
    _again(told, emeka)
    taking_down(told.door, emeka)
    assert TO_CONTACT | {"administrator": OPENED} == told.heard()


def test_what_one_act_opens_is_one_letter_and_what_waits_says_it_already(told: Told) -> None:
    told.hire(Role.PUBLISHER, "bram")
    emeka = _live(told)
    published_name(told.door)
    published_name(told.door)
    taking_down(told.door, emeka)
    _again(told, emeka)
    taking_down(told.door, emeka)

    assert TO_CONTACT | {"bram": OPENED} == told.heard()


def test_as_time_runs_out_it_is_told_once_more_and_to_the_contact_once_it_is_over(
    told: Told,
) -> None:
    told.hire(Role.PUBLISHER, "bram")
    taking_down(told.door, _live(told))
    assert TO_CONTACT | {"bram": OPENED} == told.heard()

    told.clock.at += 17 * HOUR
    assert {} == told.remind()
    told.clock.at += 2 * HOUR
    heard = told.remind()
    assert {"bram", "nadia"} == set(heard)
    assert SOON == heard["bram"]
    assert {} == told.remind()
    told.clock.at += 6 * HOUR
    assert {"bram": LATE, "nadia": "En retard : à retirer tout de suite"} == told.remind()
    told.clock.at += 48 * HOUR
    assert {} == told.remind()


def test_what_is_done_is_told_of_no_more(told: Told) -> None:
    told.hire(Role.PUBLISHER, "bram")
    task = taking_down(told.door, _live(told))
    assert TO_CONTACT | {"bram": OPENED} == told.heard()
    told.clock.at += 19 * HOUR
    told.door.house.registry.remind_staff.look(told.door.organisation.id)
    send(told.door, f"/takedowns/{task}/done", [], note="Deleted.")

    assert {} == told.heard()
    told.clock.at += 19 * HOUR
    assert {} == told.remind()
    states = {each["kind"]: each["outcome"] for each in told.door.get("/letters")["items"]}
    assert ("sent", "settled") == (states["staff_takedown"], states["staff_takedown_soon"])


def test_a_letter_of_a_program_that_named_no_task_leaves(told: Told) -> None:
    taking_down(told.door, _live(told))
    letter = Mailbox(told.door.house.registry, told.door.organisation.id).letters()[-1]
    remind = told.door.house.registry.remind_staff
    now = told.clock()

    with remind.tell.desk.database.look(told.door.organisation.id) as work:
        assert now == remind.leaves_at(work, replace(letter, about=()), now)
        assert None is remind.leaves_at(work, replace(letter, about=("nothing",)), now)


def test_a_withdrawal_that_fails_tells_nobody(told: Told) -> None:
    told.hire(Role.PUBLISHER, "bram")
    emeka = _live(told)
    told.door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": "nobody"}, 422)

    assert {} == told.heard()
