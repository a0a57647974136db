"""
The locks: every package at one version, known by its hashes, from nowhere in particular.
"""

import ast
import re
import sys
from importlib.metadata import packages_distributions

import pytest

from tests.contract.repository import ROOMS, ROOT, modules

LOCKS = ("uv", "run", "dev")

_PINNED = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[0-9][\w.+]*)"
    r"(?: ; (?P<marker>[^\\]+?))?"
    r"(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)"
)
_WANTED = re.compile(r"^(?P<name>[a-z0-9-]+)(?:\[[a-z,]+\])?(?:==|>=)", re.MULTILINE)
_ADDRESS = re.compile(
    r"://|^\s*(?:-i|-f|--\S*index\S*|--find-links|--trusted-host)\b| @ ", re.MULTILINE
)


def _lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text()


def _pins(name: str) -> set[tuple[str, str, str]]:
    pins = set()
    for line in _lock(name).replace(" \\\n", "").splitlines():
        found = _PINNED.fullmatch(re.sub(r" +", " ", line))
        assert found, f"{name}.txt does not pin: {line[:80]}"
        pins.add((found["name"], found["version"], found["marker"] or ""))
    return pins


def _wanted(name: str) -> set[str]:
    wanted = (ROOT / "requirements" / f"{name}.in").read_text()
    return {found["name"] for found in _WANTED.finditer(wanted)}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_its_hashes(name: str) -> None:
    assert len(_pins(name)) == len(_lock(name).replace(" \\\n", "").splitlines())


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_says_where_packages_come_from(name: str) -> None:
    for text in (_lock(name), (ROOT / "requirements" / f"{name}.in").read_text()):
        assert None is _ADDRESS.search(text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_wanted_package_is_locked(name: str) -> None:
    assert set() == _wanted(name) - {pin for pin, _, _ in _pins(name)}


def test_what_is_tested_is_what_runs() -> None:
    assert set() == _pins("run") - _pins("dev")


def test_the_service_runs_without_the_tools_of_its_developers() -> None:
    wanted = _wanted("run")
    providers = packages_distributions()
    strangers = {
        f"{name} imports {package}"
        for name, module in modules(*ROOMS).items()
        for package in _outside_packages(module)
        if wanted.isdisjoint(_distribution_names(providers.get(package, [])))
    }

    assert set() == strangers


def _outside_packages(module: ast.Module) -> set[str]:
    imported = {
        alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        node.module for node in ast.walk(module) if isinstance(node, ast.ImportFrom) and node.module
    }
    packages = {name.partition(".")[0] for name in imported}
    return packages - set(ROOMS) - sys.stdlib_module_names


def _distribution_names(distributions: list[str]) -> set[str]:
    return {re.sub(r"[-_.]+", "-", name).lower() for name in distributions}
