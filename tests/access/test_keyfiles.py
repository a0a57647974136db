"""
Key files.
"""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Barrier

import pytest

from service.access.keyfiles import read_or_create
from service.errors import SettingsRefused


def test_the_first_start_makes_the_key_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "sealing.key"

    made = read_or_create(path, lambda: "first")

    assert "first" == made == read_or_create(path, lambda: "second")
    assert 0o600 == path.stat().st_mode & 0o777
    assert 0o700 == path.parent.stat().st_mode & 0o777
    assert [path] == list(path.parent.iterdir()), "no draft is left behind"


def test_workers_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    path, numbers, barrier = tmp_path / "signing.key", count(), Barrier(8)

    def make() -> str:
        barrier.wait()  # everybody has seen that there is no key
        return f"key {next(numbers)}"

    with ThreadPoolExecutor(8) as workers:
        keys = set(workers.map(lambda _: read_or_create(path, make), range(8)))

    assert {path.read_text().strip()} == keys


def test_a_key_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused):
        read_or_create(tmp_path, lambda: "a folder is no file")


def test_a_file_that_is_no_text_holds_no_key(tmp_path: Path) -> None:
    file = tmp_path / "sealing.key"
    file.write_bytes(b"\xce\x00")

    with pytest.raises(SettingsRefused, match="it holds no key"):
        read_or_create(file, lambda: "never made")
