"""
The ledger's key gives way to the next one, a rename at a time.
"""

import os
from pathlib import Path

import pytest

from service.access.keyring import KeyFiles, recovery_key
from service.errors import SettingsRefused


@pytest.fixture
def ring(tmp_path: Path) -> KeyFiles:
    """
    Give the keys of a house that never rotated.
    """
    return KeyFiles(tmp_path / "keys" / "ledger.key", "obstat.example")


def test_a_key_gives_way_to_the_next_and_is_destroyed(ring: KeyFiles) -> None:
    (old,) = ring.seeds()
    new = ring.successor()

    assert (old, new) == ring.seeds()
    ring.take_over()
    assert (new, old) == ring.seeds()
    ring.retire()
    assert (new,) == ring.seeds()
    assert [0o600] == [each.stat().st_mode & 0o777 for each in ring.path.parent.iterdir()]


def test_what_was_begun_is_taken_up_again(ring: KeyFiles) -> None:
    (old,) = ring.seeds()
    new = ring.successor()
    assert new == ring.successor()
    os.link(ring.path, f"{ring.path}.previous")  # killed between the two steps of taking over

    assert new == ring.successor()
    ring.take_over()
    assert new == ring.successor()
    ring.take_over()
    assert (new, old) == ring.seeds()


def test_a_recovery_key_is_made_once(ring: KeyFiles, tmp_path: Path) -> None:
    file = tmp_path / "recovery.key"
    made = recovery_key(file, "obstat.example/recovery")
    ring.seeds()

    assert made == recovery_key(file, "obstat.example/recovery")
    assert 0o600 == file.stat().st_mode & 0o777
    with pytest.raises(SettingsRefused, match="another key"):
        recovery_key(ring.path, "obstat.example/recovery")
    ring.path.write_text("nothing")
    with pytest.raises(SettingsRefused, match="Ed25519"):
        ring.seeds()
