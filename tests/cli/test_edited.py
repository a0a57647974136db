"""
Whoever edits the storage by SQL, as its owner, is named by `obstat audit verify`.
"""

import shutil
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal, refused
from tests.cli.test_exports import LEA, sql


def _again(table: str, column: str, value: str) -> str:
    """
    Write a row once more, with another value in one column.
    """
    return (
        f"CREATE TEMP TABLE again AS SELECT * FROM {table} LIMIT 1;"  # noqa: S608  # our own words
        f" UPDATE again SET {column} = {value};"
        f" INSERT INTO {table} SELECT * FROM again"
    )


def edited(table: str, before: str, after: str) -> str:
    """
    Put other words into every document of a table.
    """
    return f"UPDATE {table} SET document = replace(document, '{before}', '{after}')"  # noqa: S608  # our own words


SLIPPED_IN = _again(
    "consent_acts", "document = replace(document, id, 'slipped-in'), id", "'slipped-in'"
)


@pytest.fixture(scope="module")
def verified(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    Give a storage in which everything is as it was recorded; nobody touches it.
    """
    folder = tmp_path_factory.mktemp("verified") / "var"
    shutil.copytree(story / "var", folder)
    terminal = Terminal(folder)
    terminal.type("check", "--name", LEA)
    terminal.read("forms", "review", "droit-image-familles")
    terminal.read("forms", "close", "droit-image-familles")
    terminal.read("complaints", "file", "My picture is on your page")
    assert 0 == terminal.type("audit", "verify").code
    return folder


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (edited("people", '"born_on":"2', '"born_on":"1'), "(person:enrolled)"),
        (edited("channels", '"audience":"public"', '"audience":"named"'), "(channel:registered)"),
        (edited("authorities", '"verified":true', '"verified":false'), "(authority:recorded)"),
        (edited("reviews", '"next_due_on":"2', '"next_due_on":"3'), "(channel:reviewed)"),
        (
            edited("reviews", '_on":"2', '_on":"3') + """ WHERE document LIKE '%"form"%'""",
            "(form:reviewed)",
        ),
        (edited("form_closures", '"closed":true', '"closed":false'), "(form:closed)"),
        ("DELETE FROM holds", "(hold:placed)"),
        (edited("checks", '"engine":"', '"engine":"9'), "(check:answered)"),
        (SLIPPED_IN, "no entry tells of consent slipped-in"),
        (_again("consent_acts", "id", "'again'"), "a second time"),
        (_again("people", "version", "version + 1"), "version 2: it was added"),
        (
            "UPDATE consent_acts SET person_id = (SELECT max(id) FROM people)",
            "with somebody else",
        ),
        ("UPDATE complaint_words SET text = 'All is well'", "words was changed"),
    ],
)
def test_an_edit_is_named(verified: Path, tmp_path: Path, statement: str, named: str) -> None:
    terminal = Terminal(tmp_path / "var")
    shutil.copytree(verified, terminal.folder)
    sql(terminal, *statement.split(";"))

    assert named in refused(terminal.type("audit", "verify"))
