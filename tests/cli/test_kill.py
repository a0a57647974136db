"""
Kill the service at random moments: nothing that was acknowledged is lost.
"""

import re
import secrets
import threading
from pathlib import Path

import httpx

from tests.cli.forked import Forked
from tests.cli.terminal import LILAS, Terminal
from tests.loopback import PLAIN

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
        self._command = Forked(terminal.environment(), "serve", "--port", "0")
        found = re.search(r"http://[\d.]+:\d+", self._command.out.readline())
        assert found is not None
        self.address = found.group()

    def kill(self) -> None:
        """
        Kill it as a power cut would.
        """
        self._command.close()


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
    with httpx.Client(base_url=server.address, headers=headers, timeout=60, verify=PLAIN) as client:
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


def kept(client: httpx.Client) -> set[str]:
    """
    Give the id of every unit there is.
    """
    found: set[str] = set()
    address: str | None = "/api/v1/units?limit=200"
    while address is not None:
        page = client.get(address).json()
        found.update(each["id"] for each in page["items"])
        address = page["next"] and f"/api/v1/units?limit=200&after={page['next']}"
    return found


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
        with httpx.Client(
            base_url=server.address, headers=headers, timeout=60, verify=PLAIN
        ) as client:
            lost = set(acknowledged) - kept(client)
    finally:
        server.kill()

    assert set() == lost
    assert terminal.read("audit", "verify")["ok"] is True
