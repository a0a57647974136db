"""
Another program is told what happens: proven, at least once, and no more than ids.
"""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from service.settings import Settings
from tests import migrated
from tests.api.clock import Clock
from tests.api.conftest import STORIES_BEGIN, deployment, founding
from tests.api.door import NOBODY, Door, answered
from tests.api.hooked import EVERYTHING, Listener, telling
from tests.api.office import (
    adult,
    channel,
    published_name,
    register,
    scene,
    send,
    taking_down,
    version,
    yes,
)
from tests.delivery.receiver import Receiver


def _published(listener: Listener) -> tuple[str, str]:
    """
    Let Emeka be named on a page, a minute ago; give his id and that of the publication.
    """
    channel(listener.door, photo_publisher="members")
    emeka = adult(listener.door)
    yes(listener.door, emeka, version(listener.door))
    publication_id: str = published_name(listener.door)["id"]
    listener.clock.at += timedelta(minutes=1)
    return emeka, publication_id


def test_a_website_learns_what_must_come_down_and_that_it_is_down(listener: Listener) -> None:
    door, registered = listener.door, listener.registered()
    emeka, _ = _published(listener)
    takedown_id = taking_down(door, emeka)
    done = answered(send(door, f"/takedowns/{takedown_id}/done", [], note="Deleted"), 200)

    told = [json.loads(each.body) for each in listener.send()]

    publication_id = done["publication_id"]
    both = {"publication_id": publication_id, "takedown_id": takedown_id}
    assert [
        ("publication.recorded", {"publication_id": publication_id}),
        ("takedown.opened", both),
        ("publication.taken_down", both),
    ] == [(each["type"], each["data"]) for each in told]
    assert all(each.verify(registered["secret"]) for each in listener.receiver.received)


def test_what_is_shared_again_or_taken_down_unasked_is_told_too(listener: Listener) -> None:
    listener.registered("publication.recorded", "publication.taken_down")
    _, first = _published(listener)
    again = listener.door.post(f"/publications/{first}/reshares", {"channel": "facebook"})["id"]
    listener.clock.at += timedelta(minutes=1)
    listener.door.post(f"/publications/{first}/take-down", {}, 200)

    told = [json.loads(each.body) for each in listener.send()]

    assert [
        ("publication.recorded", {"publication_id": first}),
        ("publication.recorded", {"publication_id": again}),
        ("publication.taken_down", {"publication_id": first}),
    ] == [(each["type"], each["data"]) for each in told]


def test_a_message_holds_ids_an_instant_and_nothing_else(listener: Listener) -> None:
    listener.registered()
    complaint_id = listener.complain()
    photo_id = register(listener.door, scene(1))["id"]
    listener.clock.at += timedelta(seconds=1)
    listener.door.delete(f"/photos/{photo_id}", 204)

    complaint, photo = (json.loads(each.body) for each in listener.send())

    assert {
        "type": "complaint.filed",
        "timestamp": "2025-01-01T00:00:00.000000Z",
        "data": {"complaint_id": complaint_id},
    } == complaint
    assert {
        "type": "photo.erased",
        "timestamp": "2025-01-01T00:00:01.000000Z",
        "data": {"photo_id": photo_id},
    } == photo


def test_a_yes_is_taken_back_and_told_also_where_no_seal_can_be_opened(
    listener: Listener, settings: Settings, tmp_path: Path
) -> None:
    door, hook = listener.door, listener.registered("takedown.opened")["hook"]
    emeka, _ = _published(listener)
    lost = replace(settings, sealing_key_file=tmp_path / "another.key")
    # Nobody is there to be written to: what that seal locks, no other test can send.
    door.patch("/organisation", {"contact": {"name": "Nadia Peeters", "role": "contact"}})

    with telling(lost, listener.clock, listener.receiver) as house:
        taking_down(replace(door, house=house), emeka)

    assert ["takedown.opened"] == [each["event"] for each in listener.deliveries(hook["id"])]
    assert 1 == len(listener.send())


def test_what_is_not_recorded_is_not_told(listener: Listener) -> None:
    listener.registered()

    listener.door.post("/complaints", {"text": " "}, 422)
    listener.door.delete(f"/photos/{NOBODY}", 404)

    assert [] == listener.send()


def test_each_hook_is_told_under_its_own_secret(listener: Listener) -> None:
    one, other = listener.registered(path="/one"), listener.registered(path="/other")
    listener.complain()

    first, second = sorted(listener.send(), key=lambda each: each.path)

    assert ("/one", "/other") == (first.path, second.path)
    assert (True, False) == (first.verify(one["secret"]), first.verify(other["secret"]))
    assert (False, True) == (second.verify(one["secret"]), second.verify(other["secret"]))


def test_a_message_is_tried_again_under_the_same_id_with_growing_pauses(
    listener: Listener,
) -> None:
    hook = listener.registered()["hook"]
    listener.complain()
    listener.receiver.replies += [(500, {}), (302, {"location": "https://x.example"}), (404, {})]

    tries = [*listener.send(), *listener.send(seconds=4), *listener.send(seconds=1)]
    waiting = listener.deliveries(hook["id"])[0]
    tries += [*listener.send(minutes=4), *listener.send(minutes=1), *listener.send(minutes=30)]

    assert 4 == len(tries)
    assert 1 == len({each.headers["webhook-id"] for each in tries})
    assert 4 == len({each.headers["webhook-timestamp"] for each in tries})
    assert ("postponed", "302") == (waiting["outcome"], waiting["detail"])
    assert "2025-01-01T00:05:05Z" == waiting["next_try_at"]
    (delivery,) = listener.deliveries(hook["id"])
    assert ("delivered", "204", None) == tuple(
        delivery[each] for each in ("outcome", "detail", "next_try_at")
    )
    assert tries[0].headers["webhook-id"] == delivery["id"]
    assert tries[0].body.decode() == delivery["body"]


@pytest.mark.parametrize(("asked", "rest"), [("3600", 3600), ("1", 5), ("99999999", 86_400)])
def test_a_receiver_is_left_alone_as_long_as_it_asks_up_to_a_day(
    listener: Listener, asked: str, rest: int
) -> None:
    hook = listener.registered()["hook"]
    listener.complain()
    listener.receiver.replies.append((429, {"retry-after": asked}))

    listener.send()

    (delivery,) = listener.deliveries(hook["id"])
    next_try_at = datetime.fromisoformat(delivery["next_try_at"])
    assert listener.clock.at + timedelta(seconds=rest) == next_try_at


def test_what_does_not_arrive_is_given_up_after_three_days_and_said_so(
    listener: Listener,
) -> None:
    hook = listener.registered()["hook"]
    listener.complain()
    listener.receiver.replies += [(503, {})] * 20

    tries = listener.send()
    while more := listener.send(days=1):
        tries += more

    (delivery,) = listener.deliveries(hook["id"])
    assert 10 == len(tries)
    assert ("given_up", "503", None) == tuple(
        delivery[each] for each in ("outcome", "detail", "next_try_at")
    )
    given_up = listener.logged()["message_given_up"]["payload"]
    assert (hook["id"], delivery["id"]) == (given_up["hook_id"], given_up["delivery_id"])


def test_what_was_given_up_can_be_sent_again(listener: Listener) -> None:
    hook = listener.registered()["hook"]
    listener.complain()
    (first,) = listener.send()
    path = f"/hooks/{hook['id']}/deliveries"
    (delivery,) = listener.deliveries(hook["id"])

    renewed = listener.door.post(f"{path}/{delivery['id']}/retry", None, 200)
    (again,) = listener.send()

    assert "renewed" == renewed["outcome"]
    assert first.headers["webhook-id"] == again.headers["webhook-id"]
    assert "delivered" == listener.deliveries(hook["id"])[0]["outcome"]
    assert {"registered", "message_renewed"} == set(listener.logged())


def test_a_delivery_is_sent_again_by_its_own_hook_only(listener: Listener) -> None:
    hook = listener.registered("complaint.filed")["hook"]
    other = listener.registered("photo.erased", path="/other")["hook"]
    listener.complain()
    listener.send()
    (delivery,) = listener.deliveries(hook["id"])

    listener.door.post(f"/hooks/{other['id']}/deliveries/{delivery['id']}/retry", None, 404)
    listener.door.post(f"/hooks/{hook['id']}/deliveries/{NOBODY}/retry", None, 404)
    listener.door.post(f"/hooks/{NOBODY}/deliveries/{delivery['id']}/retry", None, 404)


def test_a_receiver_that_is_gone_is_told_nothing_more(listener: Listener) -> None:
    hook = listener.registered()["hook"]
    listener.complain()
    listener.receiver.replies.append((410, {}))
    listener.send()

    listener.complain()

    assert [] == listener.send(days=1)
    gone = listener.door.get(f"/hooks/{hook['id']}")
    assert (True, "2025-01-01T00:00:00Z") == (gone["is_gone"], gone["disabled_at"])
    assert ["gone"] == [each["outcome"] for each in listener.deliveries(hook["id"])]
    disabled = listener.logged()["disabled"]
    assert "gone" == disabled["payload"]["why"]
    assert "system" == disabled["actor"]["kind"]


def test_what_was_sent_is_forgotten_a_month_later(listener: Listener) -> None:
    hook = listener.registered()["hook"]
    listener.complain()
    listener.send()
    forget = listener.door.house.registry.hooks.forget_messages

    listener.clock.at += timedelta(days=30)
    forget()
    assert 1 == len(listener.deliveries(hook["id"]))
    listener.clock.at += timedelta(seconds=1)
    forget()

    assert [] == listener.deliveries(hook["id"])
    assert [hook] == listener.door.get("/hooks")["items"]


def test_hooks_of_others_hear_nothing(listener: Listener, stranger: Door) -> None:
    theirs = stranger.post("/hooks", {"url": "https://elsewhere.example/", "events": EVERYTHING})[
        "hook"
    ]

    listener.complain()

    assert [] == stranger.get(f"/hooks/{theirs['id']}/deliveries")["items"]
    listener.door.get(f"/hooks/{theirs['id']}", 404)


def test_a_name_that_leads_inside_is_told_nothing(listener: Listener) -> None:
    """
    As the deployment runs: `localhost` is a name that may be registered, and no way in.
    """
    body = {"url": "https://localhost:8443/", "events": ["complaint.filed"]}
    hook = listener.door.post("/hooks", body)["hook"]
    listener.complain()

    listener.send()

    (delivery,) = listener.deliveries(hook["id"])
    assert ("postponed", "address") == (delivery["outcome"], delivery["detail"])


def test_the_service_sends_by_itself(tmp_path: Path, receiver: Receiver) -> None:
    settings = replace(
        deployment(migrated.sqlite_url(tmp_path), tmp_path / "var"), hooks_interval_seconds=0.01
    )
    receiver.arrived.clear()
    clock = Clock(STORIES_BEGIN)
    with telling(settings, clock, receiver) as house, founding(house) as found_one:
        listener = Listener(found_one("jacinthes"), receiver, clock)
        secret = listener.registered("complaint.filed")["secret"]
        listener.complain()

        assert receiver.arrived.wait(30)

    assert receiver.received[-1].verify(secret)
