"""
Programs invite those who work here, give them roles, and let them in no more.
"""

import pytest

from service.decision.ids import MemberId
from service.errors import NotAllowed
from service.records.paging import Page
from service.usecases.staff.member_caller import caller_for
from tests.api.door import NOBODY, Door

BRAM: dict[str, object] = {
    "email": "Bram@Jacinthes.example",
    "name": "Bram Peeters",
    "language": "nl",
    "roles": [{"role": "checker"}],
}


def test_invited_member_comes_back_without_anything_that_opens_doors(door: Door) -> None:
    made = door.post("/staff", BRAM)

    assert "bram@jacinthes.example" == made["email"]
    assert [{"role": "checker", "unit_id": None}] == made["roles"]
    assert (None, None) == (made["joined_at"], made["deactivated_at"])
    assert {"id", "email", "name", "language", "roles", "joined_at", "deactivated_at"} == set(made)
    assert made == door.get(f"/staff/{made['id']}")
    assert [made] == door.get("/staff")["items"]


def test_the_link_goes_by_mail_alone(door: Door) -> None:
    made = door.post("/staff", BRAM)
    with door.house.registry.ledger.verify_ledger.database.look(door.organisation.id) as work:
        (story,) = work.outbox.list_page(Page()).items
        link = work.outbox.get(story.id).text.partition("/join#")[2].split()[0]

    assert made["id"] == story.recipient_id
    assert link.rpartition(".")[2] not in str(door.entries())


def test_a_repeated_call_invites_once(door: Door) -> None:
    door.post("/staff", BRAM, idempotency_key="one")
    door.post("/staff", BRAM, 409, idempotency_key="one")

    assert 1 == len(door.get("/staff")["items"])


def test_other_roles_take_the_place_of_all_others(door: Door) -> None:
    made = door.post("/staff", BRAM)
    roles = [{"role": "publisher", "unit_id": door.unit()}]

    changed = door.patch(f"/staff/{made['id']}", {"roles": roles})

    assert made | {"roles": roles} == changed
    assert "fr" == door.patch(f"/staff/{made['id']}", {"language": "fr"})["language"]
    door.patch(f"/staff/{made['id']}", {"email": "other@jacinthes.example"}, 400)


def test_who_left_is_let_in_again_by_another_invitation(door: Door) -> None:
    made = door.post("/staff", BRAM)

    assert door.delete(f"/staff/{made['id']}", 200)["deactivated_at"]
    assert made == door.post(f"/staff/{made['id']}/invitation", status=200)


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"email": "bram"}, 422),
        ({"name": " "}, 422),
        ({"roles": []}, 400),
        ({"roles": [{"role": "queen"}]}, 400),
        ({"roles": [{"role": "checker", "unit_id": NOBODY}]}, 422),
    ],
)
def test_what_cannot_be_is_refused(door: Door, wrong: dict[str, object], status: int) -> None:
    door.post("/staff", BRAM | wrong, status)

    assert [] == door.get("/staff")["items"]


def test_an_address_is_of_one_member(door: Door) -> None:
    door.post("/staff", BRAM)

    assert "email" == door.post("/staff", BRAM, 409)["field"]


def test_a_key_of_some_units_appoints_there_only(door: Door) -> None:
    kitchen, garden = door.unit("Kitchen"), door.unit("Garden")
    deputy = door.with_key("admin", units=[kitchen])

    bram = deputy.post("/staff", BRAM | {"roles": [{"role": "checker", "unit_id": kitchen}]})
    for elsewhere in (garden, None):
        roles = [{"role": "checker", "unit_id": elsewhere}]
        body = BRAM | {"email": "x@y.example", "roles": roles}
        deputy.post("/staff", body, 403)
        other = door.post("/staff", body | {"email": f"{elsewhere}@y.example"})["id"]
        assert "not-found" == deputy.get(f"/staff/{other}", 404)["code"]
    assert [bram] == deputy.get("/staff")["items"], "who works there alone"
    assert bram == deputy.get(f"/staff/{bram['id']}")
    door.with_key("audit", units=[kitchen]).get("/staff", 403)


@pytest.mark.parametrize("where", ["another unit", "the whole house"])
def test_a_member_out_of_reach_is_answered_like_one_that_is_not_there(
    door: Door, where: str
) -> None:
    kitchen, garden = door.unit("Kitchen"), door.unit("Garden")
    deputy = door.with_key("admin", units=[kitchen])
    unit_id = garden if where == "another unit" else None
    other = door.post("/staff", BRAM | {"roles": [{"role": "checker", "unit_id": unit_id}]})["id"]

    for method, path, body in (
        ("GET", "", None),
        ("PATCH", "", {"name": "Mine"}),
        ("PATCH", "", {"roles": [{"role": "checker", "unit_id": kitchen}]}),
        ("DELETE", "", None),
        ("POST", "/invitation", None),
    ):
        there, nowhere = (
            deputy.knock(method, f"/staff/{each}{path}", body) for each in (other, NOBODY)
        )
        assert (404, nowhere.json()["detail"]) == (there.status_code, there.json()["detail"])


def test_whoever_sees_a_member_is_told_that_they_may_not_change_them(door: Door) -> None:
    kitchen = door.unit("Kitchen")
    roles = [{"role": "administrator", "unit_id": kitchen}, {"role": "data_protection_officer"}]
    other = door.post("/staff", BRAM | {"email": "ada@y.example"})["id"]
    both = door.post("/staff", BRAM | {"roles": roles})["id"]
    registry = door.house.registry
    member = registry.staff.get_member(registry.keys.identify_key(door.key), MemberId(both))
    caller = caller_for(door.organisation.id, member)

    assert other == registry.staff.get_member(caller, MemberId(other)).id
    with pytest.raises(NotAllowed):
        registry.staff.deactivate_member(caller, MemberId(other))
