"""
A table that enters somebody twice is told row by row.
"""

import pytest

from tests.api.door import Door
from tests.api.test_import_people import enter

HEAD = "external_id;given_name;family_name;category;born_on;somebody_else\n"
LEA = "1;Léa;Dupont;beneficiary;2016-05-04;\n"


def test_a_row_that_is_there_already_is_named_with_whom_it_looks_like(door: Door) -> None:
    lea = door.person()

    tried = enter(door, HEAD + LEA)
    refused = enter(door, HEAD + LEA, 422, really=True)

    (error,) = tried["errors"]
    assert (2, "somebody_else") == (error["row"], error["field"])
    assert lea in error["message"]
    assert "Dupont" not in str(refused)
    assert [lea] == [each["id"] for each in door.get("/people")["items"]]


def test_two_rows_of_one_table_are_compared(door: Door) -> None:
    table = (
        HEAD + LEA + "2;Tom;Dupont;beneficiary;2016-05-04;\n3;DUPONT;Lea;visitor;04/05/2016;no\n"
    )

    report = enter(door, table)

    assert [(4, "somebody_else")] == [(each["row"], each["field"]) for each in report["errors"]]
    assert "row 2" in report["errors"][0]["message"]


def test_a_row_says_that_it_is_somebody_else(door: Door) -> None:
    door.person()
    table = HEAD + LEA.replace(";\n", ";yes\n") + "3;Lea;Dupont;visitor;2016-05-04;oui\n"

    assert [] == enter(door, table)["errors"]
    enter(door, table, really=True)
    again = enter(door, table.replace("yes", "").replace("oui", ""), really=True)

    assert (0, 0, 2) == (again["enrolled"], again["changed"], again["unchanged"])
    assert 3 == len(door.get("/people")["items"])


def test_whoever_gets_the_outside_number_is_recognised(door: Door) -> None:
    lea = door.person()
    door.patch(f"/people/{lea}", {"external_id": "1"})

    report = enter(door, HEAD + LEA, really=True)

    assert (0, 1) == (report["enrolled"], report["unchanged"])


def test_a_row_that_changes_somebody_into_another_is_told(door: Door) -> None:
    enter(door, HEAD + LEA + "2;Léo;Dupont;beneficiary;2016-05-04;\n", really=True)

    report = enter(door, "external_id;given_name\n2;Lea\n")

    assert [(2, "somebody_else")] == [(each["row"], each["field"]) for each in report["errors"]]


def test_a_cell_that_is_neither_yes_nor_no_is_refused(door: Door) -> None:
    report = enter(door, HEAD + LEA.replace(";\n", ";perhaps\n"))

    assert [{"row": 2, "field": "somebody_else", "message": "Expected yes or no."}] == report[
        "errors"
    ]


@pytest.mark.parametrize("rows", [300])
def test_a_class_of_namesakes_is_entered_when_it_is_said_so(door: Door, rows: int) -> None:
    table = HEAD + "".join(LEA.replace("1;", f"{n};").replace(";\n", ";1\n") for n in range(rows))

    assert rows == enter(door, table, really=True)["enrolled"]
    assert 1 == len(door.get("/lists/duplicates")["items"])


def test_a_table_that_was_only_tried_leaves_nobody_behind(door: Door) -> None:
    enter(door, HEAD + LEA)
    enter(door, HEAD + LEA + "2;Tom;Dupont;nobody;;\n", 422, really=True)

    door.post(
        "/people",
        {
            "given_name": "Léa",
            "family_name": "Dupont",
            "category": "beneficiary",
            "born_on": "2016-05-04",
        },
    )
