"""
How letters and text messages leave.
"""

from dataclasses import dataclass, field
from pathlib import Path

from service.settings.places import THIS_MACHINE
from service.settings.reading import MUST_BE_WEB, must, must_be_one_of, refused


def _is_address(text: str) -> bool:
    return "@" in text and not any(each.isspace() for each in text)


@dataclass(frozen=True)
class LetterSettings:
    """
    The mail server and the gateway for text messages.
    """

    mail_host: str = ""
    """`OBSTAT_MAIL_HOST`: mail server; empty: letters are put into var/mail."""
    mail_port: int = 587
    """`OBSTAT_MAIL_PORT`: its port."""
    mail_security: str = field(
        default="starttls", metadata=must_be_one_of("starttls", "tls", "none")
    )
    """`OBSTAT_MAIL_SECURITY`: starttls, tls, or none (a server on this machine only)."""
    mail_user: str = ""
    """`OBSTAT_MAIL_USER`: as whom to sign in there; empty: not at all."""
    mail_password: str = field(default="", repr=False)
    """`OBSTAT_MAIL_PASSWORD`: with which password."""
    mail_ca_file: Path | None = None
    """`OBSTAT_MAIL_CA_FILE`: who vouches for it; none: whom this machine trusts."""
    mail_from: str = field(
        default="obstat@localhost", metadata=must(_is_address, "must be an address")
    )
    """`OBSTAT_MAIL_FROM`: address that letters come from, and return to."""
    mail_interval_seconds: float = 2.0
    """`OBSTAT_MAIL_INTERVAL_SECONDS`: pause between two looks for letters to send."""
    mail_kept_days: int = 7
    """`OBSTAT_MAIL_KEPT_DAYS`: how long the words of a sent letter are kept."""

    sms_url: str = field(default="", metadata=MUST_BE_WEB)
    """`OBSTAT_SMS_URL`: gateway for text messages; empty: none are sent."""
    sms_token: str = field(default="", repr=False)
    """`OBSTAT_SMS_TOKEN`: what lets us in there."""

    def check_way(self) -> None:
        """
        Refuse to send letters in the clear.

        Raises:
            SettingsRefused: Others could read them on their way to the server.
        """
        if self.mail_security == "none" and self.mail_host not in {"", *THIS_MACHINE}:
            raise refused("mail_security", "may be none for a server on this machine only")
