"""
Send the same requests over loopback from several clients, each on one connection.

Raw sockets, so that the client costs little beside the server it measures; it is
run in a process of its own.
"""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

HEAD_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Load:
    """
    What to send where: each client sends its share of the requests in turn.
    """

    port: int
    path: str
    headers: dict[str, str]
    bodies: tuple[str, ...]
    clients: int
    seconds: float
    expect: int = 201
    binary: bool = False
    """The bodies are bytes, each written as one letter (Latin-1)."""


def request_bytes(load: Load, body: str) -> bytes:
    """
    Write one request.
    """
    payload = body.encode("latin-1" if load.binary else "utf-8")
    headers = {"host": "127.0.0.1", "content-length": str(len(payload)), **load.headers}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST {load.path} HTTP/1.1\r\n{lines}\r\n".encode() + payload


def ask(connection: socket.socket, request: bytes) -> int:
    """
    Send one request, read the whole answer, give its status.
    """
    connection.sendall(request)
    received = b""
    while HEAD_END not in received:
        received += connection.recv(65_536)
    head, _, rest = received.partition(HEAD_END)
    length = next(
        int(line.split(b":")[1])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length")
    )
    while len(rest) < length:
        rest += connection.recv(65_536)
    return int(head.split(b" ", 2)[1])


def drive(load: Load) -> float:
    """
    Give requests a second over all clients; any other status is an error.
    """
    counts = [0] * load.clients
    wrong: list[int] = []
    stop_at = time.perf_counter() + load.seconds

    def client(number: int) -> None:
        with socket.create_connection(("127.0.0.1", load.port)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            requests = [request_bytes(load, body) for body in load.bodies[number :: load.clients]]
            while time.perf_counter() < stop_at:
                status = ask(connection, requests[counts[number] % len(requests)])
                if status != load.expect:
                    wrong.append(status)
                    return
                counts[number] += 1

    started = time.perf_counter()
    threads = [threading.Thread(target=client, args=(each,)) for each in range(load.clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        message = f"the server answered {wrong[0]}"
        raise SystemExit(message)
    return sum(counts) / (time.perf_counter() - started)


def drive_apart(load: Load) -> float:
    """
    Do so in a process of its own.
    """
    plain = json.dumps({name: getattr(load, name) for name in Load.__slots__})
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.load"],
        input=plain,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def best_of(loads: Sequence[Load], rounds: int) -> list[float]:
    """
    Drive several loads in turn, some rounds, and give the best of each.
    """
    best = [0.0] * len(loads)
    for _ in range(rounds):
        for number, load in enumerate(loads):
            best[number] = max(best[number], drive_apart(load))
    return best


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    asked["bodies"] = tuple(asked["bodies"])
    print(drive(Load(**asked)))
