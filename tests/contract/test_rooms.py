"""
Imports go downwards only, and the contracts that say so do catch a breach.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.repository import ROOMS, ROOT

DOWNWARDS = "rooms import downwards only BROKEN"
PURE = "decision, ledger and errors are pure BROKEN"


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )


def test_every_room_imports_only_what_lies_below() -> None:
    report = _lint_imports(ROOT)

    assert 0 == report.returncode, report.stdout + report.stderr


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """
    Give a copy of the rooms to break something in.
    """
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("room", "imported", "complaint"),
    [
        ("service/decision", "sqlalchemy", PURE),
        ("service/decision", "os", PURE),
        ("service/ledger", "service.usecases", DOWNWARDS),
        ("service/usecases", "service.persistence", DOWNWARDS),
        ("service/usecases", "sqlalchemy", "verbs and records know no framework BROKEN"),
        ("service/app", "service.clock", "only wiring knows the clock BROKEN"),
        ("service/app", "service.fingerprint", "only wiring touches the adapters BROKEN"),
        ("service/api", "service.persistence", "web, api and cli never see SQL BROKEN"),
        ("cli", "service.api", "the command line is a thin caller BROKEN"),
        ("service/usecases/sight", "service.usecases.people", "each other in a ring BROKEN"),
        ("service/cellar", "service.errors", "cellar"),
    ],
)
def test_a_breach_is_caught(house: Path, room: str, imported: str, complaint: str) -> None:
    with _front_door(house / room).open("a") as wall:
        wall.write(f"\nimport {imported}\n")

    report = _lint_imports(house)

    assert 1 == report.returncode
    assert complaint in " ".join((report.stdout + report.stderr).split())


def _front_door(room: Path) -> Path:
    module = room.with_suffix(".py")
    if module.exists():
        return module
    room.mkdir(exist_ok=True)
    return room / "__init__.py"
