"""
Everybody is written into a table.
"""

import pytest

from tests.api.door import Door


def test_what_is_exported_can_be_imported(door: Door) -> None:
    unit_id = door.unit()
    door.person(external_id="7", aliases=["Lulu"], memberships=[{"unit_id": unit_id}])
    door.person(external_id="8", given_name="Zoë", born_on=None, known_adult=True)

    exported = door.knock("GET", "/people/export")
    again = door.send_form("POST", "/people/import?dry_run=false", {}, file=exported.content)

    assert exported.content.startswith(b"\xef\xbb\xbfexternal_id;")
    assert "attachment" in exported.headers["content-disposition"]
    assert 2 == again.json()["unchanged"], again.text


def test_no_cell_is_a_formula(door: Door) -> None:
    for number, name in enumerate(("=1+1", "+32", "-1", "@sum")):
        door.person(external_id=str(number), given_name=name)

    table = door.knock("GET", "/people/export").content.decode("utf-8-sig")
    again = door.send_form("POST", "/people/import", {}, file=table.encode())

    cells = [cell for row in table.splitlines() for cell in row.split(";")]
    assert [] == [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert 4 == again.json()["unchanged"]


@pytest.mark.parametrize(
    "alias", ["Lulu|Lilou", "a\\|b", "|", "\\", "-Anne", "'t Kleintje", "=1+1", "a \\| b"]
)
def test_another_name_is_one_name_again_whatever_is_in_it(door: Door, alias: str) -> None:
    door.person(external_id="7", aliases=[alias, "Lou"], given_name="-Anne")
    (before,) = door.get("/people")["items"]

    for form in ("csv", "xlsx"):
        table = door.knock("GET", f"/people/export?format={form}").content
        path = "/people/import?dry_run=false"
        again = door.send_form("POST", path, {}, file=table).json()

        assert (1, []) == (again["unchanged"], again["errors"]), form
    assert [before] == door.get("/people")["items"]


@pytest.mark.parametrize("name", ["'-Anne", "'=1+1", "''+32", "'Anne", "'t Hart", "'@", "'"])
def test_an_apostrophe_that_was_typed_comes_back(door: Door, name: str) -> None:
    door.person(external_id="7", given_name=name, aliases=[name])
    (before,) = door.get("/people")["items"]

    for form in ("csv", "xlsx"):
        table = door.knock("GET", f"/people/export?format={form}").content
        path = "/people/import?dry_run=false"
        again = door.send_form("POST", path, {}, file=table).json()

        assert (1, []) == (again["unchanged"], again["errors"]), form
    assert [before] == door.get("/people")["items"]


def test_that_people_left_the_house_is_recorded(door: Door) -> None:
    door.person()
    door.knock("GET", "/people/export")

    entry = door.entries()[-1]

    assert ("export:made", 1) == (entry["kind"], entry["payload"]["rows"])


def test_only_whoever_may_see_everybody_exports(door: Door) -> None:
    door.with_key("people:read").get("/people/export", 403)
    door.with_key("people:read", "admin", units=[door.unit()]).get("/people/export", 403)
