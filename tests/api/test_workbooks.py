"""
Tables come and go as workbooks, and nothing in them runs.
"""

from io import BytesIO

from openpyxl import Workbook, load_workbook

from tests.api.door import Door, answered


def test_no_cell_is_a_formula_and_none_comes_in(door: Door) -> None:
    door.person(given_name="=HYPERLINK(1)", external_id="7")
    left = door.knock("GET", "/people/export?format=xlsx").content
    sheet = load_workbook(BytesIO(left)).worksheets[0]

    (row,) = sheet.iter_rows(min_row=2)
    assert {"s", "n", "inlineStr"} >= {each.data_type for each in row}
    assert "'=HYPERLINK(1)" in [each.value for each in row]
    again = answered(door.send_form("POST", "/people/import", {}, file=left), 200)
    assert (1, []) == (again["unchanged"], again["errors"])

    book = Workbook()
    book.active.append(["external_id", "given_name"])  # type: ignore[union-attr]  # it has one
    book.active.append(["8", "=1+1"])  # type: ignore[union-attr]  # it has one
    file = BytesIO()
    book.save(file)
    refused = answered(door.send_form("POST", "/people/import", {}, file=file.getvalue()), 422)
    assert "formula" in refused["detail"]
