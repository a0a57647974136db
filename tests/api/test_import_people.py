"""
People are entered out of a table.
"""

import pytest

from tests.api.door import Door, Json, answered

TABLE = (
    "external_id;given_name;family_name;category;born_on;unit;aliases\n"
    "7;Léa;Dupont;beneficiary;2016-05-04;Les Coquelicots;Lulu | Lilou\n"
    "8;Zoë;Peeters;employee;01/09/1990;;\n"
)


def enter(door: Door, table: str | bytes, status: int = 200, *, really: bool = False) -> Json:
    """
    Try a table, or write it.
    """
    content = table if isinstance(table, bytes) else table.encode()
    query = "?dry_run=false" if really else ""
    return answered(door.send_form("POST", f"/people/import{query}", {}, file=content), status)


def test_a_dry_run_says_what_would_happen_and_writes_nothing(door: Door) -> None:
    door.unit()

    report = enter(door, TABLE)

    assert (True, 2, 2, []) == (
        report["dry_run"],
        report["rows"],
        report["enrolled"],
        report["errors"],
    )
    assert [] == door.get("/people")["items"]


def test_everybody_in_the_table_is_entered(door: Door) -> None:
    unit_id = door.unit()

    report = enter(door, TABLE, really=True)

    lea, zoe = door.get("/people")["items"]
    assert 2 == report["enrolled"]
    assert (["Lulu", "Lilou"], unit_id) == (lea["aliases"], lea["memberships"][0]["unit_id"])
    assert ("Zoë", "1990-09-01") == (zoe["given_name"], zoe["born_on"])
    assert ["person:enrolled"] * 2 == [entry["kind"] for entry in door.entries()[-2:]]


def test_a_second_run_changes_nothing(door: Door) -> None:
    door.unit()
    enter(door, TABLE, really=True)

    report = enter(door, TABLE, really=True)

    assert (0, 0, 2) == (report["enrolled"], report["changed"], report["unchanged"])
    assert 2 == len(door.get("/people")["items"])


def test_a_later_table_changes_what_it_says_and_nothing_else(door: Door) -> None:
    door.unit()
    enter(door, TABLE, really=True)

    report = enter(door, "External_ID,family_name,email\n7,Vandamme,\n", really=True)

    lea = door.get("/people")["items"][0]
    assert 1 == report["changed"]
    assert ("Léa", "Vandamme", "2016-05-04") == (
        lea["given_name"],
        lea["family_name"],
        lea["born_on"],
    )


@pytest.mark.parametrize(
    ("separator", "encoding", "names"),
    [
        (";", "utf-8", ("semicolon", "UTF-8")),
        (",", "utf-8-sig", ("comma", "UTF-8")),
        ("\t", "cp1252", ("tab", "Windows-1252")),
    ],
)
def test_every_dialect_is_read(
    door: Door, separator: str, encoding: str, names: tuple[str, str]
) -> None:
    door.unit()
    content = TABLE.replace(";", separator).replace("\n", "\r\n").encode(encoding)

    report = enter(door, content, really=True)

    assert names == (report["separator"], report["encoding"])
    assert ["Léa", "Zoë"] == [each["given_name"] for each in door.get("/people")["items"]]


def test_one_bad_row_stops_them_all(door: Door) -> None:
    table = (
        "external_id;given_name;family_name;category;born_on\n"
        "1;Léa;Dupont;beneficiary;2016-05-04\n"
        ";Tom;Dupont;beneficiary;\n"
        "3;Zoë;Dupont;pupil;\n"
        "4;Eve;Dupont;employee;31/02/1990\n"
        "5;Max;Dupont;employee;2999-01-01\n"
        "1;Léo;Dupont;beneficiary;\n"
    )
    expected = [
        (3, "external_id"),
        (4, "category"),
        (5, "born_on"),
        (6, "born_on"),
        (7, "external_id"),
    ]

    tried = enter(door, table)
    refused = enter(door, table, 422, really=True)

    assert expected == [(each["row"], each["field"]) for each in tried["errors"]]
    assert [f"rows.{row}.{field}" for row, field in expected] == [
        each["field"] for each in refused["errors"]
    ]
    assert "rows-refused" == refused["code"]
    assert "31/02/1990" not in str(refused)
    assert [] == door.get("/people")["items"]


@pytest.mark.parametrize(
    "table",
    [
        b"",
        b"\n\n",
        b"given_name;family_name\nA;B\n",
        b"external_id;surname\n1;B\n",
        b"external_id;external_id\n1;2\n",
        b"external_id;email\n1;2;3\n",
        b'external_id;email\n1;"2\n',
        "external_id\n1\n".encode("utf-16"),
        b"external_id;given_name\n1;\x81\n",
    ],
)
def test_a_table_that_cannot_be_read_is_refused(door: Door, table: bytes) -> None:
    problem = enter(door, table, 422)

    assert "file" == problem["field"]


def test_a_unit_that_is_not_known_is_named(door: Door) -> None:
    report = enter(door, "external_id;given_name;family_name;category;unit\n1;A;B;visitor;X\n")

    assert [{"row": 2, "field": "unit", "message": "There is no such unit."}] == report["errors"]


def test_a_form_without_a_file_is_refused(door: Door) -> None:
    other = answered(door.send_form("POST", "/people/import", {}, other=b"x"), 400)
    text = answered(door.send_form("POST", "/people/import", {"file": "x"}, other=b"x"), 400)

    assert ("other", "file") == (other["field"], text["field"])
    answered(door.knock("POST", "/people/import", {"file": "external_id"}), 415)


def test_a_key_of_one_unit_imports_into_it_only(door: Door) -> None:
    own = door.unit("Own")
    door.unit("Other")
    door.person(external_id="9")
    educator = door.with_key("people:write", "people:read", units=[own])
    table = "external_id;given_name;family_name;category;unit\n1;A;B;visitor;{}\n"

    assert "unit" == enter(educator, table.format("Other"))["errors"][0]["field"]
    assert "external_id" == enter(educator, "external_id;email\n9;\n")["errors"][0]["field"]
    assert 1 == enter(educator, table.format("Own"), really=True)["enrolled"]


def test_a_cell_that_is_too_long_is_named_as_such(door: Door) -> None:
    long = "a" * 200_000

    report = enter(door, f"external_id;given_name;family_name;category\n7;{long};Roy;client\n")

    (error,) = report["errors"]
    assert (2, "given_name") == (error["row"], error["field"])
    assert "At most 200 characters are kept." == error["message"]


def test_a_quote_within_a_cell_is_named_as_such(door: Door) -> None:
    for table in ('external_id;given_name\n7;"Ada', 'external_id;given_name\n7;"A"da\n'):
        problem = enter(door, table, 422)

        assert "quote" in problem["detail"]
        assert "within a cell" in problem["detail"]


def test_rows_that_end_as_on_an_old_mac_are_read(door: Door) -> None:
    table = "external_id;given_name;family_name;category\r7;Ada;Roy;client\r"

    assert 1 == enter(door, table)["enrolled"]
