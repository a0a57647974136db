"""
Find the photographs of the folder that is named on the command line.
"""

import sys
from pathlib import Path
from typing import Final, NoReturn

_ENDINGS: Final = frozenset({".jpg", ".jpeg", ".png"})
_REFUSED: Final = 2


def photographs_below(folder: Path) -> list[Path]:
    """
    List the photographs in a folder and below it, by name.

    Raises:
        SystemExit: There is none.
    """
    found = sorted(
        path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file()
    )
    if not found:
        give_up(f"No .jpg, .jpeg or .png below {folder}.")
    return found


def give_up(message: str) -> NoReturn:
    """
    Say in one line why nothing can be measured, and end.

    Raises:
        SystemExit: Always.
    """
    sys.stderr.write(f"{message}\n")
    raise SystemExit(_REFUSED)
