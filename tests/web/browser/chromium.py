"""
Find the browser that the tests drive.
"""

import os
import shutil
from pathlib import Path
from typing import Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
FLAGS: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""Without these a browser looks for its makers at every start."""


def installed() -> Path | None:
    """
    Give the program, or None where none is installed.
    """
    found = (shutil.which(each) for each in NAMES)
    return next((Path(each) for each in found if each), None)


def flags() -> list[str]:
    """
    Give the flags of every start; root has no sandbox to offer.
    """
    return [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def is_needed() -> bool:
    """
    Tell whether a missing browser is a failure: where changes are accepted.
    """
    return os.environ.get("CI") == "true"
