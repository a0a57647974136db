"""
A file that a command writes is there whole, and takes the place of nobody else's.
"""

import os
from errno import EPERM
from pathlib import Path

import pytest

from cli.terminal.reading import write_anew
from service.errors import InvalidInput


@pytest.fixture(params=[True, False], ids=["a disk with hard links", "a stick without"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """
    Give a folder on either kind of disk.
    """

    def refuse(*_names: object) -> None:
        raise PermissionError(EPERM, os.strerror(EPERM))

    if not request.param:
        monkeypatch.setattr(os, "link", refuse)
    return tmp_path


def test_a_file_is_there_once_it_is_whole(disk: Path) -> None:
    file = disk / "people.csv"
    with write_anew(file) as opened:
        opened.write(b"everybody")
        assert not file.exists()

    assert [file] == list(disk.iterdir())
    assert (b"everybody", 0o600) == (file.read_bytes(), 0o777 & file.stat().st_mode)


def write_while_somebody_makes(file: Path) -> None:
    """
    Write a file; before it is whole, somebody else makes one of that name.
    """
    with write_anew(file) as opened:
        opened.write(b"ours")
        file.write_bytes(b"theirs")


def test_a_file_that_somebody_made_meanwhile_stays_theirs(disk: Path) -> None:
    file = disk / "people.csv"
    with pytest.raises(InvalidInput, match=r"people\.csv cannot be written: File exists\."):
        write_while_somebody_makes(file)

    assert [file] == list(disk.iterdir())
    assert b"theirs" == file.read_bytes()
