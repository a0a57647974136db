"""
Whoever installs the program gets every file that it reads.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.contract.repository import ROOT

PATTERNS: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))[
    "tool"
]["setuptools"]["package-data"]
CODE = {".py", ".pyc"}


def _packed() -> Iterator[Path]:
    """
    Walk the files that are packed beside the code, as the build finds them.
    """
    for package, patterns in PATTERNS.items():
        folder = ROOT.joinpath(*package.split("."))
        for pattern in patterns:
            yield from (each for each in folder.glob(pattern) if each.is_file())


def test_every_file_beside_the_code_is_packed() -> None:
    there = {
        file
        for folder in ("service", "cli", "migrations")
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and file.suffix not in CODE and "__pycache__" not in file.parts
    }

    assert there
    assert set() == {str(each.relative_to(ROOT)) for each in there - set(_packed())}
