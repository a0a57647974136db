"""
Run the command line; Ctrl-C is one line from the first moment on.
"""

import sys
from importlib import import_module
from typing import Final

STOPPED: Final = 130
"""As in `terminal.exits`, whose import takes part of the moment that is meant."""


def main() -> None:
    """
    Load the commands, and run the one that was asked for.
    """
    try:
        import_module("cli.commands").run()
    except KeyboardInterrupt:
        # A command that runs says so itself; here none has begun.
        sys.stderr.write("stopped: Interrupted; nothing is half written.\n")
        sys.exit(STOPPED)
