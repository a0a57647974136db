"""
Kill the service at random moments: nothing that was acknowledged is lost.
"""

import re
import secrets
import subprocess
import sys
import threading
from pathlib import Path

import httpx

from tests.cli.terminal import LILAS, Terminal

WRITES = 500
KILLS = 6


class Server:
    """
    The real service in a process of its own, on a free port.
    """

    def __init__(self, terminal: Terminal) -> None:
        """
        Start it and wait until it says where it listens.
        """
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cli", "serve", "--port", "0"],
            env=terminal.environment(),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        found = re.search(r"http://[\d.]+:\d+", self.process.stdout.readline())
        assert found is not None
        self.address = found.group()

    def kill(self) -> None:
        """
        Kill it as a power cut would, and collect what is left.
        """
        self.process.kill()
        self.process.communicate()


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
    with httpx.Client(base_url=server.address, headers=headers) as client:
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
        with httpx.Client(base_url=server.address, headers=headers) as client:
            lost = [
                each
                for each in acknowledged
                if client.get(f"/api/v1/units/{each}").status_code != 200
            ]
    finally:
        server.kill()

    assert [] == lost
    assert terminal.read("audit", "verify")["ok"] is True
