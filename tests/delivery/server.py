"""
A real mail server on loopback, whose answers a test chooses.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from service.delivery.smtp import MailServer, Security
from service.wiring import clock

USER, PASSWORD = "obstat", "geheim"


class Inbox:
    """
    Take letters, or refuse them with the replies that were prepared.
    """

    def __init__(self) -> None:
        self.received: list[bytes] = []
        self.under_tls: list[bool] = []
        self.to_recipients: list[str] = []
        """Replies to the next addresses."""
        self.to_contents: list[str] = []
        """Replies to the next contents."""

    async def handle_RCPT(  # noqa: N802 -- as aiosmtpd calls it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """
        Answer to an address.
        """
        del server, session, options
        reply = self.to_recipients.pop(0) if self.to_recipients else "250 OK"
        if reply.startswith("2"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(  # noqa: N802 -- as aiosmtpd calls it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """
        Answer to a letter.
        """
        del server
        reply = self.to_contents.pop(0) if self.to_contents else "250 2.0.0 OK"
        if reply.startswith("2"):
            assert isinstance(envelope.content, bytes)
            self.received.append(envelope.content)
            self.under_tls.append(session.ssl is not None)
        return reply


def let_in(*arguments: Any) -> AuthResult:  # noqa: ANN401 -- as aiosmtpd calls it
    """
    Know one user.
    """
    proof = arguments[-1]
    assert isinstance(proof, LoginPassword)
    is_known = (proof.login, proof.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_known, handled=False)


@contextmanager
def mail_server(inbox: Inbox, **options: Any) -> Iterator[MailServer]:  # noqa: ANN401 -- as aiosmtpd takes them
    """
    Run a server until the block ends; say where it is.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        yield MailServer("127.0.0.1", port, Security.NONE)
    finally:
        controller.stop()


def certificate(folder: Path) -> Path:
    """
    Make a certificate of this machine that vouches for itself; the key stands in it.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail.example")])
    here = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    now = clock()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "mail.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


def context_of(path: Path) -> ssl.SSLContext:
    """
    Give what a server needs to speak TLS.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context
