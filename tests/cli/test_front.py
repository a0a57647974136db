"""
The way in: the overview, help, what is misspelt, what is not set up.
"""

import inspect
import re
import shlex
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path

import click
import pytest

from cli.commands import SECTIONS, obstat
from cli.terminal.words import Options
from tests.api.office import scene
from tests.cli.terminal import LILAS, NOBODY, Terminal, only_line
from tests.contract.repository import ROOT

COMMANDS = {name: line for section in SECTIONS.values() for name, (_, line) in section.items()}
FILES = (".jpg", ".csv", ".pdf", ".json", ".txt", ".key", ".zip", ".backup", ".tlog-proof")


def test_version_is_the_one_of_the_project(nothing: Terminal) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    said = nothing.real("--version")

    assert (0, f"obstat {project['version']}\n", "") == (said.code, said.out, said.err)
    assert not nothing.folder.exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_overview_says_of_each_command_what_it_says_of_itself(name: str) -> None:
    command = obstat.get_command(click.Context(obstat), name)

    assert command is not None
    assert command.help is not None
    assert COMMANDS[name] == inspect.cleandoc(command.help).partition("\n\n")[0]


def _commands(command: click.Command, words: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(command, click.Group):
        return [words]
    context = click.Context(command)
    return [words] + [
        found
        for name in command.list_commands(context)
        if (inner := command.get_command(context, name)) is not None
        for found in _commands(inner, (*words, name))
    ]


@pytest.mark.parametrize("words", _commands(obstat), ids=" ".join)
def test_help_fits_into_eighty_columns_and_its_examples_can_be_typed(
    nothing: Terminal, words: tuple[str, ...]
) -> None:
    said = nothing.type(*words, "--help")
    examples = said.out.partition("Examples:")[2].replace("\\\n", "")

    assert 0 == said.code
    assert 80 >= max(map(len, said.out.splitlines()))
    for example in filter(str.strip, examples.splitlines()):
        _parse(shlex.split(example))


def _parse(words: list[str]) -> None:
    """
    Take an example apart as the command would, with another file for each.
    """
    command: click.Command | None = obstat
    rest = [_there(each) for each in words[1:]]
    while isinstance(command, click.Group) and rest:
        command, rest = command.get_command(click.Context(command), rest[0]), rest[1:]
    assert command is not None
    # What is asked at the prompt stands in no example: no secret does.
    asked = (each for each in command.params if isinstance(each, click.Option) and each.prompt)
    typed = [word for each in asked for word in (each.opts[0], "typed")]
    command.make_context("example", [*rest, *typed], obj=Options())


def _there(word: str) -> str:
    """
    Give a file or a folder that is there where an example names one.
    """
    if word.endswith("/"):
        return str(Path(__file__).parent)
    return __file__ if word.endswith(FILES) else word


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["chek", "x.jpg"], "No such command 'chek'. (Did you mean one of: 'check'"),
        (["people", "lst"], "No such command 'lst'"),
        (["--jsn", "people", "list"], "No such option '--jsn'"),
        (["people", "show"], "Missing argument 'PERSON'"),
        (["keys", "issue", "Website"], "Missing option '--scope'"),
        (["serve", "--port", "99999"], "99999 is not in the range"),
    ],
)
def test_misspelt_command_is_one_line_with_the_way_to_help(
    told: Terminal, words: list[str], complaint: str
) -> None:
    said = told.type(*words)

    assert (2, "") == (said.code, said.out)
    assert complaint in only_line(said)
    assert re.search(r"See `obstat.* --help`\.$", only_line(said))


def test_nothing_typed_shows_the_overview(nothing: Terminal) -> None:
    said = nothing.type()

    assert 2 == said.code
    assert "obstat check holiday.jpg --channel facebook-page" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ["--json", "-o", "glycines", "units", "list"],
        ["units", "list", "--json", "-o", "glycines"],
        ["units", "--json", "--organisation", "glycines", "list"],
    ],
)
def test_shared_options_stand_before_or_after_the_command(told: Terminal, words: list[str]) -> None:
    said = told.type(*words)

    assert 0 == said.code
    assert 3 == len(said.json)


def test_nobody_there_yet_says_how_to_begin(nothing: Terminal) -> None:
    said = nothing.type("people", "list")

    assert 2 == said.code
    assert "`obstat demo`" in only_line(said)
    assert "`obstat found`" in only_line(said)


def test_two_organisations_must_be_told_apart(glycines: Terminal) -> None:
    glycines.type(*LILAS)

    unsaid = glycines.type("people", "list")
    wrong = glycines.type("people", "list", "-o", "elsewhere")
    said = glycines.type("people", "list", "-o", "lilas", "--json")

    assert (2, 2) == (unsaid.code, wrong.code)
    assert "--organisation glycines | lilas" in only_line(unsaid)
    assert "there is: glycines, lilas" in only_line(wrong)
    assert [] == said.json


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OBSTAT_VAR_FOLDR", "x"),
        ("OBSTAT_PORT", "x"),
        ("OBSTAT_DATABASE_URL", "nonsense"),
        ("OBSTAT_JURISDICTIONS_FILE", "missing.toml"),
    ],
)
def test_wrong_setting_is_named_and_its_value_is_not(
    nothing: Terminal, name: str, value: str
) -> None:
    said = nothing.type("people", "list", **{name: value})

    assert 2 == said.code
    assert only_line(said).startswith("settings-refused: ")
    assert name in only_line(said)


def test_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()

    said = Terminal(file / "var").type("people", "list")

    assert 2 == said.code
    assert f"{file / 'var'} cannot be used: Not a directory." in only_line(said)


def test_database_of_a_later_version_is_left_alone(glycines: Terminal) -> None:
    with closing(sqlite3.connect(glycines.folder / "obstat.sqlite3")) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.commit()

    said = [glycines.type(*words) for words in (["people", "list"], ["check", "--name", "Emma"])]

    assert [2, 2] == [each.code for each in said]
    assert all("later version" in only_line(each) for each in said)


def test_what_is_not_there_says_where_to_look(told: Terminal) -> None:
    said = told.type("checks", "show", NOBODY)

    assert (2, "") == (said.code, said.out)
    assert only_line(said).endswith("See `obstat checks list`.")


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--channel", "website", "--text", "Bravo Zo\udce9 Lambert"),
        ("check", "--channel", "website", "--name", "Zo\udce9"),
        ("people", "show", "Zo\udce9"),
        ("consents", "export", "all.jsonld", "--person", "Zo\udce9"),
    ],
)
def test_a_terminal_of_another_encoding_is_told_so(told: Terminal, words: tuple[str, ...]) -> None:
    said = told.type(*words)

    assert (2, "") == (said.code, said.out)
    assert "no text in UTF-8" in only_line(said)


def test_a_file_may_be_called_anything(told: Terminal, tmp_path: Path) -> None:
    picture = tmp_path / "caf\udce9.jpg"
    picture.write_bytes(scene())

    assert 4 == told.type("check", picture, "--channel", "website").code


@pytest.mark.parametrize("option", ["--as-of", "--known-at"])
@pytest.mark.parametrize("instant", ["0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"])
def test_an_instant_is_one_of_our_time(told: Terminal, option: str, instant: str) -> None:
    said = told.type("check", "--name", "Emma", "--channel", "website", option, instant)

    assert (2, True) == (said.code, "an instant is written" in only_line(said))
