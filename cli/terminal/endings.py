"""
End every command with one line and an exit code, no stack trace.

    what the command said           its own code: 0 publish, 3 do not publish, 4 ask
    a refusal, a misspelt command   2, one line with what to do next
    Ctrl-C                          130; nothing half written, transactions see to it
    nobody reads any more           141, as `head` makes other commands end
    anything else                   1: a fault of ours, its trace in a file
"""

import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import click

from cli.terminal.exits import Exit
from cli.terminal.output import emit, let_go, nobody_reads, refuse
from service.errors import ObstatError

TRACE = "last-fault.txt"


def ended(act: Callable[[], object], *, as_json: bool) -> int:
    """
    Run a command and give its exit code; say on one line what was refused.
    """
    try:
        result = act()
    except click.exceptions.NoArgsIsHelpError as shown:
        shown.show()
        return Exit.REFUSED
    except click.ClickException as misspelt:
        tell(Misspelt(_with_help(misspelt)), as_json=as_json)
        return Exit.REFUSED
    except click.Abort:
        tell(Stopped("Interrupted; nothing is half written."), as_json=as_json)
        return Exit.STOPPED
    except ObstatError as refused:
        tell(refused, as_json=as_json)
        return Exit.REFUSED
    return result if isinstance(result, int) else Exit.PUBLISH


class Misspelt(ObstatError):
    """
    There is no such command, option or word.
    """

    code = "usage"


class NoRoom(ObstatError):
    """
    The disk is full, ours or that of whoever reads.
    """

    code = "no-room"


class Stopped(ObstatError):
    """
    Somebody pressed Ctrl-C.
    """

    code = "stopped"


def tell(refused: ObstatError, *, as_json: bool) -> None:
    """
    Say what is refused: a line, and JSON where that was asked for.
    """
    if as_json:
        try:
            emit(as_plain(refused))
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read went away; the line below still says it.
            let_go()
    refuse(refused.code, refused.message, refused.field)


def as_plain(refused: ObstatError) -> dict[str, object]:
    """
    Give a refusal for scripts; no `answer`, so nothing reads as a yes.
    """
    said = {"code": refused.code, "message": refused.message, "field": refused.field}
    return {"error": said}


@contextmanager
def output_arrives() -> Iterator[None]:
    """
    See that everything printed reaches whoever reads it.

    Raises:
        Exit: Nobody reads any more.
        NoRoom: There is no room left for it.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        nobody_reads()
    except OSError as trouble:
        if trouble.errno != errno.ENOSPC:
            raise
        let_go()
        raise NoRoom("No room is left to write; make some and run it again.") from trouble


def _with_help(misspelt: click.ClickException) -> str:
    """
    Give what click says, and where to read how it is spelt.
    """
    message = misspelt.format_message().rstrip()
    context = misspelt.ctx if isinstance(misspelt, click.UsageError) else None
    return f"{message} See `{context.command_path} --help`." if context else message


def tell_fault(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """
    Say that the fault is ours, and keep the trace where the storage is.

    What the trace quotes may be personal, so it goes where such things are kept
    and never to the terminal.  Installed as `sys.excepthook`; Python ends with 1.
    """
    last = traceback.extract_tb(trace)[-1:]
    where = f" in {Path(last[0].filename).name}, line {last[0].lineno}" if last else ""
    kept = _keep("".join(traceback.format_exception(kind, error, trace)))
    refuse(
        "bug",
        f"{kind.__name__}{where}: a fault of ours. "
        f"Nothing may be published on this run. Please report it with {kept}",
    )


def _keep(trace: str) -> Path:
    """
    Write a trace in the var folder, or where temporary files go.
    """
    for folder in (os.environ.get("OBSTAT_VAR_FOLDER") or "var", tempfile.gettempdir()):
        file = Path(folder) / TRACE
        try:
            file.unlink(missing_ok=True)
            # Made anew and for oneself alone: a link somebody laid there is not followed.
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError:
            continue
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as kept:
            kept.write(trace)
        return file
    return Path("(no folder could be written)")
