"""
Every command is typed by a test, as a person would type it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import click

from cli.commands import obstat
from tests.contract.repository import ROOT

Words = tuple[str, ...]

NOT_TYPED: dict[Words, str] = {
    ("dev", "first-run"): "serves until it is stopped: demo, tour and serving are tried each",
    ("dev", "openapi"): "writes into the repository: what it writes is compared by the contract",
    ("dev", "migration"): "writes into the repository: what it drafts is compared by the contract",
}
"""Why no test types a command word for word."""


def commands(command: click.Command, words: Words = ()) -> Iterator[Words]:
    """
    Walk every command that does something; groups do nothing themselves.
    """
    if not isinstance(command, click.Group):
        yield words
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from commands(inner, (*words, name))


def typed_in(file: Path) -> Iterator[Words]:
    """
    Give the words with which calls, tuples and lists begin that are written out.
    """
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield tuple(_leading(node.args))
        elif isinstance(node, ast.Tuple | ast.List):
            yield tuple(_leading(node.elts))


def _leading(parts: list[ast.expr]) -> Iterator[str]:
    for part in parts:
        inner = part.value if isinstance(part, ast.Starred) else part
        if inner is not part and isinstance(inner, ast.Tuple):
            yield from _leading(inner.elts)
            return
        if not (isinstance(inner, ast.Constant) and isinstance(inner.value, str)):
            return
        yield inner.value


EVERY = set(commands(obstat))
TYPED = {
    words[:length]
    for file in (ROOT / "tests" / "cli").rglob("*.py")
    if file != Path(__file__)
    for words in typed_in(file)
    for length in (1, 2)
}


def test_every_command_is_typed_by_some_test() -> None:
    assert set() == {" ".join(each) for each in EVERY - TYPED - set(NOT_TYPED)}


def test_what_is_not_typed_exists_and_is_not_typed() -> None:
    assert set(NOT_TYPED) == set(NOT_TYPED) & EVERY - TYPED
