"""
Orders that protect an adult are kept on pages: who enters people enters them, too.
"""

import pytest

from service.decision.powers import Role
from tests.api.door import Json
from tests.api.office import adult, answer, channel, version, yes
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

ORDER = {"kind": "assistance", "covers_image": "yes", "proof": "Order 12/2024"}


def orders_of(house: StaffedHouse, person_id: str) -> list[Json]:
    """
    Read what is on file, as programs do.
    """
    found: list[Json] = house.door.get(f"/people/{person_id}/protections")["items"]
    return found


def allowed_alone(house: StaffedHouse) -> str:
    """
    Enter Emeka, who said yes himself; give the id.
    """
    channel(house.door)
    emeka = adult(house.door)
    yes(house.door, emeka, version(house.door))
    assert "publish" == answer(house.door)
    return emeka


def test_an_order_entered_on_a_page_counts_at_once(house: StaffedHouse) -> None:
    emeka = allowed_alone(house)
    registrar = reader(house, Role.REGISTRAR)
    assert "Add an order of protection" in registrar.get(f"/people/{emeka}")

    told = ORDER | {"from_on": "2024-03-01", "review_on": "2099-03-01"}
    back = registrar.post(f"/people/{emeka}/protections/new", told)
    shown = registrar.get(back)

    assert "ask" == answer(house.door)
    assert "Assistance · covers image · since 1 March 2024 · review by 1 March 2099" in shown
    assert "Order 12/2024" in shown
    assert "An adult under protection: check who may answer." in shown
    [kept] = orders_of(house, emeka)
    assert ("assistance", True, "2024-03-01") == (
        kept["kind"],
        kept["covers_image"],
        kept["from_on"],
    )
    assert not kept["intimacy_authorised"]


def test_an_order_over_goods_alone_leaves_the_image_to_the_person(house: StaffedHouse) -> None:
    emeka = allowed_alone(house)
    registrar = reader(house, Role.REGISTRAR)

    told = ORDER | {"kind": "representation", "covers_image": "no"}
    shown = registrar.get(registrar.post(f"/people/{emeka}/protections/new", told))

    assert "Representation · does not cover image" in shown
    assert "publish" == answer(house.door)


def test_who_represents_without_an_order_is_asked_about(house: StaffedHouse) -> None:
    emeka = allowed_alone(house)
    registrar = reader(house, Role.REGISTRAR)
    who = {"given_name": "Ruth", "kind": "representative", "basis": "judgment", "proof": "Seen"}

    registrar.post(f"/people/{emeka}/authorities/new", who)
    assert "ask" == answer(house.door)

    registrar.post(f"/people/{emeka}/protections/new", {**ORDER, "covers_image": "no"})
    assert "ask" == answer(house.door), "assistance says nothing about who represents"
    told = ORDER | {"kind": "representation", "covers_image": "no"}
    registrar.post(f"/people/{emeka}/protections/new", told)
    assert "publish" == answer(house.door)


def test_an_order_is_ended_on_its_page(house: StaffedHouse) -> None:
    emeka = adult(house.door)
    registrar = reader(house, Role.REGISTRAR)
    registrar.post(f"/people/{emeka}/protections/new", ORDER | {"intimacy_authorised": "1"})
    [kept] = orders_of(house, emeka)
    page = f"/people/{emeka}/protections/{kept['id']}"
    assert kept["intimacy_authorised"]
    assert page in registrar.fetch(f"/people/{emeka}").text

    assert "Order 12/2024" in registrar.get(page)
    shown = registrar.get(registrar.post(page, {"until_on": "2026-02-28"}))

    assert "until 28 February 2026" in shown
    assert "2026-02-28" == orders_of(house, emeka)[0]["until_on"]


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({"covers_image": None}, "covers_image"),
        ({"covers_image": "maybe"}, "covers_image"),
        ({"kind": "charm"}, "kind"),
        ({"from_on": "2024-01-02", "until_on": "2024-01-01"}, "until_on"),
        ({"from_on": "2024-01-02", "review_on": "2024-01-01"}, "review_on"),
        ({"review_on": "soon"}, "review_on"),
        ({"from_on": "1950-01-01"}, "from_on"),
    ],
)
def test_an_order_that_cannot_be_is_shown_again_as_typed(
    house: StaffedHouse, told: dict[str, str | None], fault: str
) -> None:
    emeka = adult(house.door)
    registrar = reader(house, Role.REGISTRAR)

    response = registrar.client.post(
        f"/people/{emeka}/protections/new",
        data={name: text for name, text in {**ORDER, **told}.items() if text is not None},
        headers=registrar.headers(),
    )

    assert 422 == response.status_code
    assert f'id="{fault}-fault"' in response.text
    assert "Order 12/2024" in response.text
    assert [] == orders_of(house, emeka)


def test_an_end_that_cannot_be_is_shown_again_as_typed(house: StaffedHouse) -> None:
    emeka = adult(house.door)
    registrar = reader(house, Role.REGISTRAR)
    told = ORDER | {"from_on": "2024-01-02", "until_on": "2024-06-30"}
    registrar.post(f"/people/{emeka}/protections/new", told)
    [kept] = orders_of(house, emeka)

    page = f"/people/{emeka}/protections/{kept['id']}"
    for day in ("2024-01-01", "2024-07-01", "tomorrow"):
        shown = registrar.post(page, {"until_on": day}, status=422)
        assert "nor later than was said. An order that was prolonged is added anew." in shown

    assert [kept] == orders_of(house, emeka)


def test_whoever_reads_people_sees_orders_and_changes_none(house: StaffedHouse) -> None:
    emeka = adult(house.door)
    registrar = reader(house, Role.REGISTRAR)
    registrar.post(f"/people/{emeka}/protections/new", ORDER)
    [kept] = orders_of(house, emeka)
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    shown = officer.get(f"/people/{emeka}")

    assert "Assistance · covers image" in shown
    assert "Add an order of protection" not in shown
    for page in (f"/people/{emeka}/protections/new", f"/people/{emeka}/protections/{kept['id']}"):
        officer.get(page, 403)
        officer.post(page, ORDER, status=403)
    assert [kept] == orders_of(house, emeka)


def test_orders_of_somebody_out_of_sight_are_not_there(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    emeka = adult(house.door, memberships=[{"unit_id": other}])
    made = house.door.post(
        f"/people/{emeka}/protections", {"kind": "representation", "covers_image": True}
    )
    lea = house.door.person(memberships=[{"unit_id": own}])
    registrar = reader(house, Role.REGISTRAR, unit_id=own)

    registrar.get(f"/people/{emeka}/protections/new", 404)
    registrar.post(f"/people/{emeka}/protections/new", ORDER, status=404)
    for person_id in (emeka, lea):
        page = f"/people/{person_id}/protections/{made['id']}"
        registrar.get(page, 404)
        registrar.post(page, {"until_on": ""}, status=404)

    assert [made] == orders_of(house, emeka)
