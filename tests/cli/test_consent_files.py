"""
Consents leave as a file and come in from one, on the command line.
"""

import shutil
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, refused


def test_a_whole_house_moves_into_an_empty_one(
    glycines: Terminal, empty_house: Path, tmp_path: Path
) -> None:
    shutil.copytree(empty_house, tmp_path / "lilas" / "var")
    lilas = Terminal(tmp_path / "lilas" / "var")
    left, again = tmp_path / "left.jsonld", tmp_path / "again.jsonld"
    out = glycines.read("consents", "export", left, "--request", _approved(glycines))
    answers = out["answers"]

    tried = lilas.type("consents", "import", left)
    taken = lilas.read("consents", "import", left, "--write")
    known = lilas.type("consents", "import", left, "--write")
    lilas.read("consents", "export", again, "--request", _approved(lilas))

    assert "Nothing is written yet" in tried.out
    assert (answers, []) == (taken["answers"], taken["errors"])
    assert "0 answers and 0 people" in known.out
    assert left.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("form", ["fhir", "csv", "xlsx"])
def test_one_person_leaves_in_other_forms(told: Terminal, tmp_path: Path, form: str) -> None:
    file = tmp_path / "out"

    said = told.type("consents", "export", file, "--format", form, "--person", "Emma Peeters")

    assert 0 == said.code
    assert "answers. Keep it" in said.out
    assert file.stat().st_size > 100


def test_what_is_wrong_is_said_row_by_row(lilas: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "consents.csv"
    columns = "id,person_id,capacity,kind,matters,signed_from,signed_until\n"
    file.write_text(f"{columns}1,2,self,given,image,2025-01-01,2025-01-01\n", "utf-8")

    said = lilas.type("consents", "import", file)

    assert 2 == said.code
    assert "1 row is wrong, so nothing was written." in said.err + said.out
    assert "is needed" in refused(lilas.type("consents", "import", _empty(tmp_path)))


def test_a_yes_that_counts_for_nothing_is_told_before_it_comes_in(
    told: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "emma.csv"
    told.type("consents", "export", file, "--format", "csv", "--person", "Emma Peeters")
    columns, *rows = file.read_text("utf-8-sig").splitlines()
    places = columns.split(";")
    cells = next(row for row in (each.split(";") for each in rows) if "given" in row)
    cells[places.index("id")] = "0197a1c2-7d5e-7abc-8def-0123456789ab"
    cells[places.index("method")] = "contract_clause"
    file.write_text(f"{columns}\n{';'.join(cells)}\n", "utf-8")

    said = told.type("consents", "import", file)

    assert 0 == said.code, said.err
    assert "A clause in a contract is no yes." in " ".join(said.out.split())


def test_people_leave_as_a_workbook_and_come_in(
    told: Terminal, lilas: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "people.xlsx"
    told.type("people", "export", file)

    assert file.read_bytes().startswith(b"PK")
    assert "unit" in lilas.type("import", file).out


def _approved(house: Terminal) -> str:
    """
    Ask for everything, and have a colleague agree.
    """
    asked: str = house.read("audit", "request", "--reason", "We move house.")["id"]
    key = house.read("keys", "issue", "officer", "--scope", "audit")["text"]
    house.read("audit", "approve", asked, "--key", key)
    return asked


def _empty(folder: Path) -> Path:
    file = folder / "empty.csv"
    file.write_text("id\n1\n", "utf-8")
    return file
