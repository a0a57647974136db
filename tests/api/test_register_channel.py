"""
A channel is registered.
"""

import pytest

from tests.api.door import NOBODY, Door
from tests.api.office import FACEBOOK, answer, channel, group, refused

SAME_PAGE = "https://www.facebook.com/LesJacinthes/?utm_source=mail"


def test_a_channel_is_there_once_registered(door: Door) -> None:
    contact = {"name": "Nora", "role": "page", "email": "nora@jacinthes.example", "phone": ""}
    told = FACEBOOK | {
        "unit_id": door.unit(),
        "group_ids": [group(door)],
        "quota": {"limit": 4, "window": "iso_week"},
        "publisher_ids": ["operator"],
        "photo_publisher": "members",
        "special_category": True,
        "contact": contact,
        "checklist": ["Nobody in swimwear"],
        "rules_address": "facebook.com/terms",
        "report_address": "https://facebook.com/report",
    }

    made = door.post("/channels", told)

    assert made | {"quota_left": made["quota"]["limit"]} == door.get(f"/channels/{made['id']}")
    shown = {name: value for name, value in made.items() if name in told}
    assert (
        told
        | {"purposes": sorted(FACEBOOK["purposes"])}
        | {"rules_address": "https://facebook.com/terms"}
        == shown
    )
    assert (False, 1) == (made["closed"], made["checklist_version"])


def test_an_address_is_kept_the_one_way_it_is_recognised(door: Door) -> None:
    made = door.post("/channels", FACEBOOK | {"address": SAME_PAGE})

    assert "facebook.com/LesJacinthes" == made["address"]


def test_a_page_is_registered_once(door: Door) -> None:
    door.post("/channels", FACEBOOK)

    problem = refused(door, "/channels", FACEBOOK | {"slug": "again", "address": SAME_PAGE}, 409)

    assert ("already-exists", "address") == (problem["code"], problem["field"])


def test_a_short_name_belongs_to_one_channel(door: Door) -> None:
    door.post("/channels", FACEBOOK)

    problem = refused(door, "/channels", FACEBOOK | {"address": "example.org"}, 409)

    assert ("already-exists", "slug") == (problem["code"], problem["field"])


def test_the_same_key_registers_one_channel(door: Door) -> None:
    first = door.post("/channels", FACEBOOK, idempotency_key="page")
    again = door.post("/channels", dict(reversed(FACEBOOK.items())), idempotency_key="page")

    assert first == again
    assert [first] == door.get("/channels")["items"]


def test_the_same_key_with_another_channel_is_refused(door: Door) -> None:
    door.post("/channels", FACEBOOK, idempotency_key="page")
    other = door.knock("POST", "/channels", FACEBOOK | {"name": "Other"}, idempotency_key="page")

    assert "idempotency-mismatch" == other.json()["code"]
    assert 1 == len(door.get("/channels")["items"])


def test_a_leaflet_has_a_title_for_an_address(door: Door) -> None:
    leaflet = {"medium": "print", "platform": "", "address": "Le Petit  Journal"}
    made = door.post("/channels", FACEBOOK | leaflet)
    again = leaflet | {"slug": "again", "address": "LE PETIT JOURNAL"}

    assert "le petit journal" == made["address"]
    assert "address" == refused(door, "/channels", FACEBOOK | again, 409)["field"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"purposes": []}, "purposes"),
        ({"quota": {"limit": 0}}, "quota.limit"),
        ({"quota": {"limit": -1}}, "quota.limit"),
        ({"unit_id": NOBODY}, "unit_id"),
        ({"group_ids": [NOBODY]}, "group_ids"),
        ({"publisher_ids": [NOBODY]}, "publisher_ids"),
        ({"slug": "Our Page"}, "slug"),
        ({"slug": NOBODY}, "slug"),
        ({"name": " "}, "name"),
        ({"name": "Our\u202epage"}, "name"),
        ({"platform": "face\u0000book"}, "platform"),
        ({"address": ""}, "address"),
        ({"address": "Le Petit Journal"}, "address"),
        ({"address": "facebook"}, "address"),
        ({"checklist": ["", "Look twice"]}, "checklist"),
        ({"rules_address": "javascript://facebook.com/%0aalert(1)"}, "rules_address"),
        ({"report_address": "call us"}, "report_address"),
        ({"contact": {"name": "Nora", "role": "page", "email": "nora"}}, "contact.email"),
    ],
)
def test_what_cannot_be_used_is_named(door: Door, told: dict[str, object], field: str) -> None:
    assert field == refused(door, "/channels", FACEBOOK | told)["field"]


@pytest.mark.parametrize("missing", ["slug", "name", "medium", "audience", "purposes", "address"])
def test_what_is_needed_is_named(door: Door, missing: str) -> None:
    body = {name: value for name, value in FACEBOOK.items() if name != missing}

    assert missing == refused(door, "/channels", body, 400)["field"]


def test_nobody_has_answered_for_a_new_channel(door: Door) -> None:
    door.person(given_name="Emeka", born_on="1990-05-04")
    channel(door)

    assert "ask" == answer(door)


def test_another_organisation_may_have_the_same_page(door: Door, stranger: Door) -> None:
    door.post("/channels", FACEBOOK)
    stranger.post("/channels", FACEBOOK)

    assert 1 == len(door.get("/channels")["items"])


def test_a_unit_or_group_of_another_organisation_is_unknown(door: Door, stranger: Door) -> None:
    for told, field in (
        ({"unit_id": stranger.unit()}, "unit_id"),
        ({"group_ids": [group(stranger)]}, "group_ids"),
    ):
        assert field == refused(door, "/channels", FACEBOOK | told)["field"]


def test_it_takes_the_scope_to_write_channels(door: Door) -> None:
    reader = door.with_key("channels:read")

    assert "not-allowed" == refused(reader, "/channels", FACEBOOK, 403)["code"]


def test_it_is_written_in_the_ledger(door: Door) -> None:
    channel_id = channel(door)
    last = door.entries()[-1]

    assert ("channel:registered", channel_id) == (last["kind"], last["payload"]["channel_id"])
