"""
An administrator connects another program, looks after it, and disconnects it.
"""

import base64
import hmac
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from service.decision.powers import Role
from service.records.hooks import HookEvent
from service.settings import Settings
from service.usecases.organisations.operator import operator_of
from service.usecases.registry import Registry
from service.wiring import build
from tests import migrated
from tests.delivery.receiver import Receiver, receiving
from tests.readers import shared_readers
from tests.web.browser.visitor import Visitor
from tests.web.site import Site, running_site
from tests.web.staffed import StaffedHouse

COMPLAINT = "Somebody complained"
TAKEDOWN = "A publication must come down"


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """
    Give the other program.
    """
    with receiving() as listening:
        yield listening


@pytest.fixture(scope="module")
def settings(receiver: Receiver, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """
    Let it be reached, and told when a test says so.
    """
    folder = tmp_path_factory.mktemp("var")
    migrated.sqlite_url(folder)
    return Settings(
        var_folder=folder,
        sequencer_interval_seconds=0.05,
        hooks_interval_seconds=86_400,
        hooks_inside=f"127.0.0.1:{receiver.port}",
    )


@pytest.fixture(scope="module")
def site(settings: Settings) -> Iterator[Site]:
    """
    Give the running service.
    """
    with running_site(settings) as running:
        yield running


@pytest.fixture
def before(settings: Settings) -> Iterator[Registry]:
    """
    Give the same service with the sealing key that it had before.
    """
    with shared_readers():
        registry = build(replace(settings, sealing_key_file=settings.var_folder / "before.key"))
    yield registry
    registry.close()


def connect(somebody: Visitor, url: str, *events: str) -> str:
    """
    Connect a program; give its secret.
    """
    somebody.go("/hooks/new")
    somebody.fill("Address", url)
    for each in events:
        somebody.page.get_by_label(each).check()
    somebody.press("Connect")
    return somebody.page.locator("code.secret").inner_text()


def complain(house: StaffedHouse) -> None:
    """
    Have somebody complain, and tell who is to be told.
    """
    house.door.post("/complaints", {"text": "Léa is on your page"})
    house.site.registry.hooks.deliver_messages.of(house.door.organisation.id)


def test_an_address_inside_is_refused_and_what_was_ticked_stays(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    somebody.go("/members")
    somebody.press("Messages to other programs")
    somebody.look("hooks-none")
    somebody.press("Connect a program")
    somebody.look("hook-new")
    somebody.fill("Address", "https://10.0.0.8/")
    somebody.page.get_by_label(COMPLAINT).check()
    somebody.press("Connect")
    assert somebody.sees("Nothing can be sent there.")
    assert somebody.page.get_by_label(COMPLAINT).is_checked()
    somebody.look("hook-fault")


def test_a_program_is_connected_and_the_five_lines_believe_what_it_is_told(
    house: StaffedHouse, receiver: Receiver, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    secret = connect(somebody, receiver.url("/obstat?token=geheim"), COMPLAINT)
    assert somebody.sees("It is shown this once")
    somebody.look("hook-secret")
    lines = somebody.page.locator("ol.code code").all_inner_texts()
    somebody.press("I have kept it")

    assert "geheim" not in somebody.page.content()
    assert secret not in somebody.page.content()
    complain(house)
    message = receiver.received[-1]
    known = {
        "base64": base64,
        "hmac": hmac,
        "time": time,
        "secret": secret,
        "headers": message.headers,
        "body": message.body,
    }
    exec("\n".join(lines), known)  # noqa: S102  # as whoever runs the receiver would
    assert (5, True, True) == (len(lines), known["ours"], known["fresh"])
    assert ["hook:registered"] == [
        each["kind"] for each in house.door.entries() if each["kind"].startswith("hook:")
    ]


def test_a_program_is_tried_before_anything_happened(
    house: StaffedHouse, receiver: Receiver, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    connect(somebody, receiver.url(), COMPLAINT)
    somebody.press("I have kept it")
    somebody.press("Send a message to try")
    assert somebody.sees("It is on its way.")
    house.site.registry.hooks.deliver_messages.of(house.door.organisation.id)

    assert '"type":"hook.tried"' in receiver.received[-1].body.decode()
    somebody.page.reload()
    assert somebody.sees("A message to try")
    assert ["Arrived"] == somebody.page.locator("main .list .tag").all_inner_texts()
    somebody.look("hook-tried")


def test_what_did_not_arrive_is_seen_and_sent_again(
    house: StaffedHouse, receiver: Receiver, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    connect(somebody, receiver.url(), COMPLAINT)
    receiver.replies.append((503, {}))
    complain(house)
    complain(house)

    somebody.go("/hooks")
    assert somebody.sees("Last message")
    somebody.look("hooks")
    somebody.click(somebody.page.locator("main .list a"))
    assert somebody.sees("It answered with an error (503).")
    somebody.look("hook")
    before = len(receiver.received)
    again = re.compile(r"Send again")
    somebody.click(somebody.page.get_by_role("button", name=again).last)
    assert somebody.sees("The message is sent again.")
    house.site.registry.hooks.deliver_messages.of(house.door.organisation.id)

    assert before + 1 == len(receiver.received)
    somebody.page.reload()
    assert ["Arrived", "Arrived"] == somebody.page.locator("main .list .tag").all_inner_texts()


def test_a_program_is_told_of_other_things_paused_resumed_and_deleted(
    house: StaffedHouse, receiver: Receiver, at_hand: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    connect(somebody, receiver.url(), COMPLAINT)
    somebody.press("I have kept it")
    somebody.page.get_by_label(COMPLAINT).uncheck()
    somebody.press("Save")
    assert somebody.sees("Choose at least one.")
    somebody.page.get_by_label(TAKEDOWN).check()
    somebody.press("Save")
    assert somebody.sees("It is saved.")
    somebody.click(somebody.page.get_by_text("Pause for a while"))
    somebody.press("Pause")
    assert somebody.sees("It is paused, and is told nothing.")
    somebody.look("hook-paused")
    somebody.press("Resume")
    assert somebody.sees("It is told again.")
    somebody.click(somebody.page.get_by_text("Delete this program"))
    somebody.press("Delete")
    assert somebody.sees("Nothing was deleted")
    somebody.page.get_by_label("I am sure").check()
    somebody.press("Delete")

    assert somebody.sees("The program is deleted")
    assert [] == house.door.get("/hooks")["items"]
    kinds = [each["kind"] for each in house.door.entries() if each["kind"].startswith("hook:")]
    assert ["registered", "changed", "disabled", "enabled", "deleted"] == [
        each.removeprefix("hook:") for each in kinds
    ]


def test_a_new_secret_is_shown_once_and_not_without_end(
    house: StaffedHouse, receiver: Receiver, at_desk: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_desk(scripts=False), Role.ADMINISTRATOR)
    seen = {connect(somebody, receiver.url(), COMPLAINT)}
    for _ in range(3):
        somebody.press("I have kept it")
        somebody.click(somebody.page.get_by_text("Give it a new secret"))
        somebody.press("Show a new secret")
        assert somebody.sees("The old secret works along for a day.")
        seen.add(somebody.page.locator("code.secret").inner_text())
    somebody.press("I have kept it")
    somebody.click(somebody.page.get_by_text("Give it a new secret"))
    somebody.press("Show a new secret")

    assert somebody.sees("It was given new secrets often today.")
    assert 4 == len(seen)


def test_pressed_twice_it_is_one_program_and_says_where_a_secret_comes_from(
    house: StaffedHouse, receiver: Receiver, at_desk: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_desk(scripts=False), Role.ADMINISTRATOR)
    connect(somebody, receiver.url(), COMPLAINT)
    somebody.page.reload()

    assert somebody.sees("It is connected already")
    assert 1 == len(house.door.get("/hooks")["items"])


def test_a_program_whose_secret_cannot_be_opened_is_given_a_new_one_or_deleted(
    house: StaffedHouse, receiver: Receiver, before: Registry, at_hand: Callable[..., Visitor]
) -> None:
    keeper = operator_of(house.door.organisation.id)
    for url in ("https://cms.jacinthes.example/", "https://archive.jacinthes.example/"):
        before.hooks.register_hook(keeper, url, {HookEvent.COMPLAINT_FILED})
    complain(house)
    house.door.entries()  # read once it is signed: then the log names the hosts
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    somebody.go("/hooks")
    assert ["Locked", "Locked"] == somebody.page.locator("main .tag").all_inner_texts()
    somebody.look("hooks-locked")
    somebody.click(somebody.page.get_by_role("link", name="cms.jacinthes.example"))
    assert somebody.sees("Its secret cannot be opened: give it a new one, or delete it.")
    assert somebody.page.get_by_label(COMPLAINT).is_checked()
    somebody.look("hook-locked")
    somebody.fill("Address", receiver.url("/anew"))
    somebody.press("Seal anew, and show the new secret")
    secret = somebody.page.locator("code.secret").inner_text()

    somebody.go("/hooks")
    somebody.click(somebody.page.get_by_role("link", name="archive.jacinthes.example"))
    somebody.click(somebody.page.get_by_text("Delete this program"))
    somebody.page.get_by_label("I am sure").check()
    somebody.press("Delete")

    assert somebody.sees("The program is deleted")
    complain(house)
    assert receiver.received[-1].verify(secret)
    assert [False] == [each["is_locked"] for each in house.door.get("/hooks")["items"]]
