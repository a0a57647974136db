"""
Verify an export at a prompt: the last part of its `verify.py`.

    python -I verify.py export.zip
    python -I verify.py export.zip --key "obstat.example/x+1a2b3c4d+AQ..." --kept old.txt

Ends with 0 when everything adds up, and with 2 and the first thing that is wrong.
"""

import argparse
import json
import sys
from collections.abc import Sequence

from service.errors import ObstatError
from service.ledger.ed25519 import check_ed25519
from service.ledger.exported import Trust, VerifiedExport, verify_export
from service.ledger.history import read_kept, read_link
from service.ledger.keychain import read_keychain

OLDEST_PYTHON = (3, 11)
_WHOLE, _BROKEN = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Verify the file that the arguments name, and say what was found.
    """
    asked = _parser().parse_args(arguments)
    if sys.version_info < OLDEST_PYTHON:
        print("This needs Python 3.11 or later.", file=sys.stderr)  # noqa: T201  # a program
        return _BROKEN
    try:
        found = verify_export(_bytes(asked.file), _trust(asked))
    except (ObstatError, OSError, ValueError, RecursionError) as broken:
        print(harmless(f"NOT VERIFIED  {broken}"), file=sys.stderr)  # noqa: T201  # a program
        return _BROKEN
    print("\n".join(told(found, is_key_known=bool(asked.key))))  # noqa: T201  # a program
    return _WHOLE


def told(found: VerifiedExport, *, is_key_known: bool) -> list[str]:
    """
    Say in lines what an export proves, and what it leaves to whoever reads.
    """
    made_by = found.mark["made_by"]
    lines = [
        "VERIFIED",
        f"log        {found.manifest.origin}, {found.head.size} entries",
        f"head       {found.head.root.hex()}",
        f"made       {found.mark['made_at']} by {made_by['kind']} {made_by['id']}",
        f"entries    {found.entries} readable, {found.withheld} withheld or erased, all proven",
        f"members    {len(found.manifest.members)}, none changed, missing or added",
        *(f"compared   {name}: it fits" for name in found.compared),
        *(
            f"OPEN       {name}: ask for a proof of consistency to compare it"
            for name in found.not_compared
        ),
        *(
            f"stamped    {each.at.isoformat()} the head of {each.size} entries: have {each.member}"
            " and the .txt beside it checked by `openssl ts -verify`"
            for each in found.stamped
        ),
        *(f"key        {vkey}" for vkey in found.keys),
    ]
    lines = [harmless(each) for each in lines]
    if not is_key_known:
        lines.append(
            "           The key came with the file: compare it with the one you know, or give"
            " yours with --key."
        )
    return lines


def harmless(line: str) -> str:
    """
    Write a line so that nothing in it can move, hide or colour another one.

    A forger chooses what stands in an export; the warning below it must be read.
    """
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in line)


def _trust(asked: argparse.Namespace) -> Trust:
    return Trust(
        ed25519=check_ed25519,
        vkeys=tuple(asked.key),
        kept=tuple(read_kept(name, _bytes(name).decode()) for name in asked.kept),
        links=tuple(read_link(json.loads(_bytes(name))) for name in asked.proof),
        statements=tuple(
            statement for name in asked.keys for statement in read_keychain(_bytes(name))
        ),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Verify an export, offline, trusting nobody.")
    parser.add_argument("file", help="the ZIP file")
    parser.add_argument(
        "--key", action="append", default=[], help="a public key of the log that you know"
    )
    parser.add_argument(
        "--kept", action="append", default=[], help="a checkpoint or receipt that you kept"
    )
    parser.add_argument(
        "--proof", action="append", default=[], help="a proof that one head continues another"
    )
    parser.add_argument(
        "--keys", action="append", default=[], help="how the keys of the log followed each other"
    )
    return parser


def _bytes(name: str) -> bytes:
    with open(name, "rb") as file:  # noqa: PTH123  # this room is pure but for this one program
        return file.read()
