"""
Enter many people out of tables as people's programs write them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from service.usecases.people.person_columns import COLUMNS
from service.usecases.people.workbook import write_table
from tests.cli.terminal import Terminal, refused

HEAD = "external_id,given_name,family_name,category,jurisdiction,born_on"
ADA = "7,Ada,Roy,employee,BE,1980-05-04"
ZOE = "8,Zoë,Œillet,beneficiary,BE,01/09/2015"


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """
    Give what writes lines as a spreadsheet would save them.
    """

    def written(*lines: str, encoding: str = "utf-8", end: str = "\r\n") -> Path:
        file = tmp_path / "people.csv"
        file.write_bytes(end.join([*lines, ""]).encode(encoding))
        return file

    return written


def names(terminal: Terminal) -> list[str]:
    """
    Name everybody there is.
    """
    return [
        f"{each['given_name']} {each['family_name']}" for each in terminal.read("people", "list")
    ]


def test_table_is_tried_first_and_written_on_demand(
    lilas: Terminal, table: Callable[..., Path]
) -> None:
    file = table(HEAD, ADA, ZOE)

    tried = lilas.type("import", file)
    before = names(lilas)
    written = lilas.type("import", file, "--write")

    assert (0, 0, "", "") == (tried.code, written.code, tried.err, written.err)
    assert "Of 2 people 2 would be entered, 0 changed; 0 would stay as they were." in tried.out
    assert "Nothing is written yet: run it again with --write." in tried.out
    assert [] == before
    assert "Of 2 people 2 were entered, 0 changed; 0 are as they were." in written.out
    assert ["Ada Roy", "Zoë Œillet"] == names(lilas)


def test_table_may_be_run_again_after_a_correction(
    lilas: Terminal, table: Callable[..., Path]
) -> None:
    lilas.read("import", table(HEAD, ADA, ZOE), "--write")
    again = lilas.read("import", table(HEAD, ADA, ZOE), "--write")
    mended = lilas.read("import", table(HEAD, ADA.replace("Roy", "Leroy"), ZOE), "--write")

    counted = [(each["enrolled"], each["changed"], each["unchanged"]) for each in (again, mended)]
    assert [(0, 0, 2), (0, 1, 1)] == counted
    assert ["Ada Leroy", "Zoë Œillet"] == names(lilas)


@pytest.mark.parametrize(
    ("encoding", "separator", "told"),
    [
        ("utf-8", ",", "Read as UTF-8, cells separated by comma."),
        ("utf-8-sig", ";", "Read as UTF-8, cells separated by semicolon."),
        ("cp1252", ";", "Read as Windows-1252, cells separated by semicolon."),
        ("cp1252", "\t", "Read as Windows-1252, cells separated by tab."),
    ],
)
@pytest.mark.parametrize("end", ["\r\n", "\n"], ids=["windows", "unix"])
def test_every_way_a_spreadsheet_saves_is_read(
    lilas: Terminal,
    table: Callable[..., Path],
    encoding: str,
    separator: str,
    told: str,
    end: str,
) -> None:
    lines = [each.replace(",", separator) for each in (HEAD, ADA, ZOE)]

    said = lilas.type("import", table(*lines, encoding=encoding, end=end), "--write")

    assert 0 == said.code
    assert told in said.out
    assert ["Ada Roy", "Zoë Œillet"] == names(lilas)


def test_a_workbook_is_said_to_have_been_read_as_one(lilas: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "people.xlsx"
    rows = [tuple(each.split(",")) for each in (ADA, ZOE)]
    file.write_bytes(write_table(tuple(HEAD.split(",")), rows, as_workbook=True))

    said = lilas.type("import", file, "--write")

    assert (0, "") == (said.code, said.err)
    assert "Read as XLSX, its first sheet." in said.out
    assert ["Ada Roy", "Zoë Œillet"] == names(lilas)


def test_help_names_every_column(lilas: Terminal) -> None:
    told = lilas.type("import", "--help").out

    assert [] == [column for column in COLUMNS if column not in told]


def test_wrong_rows_have_the_number_that_a_spreadsheet_shows_and_nothing_is_written(
    lilas: Terminal, table: Callable[..., Path]
) -> None:
    file = table(HEAD, ADA, "8,Bo,Roy,elf,BE,soon", "", "7,Cy,Roy,client,BE,", ",Di,Roy,client,BE,")

    shown = lilas.type("import", file, "--write")
    scripted = lilas.type("import", file, "--write", "--json")
    rows = [(each["row"], each["field"]) for each in scripted.json["errors"]]

    assert (2, 2, "") == (shown.code, scripted.code, scripted.err)
    assert [(3, "category"), (5, "external_id"), (6, "external_id")] == rows
    assert "Row 2 has the same outside number." in shown.out
    assert "rows-refused: 3 rows are wrong, so nothing was written." in shown.err
    assert [] == names(lilas)


def test_what_stood_in_a_wrong_row_is_not_repeated(
    lilas: Terminal, table: Callable[..., Path]
) -> None:
    said = lilas.type("import", table(HEAD, "8,Hildegard,Roy,elf,BE,soon"))

    assert 2 == said.code
    assert "Hildegard" not in said.out + said.err


def test_long_list_of_wrong_rows_ends(lilas: Terminal, table: Callable[..., Path]) -> None:
    file = table(HEAD, *(f"{number},Bo,Roy,elf,BE," for number in range(150)))

    shown = lilas.type("import", file)
    scripted = lilas.type("import", file, "--json")

    assert "100 rows (and maybe more) are wrong" in shown.err
    assert 100 == len(scripted.json["errors"])


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([HEAD.replace("born_on", "birthday"), ADA], "Column 'birthday' is not known; known are"),
        ([HEAD.replace("external_id", "email"), ADA], "The column external_id is needed"),
        ([f"{HEAD},born_on", ADA], "Two columns have the same name."),
        ([HEAD, f"{ADA},more"], "Row 2 has more cells than the first row."),
        ([HEAD, '7,"Ada,Roy'], "A quote in this table does not end, or"),
        ([""], "The first row names the columns; this table has none."),
    ],
)
def test_table_that_cannot_be_read_is_refused_on_one_line(
    lilas: Terminal, table: Callable[..., Path], lines: list[str], complaint: str
) -> None:
    assert complaint in refused(lilas.type("import", table(*lines), "--write"))


def test_table_in_utf_16_says_how_to_save_it(lilas: Terminal, table: Callable[..., Path]) -> None:
    said = lilas.type("import", table(HEAD, ADA, encoding="utf-16"))

    assert "save it as CSV UTF-8" in refused(said)


@pytest.mark.parametrize(
    ("file", "complaint"),
    [("no-such.csv", "does not exist"), (".", "is a directory")],
)
def test_table_that_is_not_there_is_refused(lilas: Terminal, file: str, complaint: str) -> None:
    assert complaint in refused(lilas.type("import", file))


def test_table_that_is_too_large_is_refused_and_not_cut_off(
    lilas: Terminal, table: Callable[..., Path]
) -> None:
    blanks = " " * 100_000
    file = table(HEAD, *(f"{number},Bo,Roy,client,BE,{blanks}" for number in range(110)))

    said = lilas.type("import", file, "--write")

    assert f"{file} is larger than 10 MiB; cut it in parts." in refused(said)
    assert [] == names(lilas)


def test_table_with_no_people_says_so(lilas: Terminal, table: Callable[..., Path]) -> None:
    said = lilas.type("import", table(HEAD), "--write")

    assert 0 == said.code
    assert "Of 0 people 0 were entered" in said.out


def test_unit_of_a_row_is_found_by_its_name(lilas: Terminal, table: Callable[..., Path]) -> None:
    lilas.read("units", "enrol", "Les Merles", "--contact", "Ann", "--email", "a@lilas.example")

    wrong = lilas.type("import", table(f"{HEAD},unit", f"{ADA},Les Pies"), "--write", "--json")
    lilas.read("import", table(f"{HEAD},unit", f"{ADA},les merles"), "--write")
    listed = lilas.read("people", "list", "--unit", "Les Merles")

    assert [(2, "unit")] == [(each["row"], each["field"]) for each in wrong.json["errors"]]
    assert ["Ada"] == [each["given_name"] for each in listed]


def test_exported_table_can_be_imported_again(glycines: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"

    glycines.read("people", "export", file)
    report = glycines.read("import", file, "--write")

    assert (39, 0, 0, 39) == tuple(
        report[each] for each in ("rows", "enrolled", "changed", "unchanged")
    )
    assert "UTF-8" == report["encoding"]


def test_somebody_who_is_there_is_told_until_the_row_says_somebody_else(
    lilas: Terminal, table: Callable[..., Path]
) -> None:
    lilas.read("import", table(HEAD, ADA), "--write")
    (ada,) = lilas.read("people", "list")
    twice = table(HEAD, ADA.replace("7", "9"))

    told = lilas.type("import", twice, "--write")
    (row,) = lilas.type("--json", "import", twice).json["errors"]
    lilas.read("import", table(f"{HEAD},somebody_else", f"{ADA},", f"9{ADA[1:]},yes"), "--write")

    assert "rows-refused: 1 row is wrong, so nothing was written." in told.err
    assert "somebody_else" in told.out
    assert (2, "somebody_else") == (row["row"], row["field"])
    assert ada["id"] in row["message"]
    assert 2 == len(names(lilas))


def test_a_row_is_said_to_be_somebody_else_on_the_command_line(
    lilas: Terminal, table: Callable[..., Path]
) -> None:
    file = table(HEAD, ADA, *(f"{number}{ADA[1:]}" for number in (8, 9)))

    one = lilas.type("--json", "import", file, "--somebody-else", "3", "--write").json
    both = ("--somebody-else", "3", "--somebody-else", "4")
    lilas.read("import", file, *both, "--write")

    assert [4] == [each["row"] for each in one["errors"]]
    assert 3 == len(names(lilas))
