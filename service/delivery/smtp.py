"""
Hand letters to a mail server.
"""

import re
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path

from service.decision.ids import OrganisationId
from service.delivery.message import composed
from service.delivery.stamps import Stamps
from service.records.mail import Delivery, Letter, Outcome

SECONDS = 20.0
"""How long a server may be silent."""
_PERMANENT = 500
_STATUS = re.compile(rb"\d\.\d{1,3}\.\d{1,3}")


class Security(StrEnum):
    """
    How the way to the server is protected.
    """

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"
    """For a server on this very machine only."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """
    Where letters are handed in, and as whom.
    """

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: Path | None = None
    """Who vouches for the server; none: whoever this machine trusts."""


@dataclass(frozen=True, slots=True)
class SmtpPostman:
    """
    Hand letters to a mail server, one connection each.
    """

    server: MailServer
    sender: str
    """The address that every letter comes from, and returns to."""
    stamps: Stamps

    def carry(self, organisation_id: OrganisationId, letter: Letter) -> Delivery:
        """
        Try once; whatever goes wrong is an outcome, not an exception.
        """
        try:
            name = self.stamps.name(organisation_id, letter.id)
            message = composed(letter, name, self.sender)
        except ValueError:
            return Delivery(Outcome.REFUSED, "unsendable")
        try:
            smtp = self._connected()
        except smtplib.SMTPResponseException as refusal:
            return Delivery(
                Outcome.POSTPONED, _code(refusal.smtp_code, refusal.smtp_error), unreachable=True
            )
        except (OSError, smtplib.SMTPException) as trouble:
            return Delivery(Outcome.POSTPONED, _kind(trouble), unreachable=True)
        try:
            return self._handed_in(smtp, message, letter.to)
        finally:
            # What was accepted is accepted, however the goodbye goes.
            with suppress(OSError, smtplib.SMTPException):
                smtp.quit()
            smtp.close()

    def _connected(self) -> smtplib.SMTP:
        """
        Connect under the protection that the settings ask for, never under less.
        """
        context = ssl.create_default_context(cafile=self.server.ca_file)
        where = self.server.host, self.server.port
        if self.server.security is Security.TLS:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=SECONDS, context=context)
        else:
            smtp = smtplib.SMTP(*where, timeout=SECONDS)
        try:
            if self.server.security is Security.STARTTLS:
                smtp.starttls(context=context)
            if self.server.user:
                smtp.login(self.server.user, self.server.password)
        except (OSError, smtplib.SMTPException):
            smtp.close()
            raise
        return smtp

    def _handed_in(self, smtp: smtplib.SMTP, message: EmailMessage, to: str) -> Delivery:
        """
        Hand the message in, and read what the server says of it.
        """
        try:
            smtp.send_message(message, self.sender, [to])
        except smtplib.SMTPRecipientsRefused as refusal:
            code, words = next(iter(refusal.recipients.values()))
            return _refused(code, words)
        except smtplib.SMTPSenderRefused as refusal:
            # It is us whom it does not like: no address is wrong.
            return Delivery(Outcome.POSTPONED, _code(refusal.smtp_code, refusal.smtp_error))
        except smtplib.SMTPResponseException as refusal:
            return _refused(refusal.smtp_code, refusal.smtp_error)
        except smtplib.SMTPNotSupportedError:
            return Delivery(Outcome.REFUSED, "553 5.6.7")  # RFC 6531: no such letters here
        except (OSError, smtplib.SMTPException) as trouble:
            return Delivery(Outcome.POSTPONED, _kind(trouble))
        return Delivery(Outcome.SENT, "250")


def _refused(code: int, words: bytes | str) -> Delivery:
    """
    Tell a refusal for good from one for now.
    """
    outcome = Outcome.REFUSED if code >= _PERMANENT else Outcome.POSTPONED
    return Delivery(outcome, _code(code, words))


def _code(code: int, words: bytes | str) -> str:
    """
    Give the codes of a reply without its words (RFC 3463).
    """
    raw = words.encode(errors="replace") if isinstance(words, str) else words
    found = _STATUS.search(raw)
    return f"{code} {found[0].decode()}" if found else str(code)


def _kind(trouble: Exception) -> str:
    """
    Name what went wrong on the way, without what it quotes.
    """
    return type(trouble).__name__
