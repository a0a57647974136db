"""
One house vouches for the log of another, and notices when it is rewritten.
"""

import json
import shutil
from pathlib import Path

import pytest

from service.ledger.cosignature import cosigned_at, read_witness
from service.ledger.signing import check_ed25519_fast
from tests.cli.terminal import Terminal, refused


@pytest.fixture
def lilas(empty_house: Path, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """
    Give a terminal beside another house, in a folder of its own.
    """
    folder = tmp_path_factory.mktemp("witness") / "var"
    shutil.copytree(empty_house, folder)
    return Terminal(folder)


@pytest.fixture
def heads(glycines: Terminal, tmp_path: Path) -> tuple[str, Path, Path, Path]:
    """
    Give the key of Les Glycines, an old head, a new one, and what leads from one to the other.
    """
    key = glycines.read("audit", "verify")["vkey"]
    old, new, proof = (tmp_path / name for name in ("old.txt", "new.txt", "proof.json"))
    old.write_text(glycines.read("audit", "head")["note"])
    glycines.type("check", "--name", "Emma Peeters")
    glycines.read("audit", "verify")
    new.write_text(glycines.read("audit", "head")["note"])
    proof.write_text(glycines.type("audit", "prove", old).out)
    return key, old, new, proof


def test_a_witness_vouches_for_a_log_that_only_grows(
    lilas: Terminal, heads: tuple[str, Path, Path, Path]
) -> None:
    key, old, new, proof = heads

    first = lilas.read("audit", "witness", old, "--key", key)
    assert "Add the proof" in refused(lilas.type("audit", "witness", new, "--key", key))
    second = lilas.read("audit", "witness", new, "--key", key, "--proof", proof)
    again = lilas.type("audit", "witness", new, "--key", key)

    for seen in (first, second):
        assert cosigned_at(seen["note"], read_witness(seen["vkey"]), check_ed25519_fast)
    assert first["size"] < second["size"]
    assert again.out.startswith(new.read_text().rstrip("\n"))


def test_a_witness_signs_nothing_that_goes_back(
    lilas: Terminal, heads: tuple[str, Path, Path, Path]
) -> None:
    key, old, new, proof = heads
    lilas.read("audit", "witness", new, "--key", key)

    assert "the log was cut off" in refused(lilas.type("audit", "witness", old, "--key", key))
    assert "invalid-input" in refused(lilas.type("audit", "witness", proof, "--key", key))
    own = lilas.read("audit", "verify")["vkey"]
    assert "no key that is trusted" in refused(lilas.type("audit", "witness", new, "--key", own))


def test_a_witness_follows_a_key_that_was_rotated(
    glycines: Terminal, lilas: Terminal, heads: tuple[str, Path, Path, Path], tmp_path: Path
) -> None:
    key, _, old, proof = heads
    new, chain = tmp_path / "rotated.txt", tmp_path / "keys.json"
    lilas.read("audit", "witness", old, "--key", key)
    glycines.read("audit", "rotate-key")
    other = glycines.read("audit", "keys", "--out", chain)["keys"][-1]["vkey"]
    new.write_text(glycines.read("audit", "head")["note"])
    proof.write_text(glycines.type("audit", "prove", old).out)
    words = ("audit", "witness", new, "--key", other, "--proof", proof)

    assert "show how it was rotated" in refused(lilas.type(*words))
    assert lilas.read(*words, "--keys", chain)["note"].startswith(new.read_text().rstrip("\n"))


def test_a_witness_notices_a_log_that_was_written_anew(
    lilas: Terminal, heads: tuple[str, Path, Path, Path], tmp_path: Path
) -> None:
    key, old, new, proof = heads
    lilas.read("audit", "witness", old, "--key", key)
    link = json.loads(proof.read_text())
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps({**link, "proof": [each[::-1] for each in link["proof"]]}))

    said = refused(lilas.type("audit", "witness", new, "--key", key, "--proof", broken))

    assert "was rewritten or is shown in two versions" in said
