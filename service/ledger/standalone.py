"""
Make the verifier one file that needs nothing but Python.

    python -I verify.py export.zip

It holds the modules of this room word for word, each in a string, and hands them to
Python as modules: whoever reads it reads what runs here.
"""

from functools import cache
from importlib import import_module
from inspect import getsource

MODULES = (
    "service.errors",
    "service.ledger.failures",
    "service.ledger.canonical",
    "service.ledger.hashing",
    "service.ledger.kinds",
    "service.ledger.entry",
    "service.ledger.keys",
    "service.ledger.note",
    "service.ledger.checkpoint",
    "service.ledger.keychain",
    "service.ledger.proofs",
    "service.ledger.receipt",
    "service.ledger.history",
    "service.ledger.bundle",
    "service.ledger.bindings",
    "service.ledger.manifest",
    "service.ledger.archive",
    "service.ledger.ed25519",
    "service.ledger.members",
    "service.ledger.stamp",
    "service.ledger.stamped",
    "service.ledger.exported",
    "service.ledger.verifier",
)
"""Each imports none but those before it."""

_HEAD = '''"""
Verify an export, offline, with nothing but Python 3.11 or later.

    python -I verify.py export.zip
    python -I verify.py export.zip --key "<the public key that you know>"
    python -I verify.py export.zip --kept <a checkpoint or receipt that you kept>

Below stand the modules of the verifier, word for word.
"""

import sys
from types import ModuleType

for package in ("service", "service.ledger"):
    sys.modules[package] = ModuleType(package)
    sys.modules[package].__path__ = []


def module(name, text):
    """
    Let Python know *text* as the module *name*.
    """
    made = sys.modules[name] = ModuleType(name)
    made.__file__ = f"{__file__}::{name}"
    exec(compile(text, made.__file__, "exec"), made.__dict__)

'''
_TAIL = """
if __name__ == "__main__":
    sys.exit(sys.modules["service.ledger.verifier"].main())
"""


@cache
def standalone_verifier() -> bytes:
    """
    Return the file.
    """
    parts = [f"\nmodule({name!r}, r'''{_source(name)}''')\n" for name in MODULES]
    return "".join((_HEAD, *parts, _TAIL)).encode()


def _source(name: str) -> str:
    return getsource(import_module(name))
