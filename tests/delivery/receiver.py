"""
A real receiver of messages on loopback, whose answers a test chooses.
"""

import base64
import hashlib
import hmac
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass(frozen=True)
class Received:
    """
    One request as it came in.
    """

    path: str
    headers: dict[str, str]
    """By their names in small letters."""
    body: bytes

    def verify(self, secret: str) -> bool:
        """
        Tell whether it is proven, as a receiver would by the specification alone.
        """
        key = base64.b64decode(secret.removeprefix("whsec_"))
        signed = f"{self.headers['webhook-id']}.{self.headers['webhook-timestamp']}.".encode()
        right = hmac.new(key, signed + self.body, hashlib.sha256).digest()
        given = [each.split(",", 1) for each in self.headers["webhook-signature"].split(" ")]
        return any(
            version == "v1" and hmac.compare_digest(right, base64.b64decode(signature))
            for version, signature in given
        )


class Receiver(ThreadingHTTPServer):
    """
    Take messages, and answer as prepared; with 204 where nothing is.
    """

    daemon_threads = True

    def __init__(self) -> None:
        """
        Listen on a port that is free.
        """
        super().__init__(("127.0.0.1", 0), _Handler)
        self.received: list[Received] = []
        self.replies: list[tuple[int, dict[str, str]]] = []
        self.drips = Event()
        """Set: the answer comes a byte at a time, and never ends."""
        self.arrived, self.stopping = Event(), Event()

    @property
    def port(self) -> int:
        """
        Say where it listens.
        """
        return int(self.server_address[1])

    def url(self, path: str = "/obstat") -> str:
        """
        Give its address.
        """
        return f"http://127.0.0.1:{self.port}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        """
        Take one message.
        """
        length = int(self.headers["content-length"])
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.received.append(Received(self.path, headers, self.rfile.read(length)))
        self.server.arrived.set()
        if self.server.drips.is_set():
            self._drip()
            return
        status, more = self.server.replies.pop(0) if self.server.replies else (204, {})
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name, value)
        self.send_header("content-length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        """
        Nobody is to ask for anything.
        """
        self.server.received.append(Received(self.path, {}, b"GET"))
        self.send_error(405)

    def _drip(self) -> None:
        try:
            while self.server.drips.is_set():
                self.wfile.write(b"H")
                self.server.stopping.wait(0.05)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """
        Say nothing.
        """


@contextmanager
def receiving(context: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """
    Run a receiver until the block ends.
    """
    with Receiver() as receiver:
        if context is not None:
            receiver.socket = context.wrap_socket(receiver.socket, server_side=True)
        thread = Thread(target=receiver.serve_forever, args=[0.01])
        thread.start()
        try:
            yield receiver
        finally:
            receiver.drips.clear()
            receiver.stopping.set()
            receiver.shutdown()
            thread.join()
