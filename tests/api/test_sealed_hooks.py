"""
A hook that another sealing key locks waits for its key, or is told anew or deleted.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from service.settings import Settings
from tests.api.door import Door, Json
from tests.api.hooked import Listener, telling


@contextmanager
def locked(listener: Listener, settings: Settings, tmp_path: Path) -> Iterator[Listener]:
    """
    Give the same house under another sealing key.
    """
    lost = replace(settings, sealing_key_file=tmp_path / "another.key")
    with telling(lost, listener.clock, listener.receiver) as house:
        yield replace(listener, door=replace(listener.door, house=house))


def _anew(listener: Listener) -> Json:
    return {"url": listener.receiver.url("/anew"), "events": ["complaint.filed"]}


def test_under_a_seal_that_does_not_open_it_waits_until_the_key_is_back(
    listener: Listener, settings: Settings, tmp_path: Path
) -> None:
    hook = listener.registered("complaint.filed")["hook"]
    listener.complain()

    with locked(listener, settings, tmp_path) as other:
        assert [] == other.send()
        (waiting,) = other.deliveries(hook["id"])

    assert ("postponed", "sealed") == (waiting["outcome"], waiting["detail"])
    assert [] == listener.send()
    assert 1 == len(listener.send(seconds=5))


def test_what_stands_open_of_a_locked_hook_is_listed(
    listener: Listener, settings: Settings, tmp_path: Path
) -> None:
    hook = listener.registered("complaint.filed")["hook"]
    disabled = listener.registered("photo.erased")["hook"]
    listener.door.post(f"/hooks/{disabled['id']}/disable", None, 200)
    assert {"registered", "disabled"} == set(listener.logged())  # signed: the host is known

    with locked(listener, settings, tmp_path) as other:
        other.registered("photo.erased")
        first, second, opened = other.door.get("/hooks")["items"]
        assert first == other.door.get(f"/hooks/{hook['id']}")

    unread = {"url": None, "registered_at": None, "disabled_at": None, "is_locked": True}
    assert first == hook | unread
    assert second == disabled | unread | {"events": []}
    assert not opened["is_locked"]


def test_a_locked_hook_is_deleted_with_what_waits(
    listener: Listener, settings: Settings, tmp_path: Path
) -> None:
    hook = listener.registered("complaint.filed")["hook"]
    listener.complain()

    with locked(listener, settings, tmp_path) as other:
        other.door.delete(f"/hooks/{hook['id']}", 204)
        assert [] == other.door.get("/hooks")["items"]

    assert [] == listener.send(seconds=5)
    assert hook["id"] == listener.logged()["deleted"]["payload"]["hook_id"]


def test_a_locked_hook_that_is_told_anew_takes_what_waited(
    listener: Listener, settings: Settings, tmp_path: Path
) -> None:
    before = listener.registered("complaint.filed")
    path = f"/hooks/{before['hook']['id']}"
    listener.complain()

    with locked(listener, settings, tmp_path) as other:
        other.send()
        renewed = other.door.put(path, _anew(other))
        (message,) = other.send(seconds=5)
        assert [renewed["hook"]] == other.door.get("/hooks")["items"]
        assert "conflict" == other.door.put(path, _anew(other), 409)["code"]
        logged = other.logged()["renewed"]["payload"]

    assert "/anew" == message.path
    assert message.verify(renewed["secret"])
    assert not message.verify(before["secret"])
    assert before["hook"]["id"] == renewed["hook"]["id"] == logged["hook_id"]
    assert ("127.0.0.1", ["complaint.filed"]) == (logged["host"], logged["events"])


def test_nothing_else_is_done_with_a_locked_hook(
    listener: Listener, settings: Settings, tmp_path: Path
) -> None:
    hook = listener.registered("complaint.filed")["hook"]
    listener.complain()
    (delivery,) = listener.deliveries(hook["id"])

    with locked(listener, settings, tmp_path) as other:
        path = f"/hooks/{hook['id']}"
        for each in ("secret", "disable", "enable", f"deliveries/{delivery['id']}/retry"):
            refused = other.door.post(f"{path}/{each}", None, 409)
            assert ("conflict", True) == (refused["code"], "delete it" in refused["detail"])
        other.door.patch(path, {"events": ["photo.erased"]}, 409)
        other.door.put(path, _anew(other) | {"url": "https://10.0.0.8/"}, 422)

    assert listener.door.get(f"/hooks/{hook['id']}") == hook


def test_only_administrators_of_the_whole_house_tell_a_hook_anew(listener: Listener) -> None:
    hook = listener.registered()["hook"]
    lesser: Door = listener.door.with_key("admin", units=[listener.door.unit()])

    lesser.put(f"/hooks/{hook['id']}", _anew(listener), 403)
    listener.door.put("/hooks/01900000-0000-7000-8000-000000000000", _anew(listener), 404)
