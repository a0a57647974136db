"""
A worker process has given up what decoding does not need.
"""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MEGABYTE = 1024 * 1024


def _run(program: str) -> subprocess.CompletedProcess[str]:
    start = (
        "import os, socket, sys\n"
        "from service.fingerprint.sandbox import allow_seconds, close_down\n"
        f"close_down({32 * MEGABYTE})\n"
    )
    return subprocess.run(
        [sys.executable, "-c", start + program],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    "deed",
    [
        "open('README.md')",
        "open(sys.executable, 'rb')",
        "os.listdir('/')",
        "socket.socket()",
        "os.pipe()",
        "os.dup(1)",
    ],
)
def test_nothing_can_be_opened(deed: str) -> None:
    assert "OSError" in _run(f"try: {deed}\nexcept OSError as e: print('OSError', e.errno)").stdout


def test_memory_beyond_the_share_is_refused() -> None:
    deed = f"try: bytes({64 * MEGABYTE})\nexcept MemoryError: print('refused')"

    assert "refused\n" == _run(f"bytes({8 * MEGABYTE})\n{deed}").stdout


def test_no_core_is_left_behind_with_a_picture_in_it() -> None:
    deed = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"

    assert "(0, 0)\n" == _run(deed).stdout


def test_a_worker_is_not_root() -> None:
    assert "0" != _run("print(os.getuid())").stdout.strip()


def test_a_worker_without_a_parent_ends_when_its_time_is_used_up() -> None:
    assert -signal.SIGXCPU == _run("allow_seconds(0.1)\nwhile True: pass").returncode


def test_each_picture_gets_time_of_its_own() -> None:
    start = "import time\nallow_seconds(0.3)\nend = time.process_time() + 0.5\n"
    spend = start + "while time.process_time() < end: pass\n"

    assert "done\n" == _run(spend * 4 + "print('done')").stdout
