"""
Run commands in processes of their own, forked from one that has loaded the program.

To load it costs more than most commands do, and that one runs nothing of it.  Where the
start itself is in question, `Terminal.real` starts it.
"""

import io
import os
import signal
import socket
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context

from cli.main import main
from tests.cli.terminal import Said

_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["cli.serve", "cli.photos", "cli.scan", "tests.cli.described"])


class Forked:
    """
    A command that has not ended yet.
    """

    def __init__(self, environment: Mapping[str, str], *words: str) -> None:
        """
        Start it.
        """
        (out, theirs), (err, complaints) = socket.socketpair(), socket.socketpair()
        with out, theirs, err, complaints:
            self.process = _PROCESSES.Process(
                target=_run, args=(dict(environment), words, theirs, complaints)
            )
            self.process.start()
            self.out, self._err = (each.makefile("r", encoding="utf-8") for each in (out, err))

    def end(self, number: signal.Signals) -> Said:
        """
        Send a signal, and wait for the end; the rest that it says is given.
        """
        assert self.process.pid is not None
        os.kill(self.process.pid, number)
        said = self.out.read(), self._err.read()
        self.process.join()
        assert self.process.exitcode is not None
        return Said(self.process.exitcode, *said)

    def close(self) -> None:
        """
        Kill it, if it has not ended, as a power cut would; leave nothing behind.
        """
        self.process.kill()
        self.process.join()
        self.out.close()
        self._err.close()


def _run(
    environment: dict[str, str], words: Sequence[str], out: socket.socket, err: socket.socket
) -> None:
    """
    Run the real command in this process, as a shell would start it.
    """
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    out.close()
    err.close()
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.FileIO(each, "w"), "utf-8") for each in (1, 2))
    sys.argv = ["obstat", *words]
    main()
