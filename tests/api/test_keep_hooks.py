"""
Hooks are registered, changed, disabled and deleted by administrators.
"""

import json
from datetime import timedelta

import pytest

from tests.api.door import Door, Json
from tests.api.hooked import EVERYTHING, Listener


def test_a_hook_hears_what_it_was_registered_for(listener: Listener) -> None:
    hook = listener.registered("photo.erased")["hook"]
    listener.complain()
    assert [] == listener.send()

    changed = listener.door.patch(f"/hooks/{hook['id']}", {"events": ["complaint.filed"]})
    listener.complain()

    assert ["complaint.filed"] == changed["events"]
    assert 1 == len(listener.send())
    assert {"registered", "changed"} == set(listener.logged())


def test_nobody_can_read_a_secret_again(listener: Listener) -> None:
    body = {"url": listener.receiver.url("/?token=geheim"), "events": EVERYTHING}
    registered = listener.door.post("/hooks", body, idempotency_key="k")
    again = listener.door.post("/hooks", body, 409, idempotency_key="k")

    (hook,) = listener.door.get("/hooks")["items"]
    assert registered["hook"] == hook == listener.door.get(f"/hooks/{hook['id']}")
    assert "already-exists" == again["code"]
    assert registered["secret"].startswith("whsec_")
    logged = json.dumps(listener.door.entries())
    for word in (registered["secret"], "geheim"):
        assert word not in logged
    assert registered["secret"] not in json.dumps(hook)


def test_the_old_secret_signs_along_for_a_day(listener: Listener) -> None:
    old = listener.registered()
    new = listener.door.post(f"/hooks/{old['hook']['id']}/secret", None, 200)

    listener.complain()
    (both,) = listener.send(hours=23)
    listener.complain()
    (alone,) = listener.send(hours=1)

    assert new["secret"] != old["secret"]
    assert both.verify(old["secret"])
    assert both.verify(new["secret"])
    assert alone.verify(new["secret"])
    assert not alone.verify(old["secret"])
    assert 1 == len(alone.headers["webhook-signature"].split(" "))


def test_a_secret_is_not_rotated_without_end(listener: Listener) -> None:
    path = f"/hooks/{listener.registered()['hook']['id']}/secret"
    for _ in range(3):
        listener.door.post(path, None, 200)

    listener.door.post(path, None, 409)
    listener.clock.at += timedelta(days=1)
    listener.door.post(path, None, 200)


def test_while_a_hook_is_disabled_nothing_is_sent(listener: Listener) -> None:
    hook = listener.registered()["hook"]
    path = f"/hooks/{hook['id']}"
    listener.complain()
    disabled = listener.door.post(f"{path}/disable", None, 200)
    assert disabled == listener.door.post(f"{path}/disable", None, 200)
    listener.complain()
    assert [] == listener.send()
    (dropped,) = listener.deliveries(hook["id"])
    listener.door.post(f"{path}/deliveries/{dropped['id']}/retry", None, 409)

    assert None is listener.door.post(f"{path}/enable", None, 200)["disabled_at"]
    listener.door.post(f"{path}/enable", None, 200)
    listener.complain()

    assert "dropped" == dropped["outcome"]
    assert 1 == len(listener.send())
    assert {"registered", "disabled", "enabled"} == set(listener.logged())


def test_with_a_hook_its_deliveries_go_and_what_waits_is_never_sent(listener: Listener) -> None:
    hook = listener.registered()["hook"]
    listener.complain()

    listener.door.delete(f"/hooks/{hook['id']}", 204)

    assert [] == listener.send()
    assert [] == listener.door.get("/hooks")["items"]
    for path in (f"/hooks/{hook['id']}", f"/hooks/{hook['id']}/deliveries"):
        listener.door.get(path, 404)
    assert {"registered", "deleted"} == set(listener.logged())


def test_hooks_are_kept_by_administrators_of_the_whole_house(listener: Listener) -> None:
    hook = listener.registered()["hook"]
    unit = listener.door.unit()
    for lesser in (
        listener.door.with_key("audit", "people:read"),
        listener.door.with_key("admin", "complaints:read", units=[unit]),
    ):
        lesser.get("/hooks", 403)
        lesser.post("/hooks", {"url": "https://cms.example/", "events": EVERYTHING}, 403)
        lesser.get(f"/hooks/{hook['id']}/deliveries", 403)
        lesser.delete(f"/hooks/{hook['id']}", 403)


def _refusal(door: Door, **told: object) -> Json:
    body = {"url": "https://cms.jacinthes.example/obstat", "events": EVERYTHING}
    return door.post("/hooks", body | told, 422)


@pytest.mark.parametrize(
    "url",
    [
        "http://cms.jacinthes.example/",
        "https://127.0.0.1/",
        "https://[::ffff:169.254.169.254]/",
        "https://cms.jacinthes.example:25/",
        "https://me:secret@cms.jacinthes.example/",
        "https://",
    ],
)
def test_an_address_that_nothing_is_sent_to_is_refused(listener: Listener, url: str) -> None:
    assert "url" == _refusal(listener.door, url=url)["field"]


def test_an_organisation_has_twenty_hooks_at_most(listener: Listener) -> None:
    for number in range(20):
        listener.registered(path=f"/{number}")

    body = {"url": listener.receiver.url(), "events": EVERYTHING}
    assert "conflict" == listener.door.post("/hooks", body, 409)["code"]


def test_deliveries_are_listed_page_by_page(listener: Listener) -> None:
    hook = listener.registered()["hook"]
    for _ in range(3):
        listener.complain()

    first = listener.door.get(f"/hooks/{hook['id']}/deliveries?limit=2")
    rest = listener.door.get(f"/hooks/{hook['id']}/deliveries?limit=2&after={first['next']}")

    assert (2, 1, None) == (len(first["items"]), len(rest["items"]), rest["next"])


def test_a_hook_is_tried_with_a_message_that_tells_of_nothing(listener: Listener) -> None:
    hook = listener.registered("photo.erased")["hook"]
    other = listener.registered("photo.erased", path="/other")["hook"]
    made = listener.door.post(f"/hooks/{hook['id']}/try", None)
    (sent,) = listener.send()

    told = json.loads(sent.body)
    assert ("hook.tried", {"hook_id": hook["id"]}) == (told["type"], told["data"])
    assert made["id"] == sent.headers["webhook-id"]
    assert "delivered" == listener.deliveries(hook["id"])[0]["outcome"]
    assert [] == listener.deliveries(other["id"])
    tried = listener.logged()["tried"]["payload"]
    assert {"hook_id": hook["id"], "delivery_id": made["id"]} == tried


def test_a_hook_that_is_disabled_is_not_tried_and_none_is_told_of_tries_alone(
    listener: Listener,
) -> None:
    hook = listener.registered("photo.erased")["hook"]
    listener.door.patch(f"/hooks/{hook['id']}", {"events": ["hook.tried"]}, 422)
    listener.door.post(f"/hooks/{hook['id']}/disable", None, 200)
    listener.door.post(f"/hooks/{hook['id']}/try", None, 409)
    assert [] == listener.deliveries(hook["id"])
