"""
Answers by name are taken in from a table, and settled.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

TABLE = """given_name,family_name,born_on,answer,everywhere,signed_on
Emma,Peeters,,refused,yes,2026-03-01
Nobody,Atall,,refused,yes,2026-03-01
Emma,Peeters,,perhaps,yes,2026-03-01
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """
    Give a table of answers.
    """
    file = tmp_path / "answers.csv"
    file.write_text(TABLE)
    return file


def test_a_table_is_taken_in_once_and_settled(glycines: Terminal, table: Path) -> None:
    first = glycines.type("answers", "receive", table)
    glycines.type("answers", "receive", table)
    found = glycines.read("answers", "list")

    assert (2, True) == (first.code, "2 waiting" in first.out)
    assert "Row 4, answer" in first.out
    assert ["Peeters", "Atall"] == [each["person"]["family_name"] for each in found]
    emma, nobody = (each["id"] for each in found)
    assert "Peeters" in glycines.type("answers", "show", emma).out
    assert 0 == glycines.type("answers", "discard", nobody, "--reason", "nobody_here").code
    assert "Recorded" in glycines.type("answers", "resolve", emma, "Emma Peeters").out
    assert "No answer waits for a name.\n" == glycines.type("answers", "list").out
    assert 3 == glycines.type("check", "--name", "Emma Peeters", "-c", "website").code


def test_a_column_that_nobody_reads_is_refused(glycines: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("family_name,answer,nickname\nPeeters,refused,Em\n")

    said = glycines.type("answers", "receive", file)

    assert 2 == said.code
    assert "nickname" in said.err
