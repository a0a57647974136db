"""
Letters are handed to a real mail server, on loopback.
"""

import email
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from service.delivery.message import composed
from service.delivery.smtp import MailServer, Security, SmtpPostman
from service.delivery.stamps import Stamps
from service.records.mail import Attachment, Delivery, Outcome
from tests.delivery.server import (
    PASSWORD,
    USER,
    Inbox,
    certificate,
    context_of,
    let_in,
    mail_server,
)
from tests.persistence.ground import JACINTHES
from tests.persistence.make_mail import make_letter

STAMPS = Stamps(bytes(32), "obstat.example")


def _postman(server: MailServer) -> SmtpPostman:
    return SmtpPostman(server, "obstat@obstat.example", STAMPS)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def server(inbox: Inbox) -> Iterator[MailServer]:
    with mail_server(inbox) as running:
        yield running


def _read(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, policy=default)


def test_a_letter_tried_again_is_the_same_to_the_byte() -> None:
    leaflet = Attachment("reçu.pdf", "application/pdf", b"%PDF")
    letter = replace(make_letter(), attachments=(leaflet,))

    tried, again = (
        composed(letter, "<1@obstat.example>", "a@obstat.example").as_bytes() for _ in range(2)
    )

    assert tried == again
    assert 2 == tried.count(b"boundary=")


def test_a_letter_arrives_in_plain_text_and_html(inbox: Inbox, server: MailServer) -> None:
    delivery = _postman(server).carry(JACINTHES, make_letter())

    assert Delivery(Outcome.SENT, "250") == delivery
    message = _read(inbox.received[0])
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert "Bonjour Emeka, une réponse a changé." == plain.get_content().rstrip()
    assert "<p>Bonjour Emeka, une réponse a changé.</p>" == html.get_content().rstrip()
    assert "Les Jacinthes <obstat@obstat.example>" == message["From"]
    assert "emeka@family.example" == message["To"]
    assert "bram@jacinthes.example" == message["Reply-To"]
    assert "Quelque chose a changé" == message["Subject"]
    assert "auto-generated" == message["Auto-Submitted"]
    assert "Mon, 02 Mar 2026 09:30:00 +0000" == message["Date"]


def test_every_try_of_a_letter_bears_the_same_name(inbox: Inbox, server: MailServer) -> None:
    for _ in range(2):
        _postman(server).carry(JACINTHES, make_letter())

    first, second = (_read(each)["Message-ID"] for each in inbox.received)
    assert first == second
    assert (JACINTHES, make_letter().id) == STAMPS.read(first)


def test_a_file_goes_along(inbox: Inbox, server: MailServer) -> None:
    receipt = Attachment("reçu.pdf", "application/pdf", b"%PDF-1.7")
    _postman(server).carry(JACINTHES, replace(make_letter(), attachments=(receipt,)))

    (attached,) = _read(inbox.received[0]).iter_attachments()
    assert ("reçu.pdf", b"%PDF-1.7") == (attached.get_filename(), attached.get_content())


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("550 5.1.1 <emeka@family.example> unknown", Delivery(Outcome.REFUSED, "550 5.1.1")),
        ("451 4.7.1 try later, emeka", Delivery(Outcome.POSTPONED, "451 4.7.1")),
    ],
)
def test_a_refused_address_leaves_its_code_and_no_words(
    inbox: Inbox, server: MailServer, reply: str, expected: Delivery
) -> None:
    inbox.to_recipients.append(reply)

    assert expected == _postman(server).carry(JACINTHES, make_letter())
    assert [] == inbox.received


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("554 5.7.1 we do not like it", Delivery(Outcome.REFUSED, "554 5.7.1")),
        ("452 4.2.2 mailbox full", Delivery(Outcome.POSTPONED, "452 4.2.2")),
    ],
)
def test_a_refused_content_is_told_apart_for_good_or_for_now(
    inbox: Inbox, server: MailServer, reply: str, expected: Delivery
) -> None:
    inbox.to_contents.append(reply)

    assert expected == _postman(server).carry(JACINTHES, make_letter())


def test_a_server_that_is_not_there_stops_the_round(server: MailServer, inbox: Inbox) -> None:
    with mail_server(inbox) as gone:
        pass

    delivery = _postman(replace(server, port=gone.port)).carry(JACINTHES, make_letter())

    assert Outcome.POSTPONED is delivery.outcome
    assert delivery.unreachable


def test_a_letter_that_would_forge_a_header_is_refused(server: MailServer, inbox: Inbox) -> None:
    forged = replace(make_letter(), subject="Bonjour\r\nBcc: everybody@family.example")

    assert Delivery(Outcome.REFUSED, "unsendable") == _postman(server).carry(JACINTHES, forged)
    assert [] == inbox.received


def test_nothing_is_said_before_the_line_is_protected(
    inbox: Inbox, server: MailServer, tmp_path: Path
) -> None:
    """
    A server without STARTTLS, or somebody on the way who hides it.
    """
    asked = replace(server, security=Security.STARTTLS, ca_file=certificate(tmp_path))

    delivery = _postman(asked).carry(JACINTHES, make_letter())

    assert (Outcome.POSTPONED, True) == (delivery.outcome, delivery.unreachable)
    assert [] == inbox.received


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_letter_goes_under_tls_to_whom_we_trust(
    inbox: Inbox, tmp_path: Path, security: Security
) -> None:
    vouched = certificate(tmp_path)
    context = context_of(vouched)
    options = (
        {"tls_context": context, "require_starttls": True}
        if security is Security.STARTTLS
        else {"ssl_context": context}
    )
    with mail_server(inbox, **options) as server:
        secured = replace(server, security=security)
        trusting = _postman(replace(secured, ca_file=vouched)).carry(JACINTHES, make_letter())
        suspicious = _postman(secured).carry(JACINTHES, make_letter())

    assert Outcome.SENT is trusting.outcome
    assert ("SSLCertVerificationError", True) == (suspicious.detail, suspicious.unreachable)
    assert 1 == len(inbox.received)


def test_a_server_that_knows_us_takes_the_letter(inbox: Inbox, tmp_path: Path) -> None:
    vouched = certificate(tmp_path)
    options = {
        "tls_context": context_of(vouched),
        "authenticator": let_in,
        "auth_required": True,
        "require_starttls": True,
    }
    with mail_server(inbox, **options) as server:
        known = replace(
            server, security=Security.STARTTLS, ca_file=vouched, user=USER, password=PASSWORD
        )
        taken = _postman(known).carry(JACINTHES, make_letter())
        refused = _postman(replace(known, password="wrong")).carry(JACINTHES, make_letter())

    assert Outcome.SENT is taken.outcome
    assert (Outcome.POSTPONED, True) == (refused.outcome, refused.unreachable)
