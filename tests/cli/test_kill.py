"""
Kill the service at random moments: nothing that was acknowledged is lost.
"""

import os
import re
import secrets
import socket
import sys
import threading
from multiprocessing import get_context
from pathlib import Path

import httpx

from cli.main import main
from tests.cli.terminal import LILAS, Terminal

WRITES = 500
KILLS = 6
# Every server is forked from a process that has loaded the program and run nothing of it:
# to load it costs more than all that is asked of one server until it is killed.
PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["cli.commands", "cli.serve"])


def serve(environment: dict[str, str], output: socket.socket) -> None:
    """
    Run the real command in this process.
    """
    os.environ.clear()
    os.environ.update(environment)
    sys.stdout = output.makefile("w")
    sys.argv = ["obstat", "serve", "--port", "0"]
    main()


class Server:
    """
    The real service in a process of its own, on a free port.
    """

    def __init__(self, terminal: Terminal) -> None:
        """
        Start it and wait until it says where it listens.
        """
        ours, theirs = socket.socketpair()
        self.process = PROCESSES.Process(target=serve, args=(terminal.environment(), theirs))
        with theirs:
            self.process.start()
        with ours, ours.makefile() as said:
            found = re.search(r"http://[\d.]+:\d+", said.readline())
        assert found is not None
        self.address = found.group()

    def kill(self) -> None:
        """
        Kill it as a power cut would, and collect what is left.
        """
        self.process.kill()
        self.process.join()


def write_until_killed(server: Server, key: str, acknowledged: list[str]) -> None:
    """
    Enter units one after the other while another thread waits to kill the server.
    """
    after = 1 + secrets.randbelow(2 * WRITES // KILLS)
    enough = threading.Event()

    def kill_then() -> None:
        enough.wait()
        server.kill()

    killer = threading.Thread(target=kill_then)
    killer.start()
    contact = {"name": "Ann", "role": "head", "email": "ann@house.example"}
    headers = {"authorization": f"Bearer {key}"}
    with httpx.Client(base_url=server.address, headers=headers, timeout=60) as client:
        for number in range(WRITES):
            if number == after:
                enough.set()
            try:
                answer = client.post(
                    "/api/v1/units", json={"name": f"Unit {number}", "contact": contact}
                )
            except httpx.TransportError:
                break
            assert answer.status_code == 201
            acknowledged.append(answer.json()["id"])
    enough.set()
    killer.join()


def test_no_acknowledged_write_is_lost_when_the_service_is_killed(tmp_path: Path) -> None:
    """
    Whatever was answered 201 is there after the kill, and the ledger verifies.
    """
    terminal = Terminal(tmp_path)
    key = terminal.read(*LILAS)["key"]
    acknowledged: list[str] = []
    while len(acknowledged) < WRITES:
        write_until_killed(Server(terminal), key, acknowledged)
    server = Server(terminal)
    try:
        headers = {"authorization": f"Bearer {key}"}
        with httpx.Client(base_url=server.address, headers=headers, timeout=60) as client:
            lost = [
                each
                for each in acknowledged
                if client.get(f"/api/v1/units/{each}").status_code != 200
            ]
    finally:
        server.kill()

    assert [] == lost
    assert terminal.read("audit", "verify")["ok"] is True
