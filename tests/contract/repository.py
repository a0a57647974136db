"""
What the contract tests read: the files of this repository, parsed once.
"""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("service", "cli")


@cache
def files() -> tuple[Path, ...]:
    """
    List every file that is committed or about to be, relative to the root.
    """
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 -- git is wherever the developer has it
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    names = {Path(name) for name in listing.stdout.split("\0") if name}
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


@cache
def texts() -> dict[Path, str]:
    """
    Give the contents of every file that is text.
    """
    found: dict[Path, str] = {}
    for name in files():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content:
            found[name] = content.decode()
    return found


@cache
def modules(*rooms: str) -> dict[Path, ast.Module]:
    """
    Parse every Python file of these top-level folders.
    """
    return {
        name: module_at(name) for name in texts() if name.suffix == ".py" and name.parts[0] in rooms
    }


@cache
def module_at(name: Path) -> ast.Module:
    """
    Parse a file, the first time it is asked for.
    """
    return ast.parse(texts()[name], filename=str(name))
