"""
Terminals beside a storage with nothing in it, with a story, with an empty house.
"""

import shutil
from pathlib import Path

import pytest

from tests.cli.terminal import LILAS, Terminal
from tests.run_folder import locked, run_folder


@pytest.fixture(scope="session")
def story() -> Path:
    """
    Have the demo told once for all workers of this run; nobody touches it.

    What the command said stands beside it, in `said.json`.
    """
    shared = run_folder() / "story"
    shared.mkdir(exist_ok=True)
    with locked(shared / "lock"):
        if not (shared / "said.json").exists():
            said = Terminal(shared / "var").type("demo", "--json")
            assert (0, "") == (said.code, said.err)
            (shared / "said.json").write_text(said.out, "utf-8")
    return shared


@pytest.fixture(scope="session")
def told(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """
    Give a terminal beside the story, to ask and to read, never to change it.
    """
    return _copied(story / "var", tmp_path_factory.mktemp("told"))


@pytest.fixture
def glycines(story: Path, tmp_path: Path) -> Terminal:
    """
    Give a terminal beside a story of one's own, to change at will.
    """
    return _copied(story / "var", tmp_path)


@pytest.fixture(scope="session")
def empty_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    Found an organisation without anything in it, once for this worker.
    """
    folder = tmp_path_factory.mktemp("lilas") / "var"
    assert 0 == Terminal(folder).type(*LILAS).code
    return folder


@pytest.fixture
def lilas(empty_house: Path, tmp_path: Path) -> Terminal:
    """
    Give a terminal beside an organisation of one's own, nothing in it.
    """
    return _copied(empty_house, tmp_path)


@pytest.fixture
def nothing(tmp_path: Path) -> Terminal:
    """
    Give a terminal where there is no storage yet.
    """
    return Terminal(tmp_path / "var")


def _copied(folder: Path, where: Path) -> Terminal:
    """
    Copy a storage that nobody has open.
    """
    shutil.copytree(folder, where / "var")
    return Terminal(where / "var")
