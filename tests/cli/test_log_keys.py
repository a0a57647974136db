"""
The key that signs is replaced, lost and stolen; what was signed stays proven.
"""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from service.ledger.archive import read_archive
from service.wiring import clock
from tests.cli.terminal import Terminal, refused
from tests.cli.test_receipts import receipt_of


def _verify_alone(export: Path, folder: Path, *words: str) -> tuple[int, str]:
    """
    Verify an export with its own verifier, where nothing is installed.
    """
    program = folder / "verify.py"
    program.write_bytes(read_archive(export.read_bytes())["verify.py"])
    command = [sys.executable, "-I", "-S", str(program), str(export), *words]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


def _exported(terminal: Terminal, person: str, file: Path) -> Path:
    assert 0 == terminal.type("audit", "export", "--person", person, "--out", file).code
    return file


def test_what_the_old_key_signed_is_proven_by_the_new_one_and_back(
    glycines: Terminal, tmp_path: Path
) -> None:
    head, receipt, chain = (tmp_path / name for name in ("head.txt", "kept.json", "keys.json"))
    receipt.write_bytes(receipt_of(glycines))
    person = str(glycines.read("people", "list")[0]["id"])
    before = _exported(glycines, person, tmp_path / "before.zip")
    old = glycines.read("audit", "verify")["vkey"]
    head.write_text(glycines.read("audit", "head")["note"])

    said = glycines.type("audit", "rotate-key")

    assert (0, "") == (said.code, said.err)
    assert "1 log is signed by another key" in said.out
    now = glycines.read("audit", "verify", "--kept", head)
    new = now["vkey"]
    assert old != new
    assert glycines.read("audit", "verify-receipt", receipt)["ok"]
    shown = glycines.read("audit", "keys", "--out", chain)
    assert [(old, "planned"), (new, None)] == [
        (each["vkey"], each["why"]) for each in shown["keys"]
    ]
    assert "signs today" in glycines.type("audit", "keys").out
    after = _exported(glycines, person, tmp_path / "after.zip")
    for words in (("--key", old, "--kept", str(head)), ("--key", new)):
        assert "VERIFIED" in _verify_alone(after, tmp_path, *words)[1]
        assert 0 == glycines.type("audit", "verify", after, *words).code
    assert "no key that is trusted" in _verify_alone(before, tmp_path, "--key", new)[1]
    assert 0 == _verify_alone(before, tmp_path, "--key", new, "--keys", str(chain))[0]
    assert 0 == glycines.type("audit", "verify", before, "--key", new, "--keys", chain).code


def test_a_lost_key_is_replaced_by_the_recovery_key(glycines: Terminal, tmp_path: Path) -> None:
    file, head = tmp_path / "recovery.key", tmp_path / "head.txt"
    named = glycines.read("audit", "recovery-key", file)
    again = glycines.read("audit", "recovery-key", file)
    head.write_text(glycines.read("audit", "head")["note"])
    (glycines.folder / "keys" / "ledger-signing.key").unlink()

    assert "not here" in refused(glycines.type("audit", "rotate-key"))
    assert "--lost" in refused(glycines.type("audit", "rotate-key", "--recovery", file))
    done = glycines.read("audit", "rotate-key", "--recovery", file, "--lost")

    assert (["obstat.localhost/glycines"], []) == (named["logs"], again["logs"])
    assert [0] == [each["doubted"] for each in done]
    assert glycines.read("audit", "verify", "--kept", head)["ok"]
    assert named["vkey"] == glycines.read("audit", "keys")["keys"][-1]["recovery"]


def test_a_key_that_had_its_end_follows_no_lost_one(glycines: Terminal, tmp_path: Path) -> None:
    file, keys = tmp_path / "recovery.key", glycines.folder / "keys" / "ledger-signing.key"
    glycines.read("audit", "recovery-key", file)
    former = keys.read_bytes()
    retired = glycines.read("audit", "verify")["vkey"]
    glycines.read("audit", "rotate-key")
    keys.write_bytes(former)

    glycines.read("audit", "rotate-key", "--recovery", file, "--lost")

    assert retired != glycines.read("audit", "verify")["vkey"]
    assert 3 == len(glycines.read("audit", "keys")["keys"])


def test_trust_in_a_stolen_key_ends_where_it_is_said(glycines: Terminal, tmp_path: Path) -> None:
    file, before, after = (tmp_path / name for name in ("r.key", "before.txt", "after.txt"))
    other = tmp_path / "other.key"
    glycines.read("audit", "recovery-key", file)
    glycines.read("audit", "verify")
    before.write_text(glycines.read("audit", "head")["note"])
    theft = clock()
    glycines.type("check", "--name", "Emma Peeters")
    glycines.read("audit", "verify")
    after.write_text(glycines.read("audit", "head")["note"])
    words = ("audit", "rotate-key", "--stolen-since", theft.isoformat(), "--recovery")

    Terminal(tmp_path / "elsewhere").type("audit", "recovery-key", other)
    assert "does not name this recovery key" in refused(glycines.type(*words, other))
    said = glycines.type(*words, file)

    assert "entries after that were signed by the stolen key alone" in said.out
    assert glycines.read("audit", "verify", "--kept", before)["ok"]
    kept = refused(glycines.type("audit", "verify", "--kept", after))
    assert "counts up to entry" in kept
    assert theft < clock() + timedelta(seconds=1)


def test_a_rotation_that_stopped_halfway_is_told(lilas: Terminal) -> None:
    key = lilas.folder / "keys" / "ledger-signing.key"
    key.with_name(f"{key.name}.previous").write_bytes(key.read_bytes())

    found = lilas.type("doctor", "--json").json
    lilas.type("audit", "rotate-key")

    assert ["keys"] == [each["what"] for each in found if not each["ok"]]
    assert all(each["ok"] for each in lilas.read("doctor"))


def test_a_key_that_was_swapped_is_named(glycines: Terminal, tmp_path: Path) -> None:
    head = tmp_path / "head.txt"
    own = glycines.read("audit", "verify")["vkey"]
    head.write_text(glycines.read("audit", "head")["note"])
    (glycines.folder / "keys" / "ledger-signing.key").unlink()

    said = refused(glycines.type("audit", "verify"))

    assert own.split("+")[1] in said
    assert "no key that is trusted here signed this" in said or "asks for the key" in said
