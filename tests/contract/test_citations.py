"""
What code, tests and guides cite can be looked up here.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.contract.repository import ROOMS, ROOT, files, modules, texts

_EXPLAINED = "docs/rules.md"
_NUMBERS = r"((?:[A-Z]?\d[\d.]*\b(?:, | and | to )?)+)"
_CITED = {
    kind: re.compile(rf"\b{kind}s?\s+{_NUMBERS}", re.IGNORECASE)
    for kind in ("design rule", "domain rule", "domain section")
} | {
    "row": re.compile(r"\brows?\s+((?:[A-Z]\d\b(?:, | and | to )?)+)"),
    "threat": re.compile(r"\bthreats?\s+((?:T\d+\b(?:, | and | to )?)+)", re.IGNORECASE),
}
_READ = {".py", ".md", ".toml"}
_FILE = re.compile(r"(?<![\w/.])[a-z]\w*(?:/\w+)*\.(?:py|toml|typ)\b")


@pytest.mark.parametrize("kind", _CITED)
def test_every_number_that_is_cited_is_explained(kind: str) -> None:
    known = set(_numbers_of(kind))

    unknown = [
        f"{name}: {kind} {number}"
        for name, text in texts().items()
        if name.suffix in _READ
        for cited in _CITED[kind].findall(" ".join(text.split()))
        for number in re.findall(r"[A-Z]?\d+(?:\.\d+)*", cited)
        if number not in known
    ]

    assert [] == unknown, "\n" + "\n".join(unknown)


def test_every_file_that_a_room_names_is_there() -> None:
    there = set(files())

    missing = [
        f"{name}: {cited}"
        for name, module in modules(*ROOMS).items()
        if name.name == "__init__.py"
        for cited in _FILE.findall(ast.get_docstring(module) or "")
        if there.isdisjoint(above / cited for above in name.parents)
    ]

    assert [] == missing, "\n" + "\n".join(missing)


def _numbers_of(kind: str) -> Iterator[str]:
    """
    Give the numbers in the first column of the table of this kind.
    """
    text = (ROOT / _EXPLAINED).read_text()
    for table in re.findall(rf"(?im)^\| {kind} \|.*\n\|---.*\n((?:\|.*\n)+)", text):
        yield from re.findall(r"(?m)^\| (\S+) \|", table)
