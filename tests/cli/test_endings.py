"""
The ways out, as a shell sees them: exit codes, one line, no stack trace.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import LILAS, Terminal

STOPPED = (130, "", "stopped: Interrupted; nothing is half written.")
"""What Ctrl-C ends with: the code, the output, the one line."""


def test_reader_that_goes_away_is_no_fault(told: Terminal) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "cli", "people", "list", "--json"],
        env=told.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        listing.stdout.close()
        complaint = listing.stderr.read()

    assert (141, b"") == (listing.returncode, complaint)


def test_refusal_is_said_although_nobody_reads_it_as_json(told: Terminal) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "cli", "people", "show", "Hildegard von Bingen", "--json"],
        env=told.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as asking:
        assert asking.stdout is not None
        assert asking.stderr is not None
        asking.stdout.close()
        (complaint,) = asking.stderr.read().splitlines()

    assert (2, True) == (asking.returncode, complaint.startswith(b"not-found: "))


@pytest.mark.parametrize(
    ("closed", "words", "code"),
    [
        (">&-", "units list", 0),
        (">&-", "people show Hildegard --json", 2),
        ("2>&-", "people show Hildegard", 2),
        ("<&-", "check --text @- -c website", 2),
        ("<&- >&- 2>&-", "check --name Hildegard -c website", 4),
    ],
)
def test_a_script_that_closes_what_it_does_not_use_is_no_fault(
    told: Terminal, closed: str, words: str, code: int
) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m cli {words} {closed}"],
        env=told.environment(),
        capture_output=True,
        check=False,
    )

    assert code == done.returncode
    assert b"Traceback" not in done.stderr


def test_full_disk_is_said_and_never_reads_as_a_yes(told: Terminal) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cli", "check", "--name", "Emma Peeters", "-c", "website"],
            env=told.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert 2 == done.returncode
    assert done.stderr.startswith(b"no-room: ")


def test_fault_of_ours_is_one_line_and_its_trace_stays_in_the_folder(told: Terminal) -> None:
    faulty = (
        "import cli.main, cli.units\n"
        "def fail(*_): raise KeyError('Emma Peeters')\n"
        "cli.units.everything = fail\n"
        "cli.main.main()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", faulty, "units", "list"],
        env=told.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    trace = told.folder / "last-fault.txt"

    assert (1, "") == (done.returncode, done.stdout)
    assert 1 == len(done.stderr.splitlines())
    assert done.stderr.startswith("bug: KeyError in ")
    assert str(trace) in done.stderr
    assert "Emma" not in done.stderr
    assert "KeyError: 'Emma Peeters'" in trace.read_text()
    assert 0o600 == trace.stat().st_mode & 0o777


def _ended(nothing: Terminal, program: str) -> tuple[int, str, str]:
    """
    Run a program that asks for units; give its code, output and errors.
    """
    done = subprocess.run(
        [sys.executable, "-c", program, "units", "list"],
        env=nothing.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.strip()


def test_ctrl_c_is_130_and_one_line(nothing: Terminal) -> None:
    interrupted = (
        "import os, signal, cli.main, cli.units\n"
        # Whatever started the tests may have told its children to ignore it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def stop(*_): os.kill(os.getpid(), signal.SIGINT)\n"
        "cli.units.everything = stop\n"
        "cli.main.main()\n"
    )
    nothing.type(*LILAS)

    assert STOPPED == _ended(nothing, interrupted)


@pytest.mark.parametrize("loading", ["click", "rich.console", "service.errors", "cli.units"])
def test_ctrl_c_is_one_line_while_the_program_is_still_loading(
    nothing: Terminal, loading: str
) -> None:
    interrupted = (
        "import os, runpy, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "class Finger:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {loading!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finger())\n"
        "runpy.run_module('cli', run_name='__main__')\n"
    )

    assert STOPPED == _ended(nothing, interrupted)


def test_letters_a_terminal_does_not_have_do_not_turn_a_yes_into_a_question(
    told: Terminal,
) -> None:
    said = told.real("check", "--name", "Emma Peeters", "-c", "website", PYTHONIOENCODING="ascii")

    assert 0 == said.code
    assert "+ PUBLISH" in said.out


def test_colours_are_for_terminals_that_want_them(told: Terminal) -> None:
    words = ("check", "--name", "Emma Peeters", "-c", "website")
    coloured = told.real(*words, FORCE_COLOR="1", TERM="xterm-256color")
    plain = told.real(*words, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color")
    piped = told.type(*words)

    assert "\x1b[32m" in coloured.out
    assert "\x1b[32m" not in plain.out
    assert "\x1b" not in piped.out


def test_light_commands_load_nothing_heavy(told: Terminal) -> None:
    asked = (
        "import sys, cli.main\n"
        "heavy = {'litestar', 'alembic', 'psycopg', 'openpyxl', 'numba'}\n"
        "try: cli.main.main()\n"
        "finally: print(heavy & set(sys.modules), file=sys.stderr)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", asked, "check", "--name", "Emma Peeters", "-c", "website"],
        env=told.environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (0, "set()\n") == (done.returncode, done.stderr)
