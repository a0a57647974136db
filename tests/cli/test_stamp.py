"""
A time authority stamps heads, and exports carry its word.
"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from service.ledger.archive import read_archive
from service.ledger.stamp import read_reply
from tests.cli.terminal import Terminal, refused
from tests.ledger.stored import vectors

REPLY = bytes.fromhex(vectors("stamp")["reply"])
_NONCE = slice(-12, -3)
"""Nine bytes before the wish for a certificate, which ends a query."""


def stamped(question: bytes) -> bytes:
    """
    Put digest and nonce of a question into the answer of OpenSSL's authority.
    """
    old, start = read_reply(REPLY), question.index(b"\x04\x20") + 2
    nonce = (old.nonce or 0).to_bytes(9, "big")
    reply = REPLY.replace(old.digest, question[start : start + 32])
    return reply.replace(nonce, question[_NONCE])


class Authority(BaseHTTPRequestHandler):
    """
    Answer as OpenSSL's authority did, of whatever is asked about.
    """

    kind = "application/timestamp-reply"
    asked: list[bytes]

    def do_POST(self) -> None:
        """
        Answer a question.
        """
        question = self.rfile.read(int(self.headers["content-length"]))
        self.asked.append(question)
        self.send_response(200)
        self.send_header("content-type", self.kind)
        self.end_headers()
        self.wfile.write(stamped(question))

    def log_message(self, *_: object) -> None:
        """
        Say nothing.
        """


@pytest.fixture
def authority() -> Iterator[tuple[str, type[Authority]]]:
    """
    Run an authority on this machine.
    """
    handler = type("OneAuthority", (Authority,), {"asked": []})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/tsa?x=1", handler
        server.shutdown()
        thread.join()


def test_a_head_is_stamped_once_and_exports_carry_the_stamp(
    glycines: Terminal, authority: tuple[str, type[Authority]], tmp_path: Path
) -> None:
    url, handler = authority
    out, export = tmp_path / "head.tsr", tmp_path / "export.zip"
    glycines.read("audit", "verify")
    words = ("audit", "stamp")

    first = glycines.type(*words, "--out", out, OBSTAT_TIMESTAMP_URL=url)
    glycines.type(*words, OBSTAT_TIMESTAMP_URL=url)

    assert "was stamped at" in first.out
    assert 1 == len(handler.asked)
    assert glycines.read("audit", "head")["note"] == out.with_suffix(".txt").read_text("utf-8")
    person = str(glycines.read("people", "list")[0]["id"])
    glycines.type("audit", "export", "--person", person, "--out", export)
    assert any(name.endswith(".tsr") for name in read_archive(export.read_bytes()))
    assert "openssl ts -verify" in glycines.type("audit", "verify", export).out


def test_an_authority_that_gives_no_stamp_is_named(
    glycines: Terminal, authority: tuple[str, type[Authority]]
) -> None:
    url, handler = authority
    glycines.read("audit", "verify")
    handler.kind = "text/html"

    assert "OBSTAT_TIMESTAMP_URL" in refused(glycines.type("audit", "stamp"))
    assert "gave no stamp" in refused(glycines.type("audit", "stamp", OBSTAT_TIMESTAMP_URL=url))
    unreachable = glycines.type("audit", "stamp", OBSTAT_TIMESTAMP_URL="http://127.0.0.1:1")
    assert "cannot be reached" in refused(unreachable)
