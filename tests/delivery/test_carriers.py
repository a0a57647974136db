"""
Who takes a letter, and what a delivery report says.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from service.delivery.carriers import Carriers
from service.delivery.folder import FolderPostman
from service.delivery.gateway import SmsGateway
from service.delivery.stamps import Stamps
from service.records.mail import Carrier, Delivery, Outcome
from tests.persistence.ground import JACINTHES
from tests.persistence.make_mail import make_letter

STAMPS = Stamps(bytes(range(32)), "obstat.example")
NAME = STAMPS.name(JACINTHES, make_letter().id)
SMS = replace(make_letter(carrier=Carrier.SMS), to="+32470000000", text="Code 123456")


class Provider(BaseHTTPRequestHandler):
    """
    Take text messages and answer as prepared.
    """

    def do_POST(self) -> None:
        """
        Answer to one message.
        """
        length = int(self.headers["content-length"])
        assert isinstance(self.server, Desk)
        self.server.taken.append((dict(self.headers), json.loads(self.rfile.read(length))))
        self.send_response(self.server.status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """
        Say nothing.
        """


class Desk(HTTPServer):
    """
    Where a provider keeps what it took.
    """

    taken: list[tuple[dict[str, str], dict[str, str]]]
    status: int


@contextmanager
def provider(status: int) -> Iterator[Desk]:
    with Desk(("127.0.0.1", 0), Provider) as desk:
        desk.taken, desk.status = [], status
        thread = Thread(target=desk.serve_forever, args=[0.01])
        thread.start()
        yield desk
        desk.shutdown()
        thread.join()


def _carriers(folder: Path, sms: SmsGateway | None = None, *, keeps: bool = False) -> Carriers:
    postman = FolderPostman(folder / "mail", "obstat@obstat.example", STAMPS)
    return Carriers(postman, STAMPS, sms, keeps_sms=keeps)


def test_a_folder_keeps_one_file_however_often_a_letter_comes(tmp_path: Path) -> None:
    for _ in range(2):
        _carriers(tmp_path).carry(JACINTHES, make_letter())

    (file,) = (tmp_path / "mail").iterdir()
    assert "letter-one.eml" == file.name
    assert 0o600 == file.stat().st_mode & 0o777
    assert b"emeka@family.example" in file.read_bytes()


def test_a_folder_that_cannot_be_made_postpones_all(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("in the way")

    delivery = _carriers(tmp_path).carry(JACINTHES, make_letter())

    assert (Outcome.POSTPONED, True) == (delivery.outcome, delivery.unreachable)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (202, Outcome.SENT),
        (400, Outcome.REFUSED),
        (429, Outcome.POSTPONED),
        (302, Outcome.POSTPONED),
        (503, Outcome.POSTPONED),
    ],
)
def test_a_text_message_goes_to_the_gateway(tmp_path: Path, status: int, outcome: Outcome) -> None:
    with provider(status) as desk:
        gateway = SmsGateway(f"http://127.0.0.1:{desk.server_port}/send", "geheim")
        delivery = _carriers(tmp_path, gateway).carry(JACINTHES, SMS)

    assert Delivery(outcome, str(status)) == delivery
    headers, body = desk.taken[0]
    assert {"to": SMS.to, "text": SMS.text} == body
    assert ("Bearer geheim", SMS.id) == (headers["authorization"], headers["idempotency-key"])


def test_without_a_gateway_a_text_message_is_refused_or_kept_beside_the_mail(
    tmp_path: Path,
) -> None:
    assert "no gateway" == _carriers(tmp_path).carry(JACINTHES, SMS).detail
    assert Outcome.SENT is _carriers(tmp_path, keeps=True).carry(JACINTHES, SMS).outcome
    assert "+32470000000\n\nCode 123456" == (tmp_path / "mail" / "letter-one.txt").read_text()


def _report(action: str = "failed", status: str = "5.1.1", name: str = NAME) -> bytes:
    return (
        "From: MAILER-DAEMON@mx.example\r\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Final-Recipient: rfc822; emeka@family.example\r\nAction: {action}\r\n"
        f"Status: {status}\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {name}\r\n--b--\r\n"
    ).encode()


def test_a_report_names_the_letter_that_came_back(tmp_path: Path) -> None:
    found = _carriers(tmp_path).letter_named_by(_report())

    assert (JACINTHES, "letter-one", "5.1.1") == found


@pytest.mark.parametrize(
    "returned",
    [
        _report(action="delayed", status="4.4.7"),
        _report(action="delivered", status="2.0.0"),
        _report(name=NAME.replace(make_letter().id, "letter-two")),
        _report(name=Stamps(bytes(32), "obstat.example").name(JACINTHES, make_letter().id)),
        b"\xff\x00 no report at all",
    ],
    ids=["delayed", "delivered", "another letter", "another key", "noise"],
)
def test_whatever_else_comes_names_nothing(tmp_path: Path, returned: bytes) -> None:
    assert None is _carriers(tmp_path).letter_named_by(returned)
