"""
Where the service listens, and what it grants whoever asks.
"""

from dataclasses import dataclass, field

from service.settings.places import is_contact
from service.settings.reading import MUST_BE_WEB, must_be_one_of, must_if_said


@dataclass(frozen=True)
class ServingSettings:
    """
    Addresses, sessions, limits, and when people are answered.
    """

    host: str = "127.0.0.1"
    """`OBSTAT_HOST`: address to listen on."""
    port: int = 8750
    """`OBSTAT_PORT`: port to listen on."""
    public_url: str = field(default="", metadata=MUST_BE_WEB)
    """`OBSTAT_PUBLIC_URL`: address of the pages in letters; empty: host and port."""
    security_contact: str = field(
        default="", metadata=must_if_said(is_contact, "must be mailto:ADDRESS or https://HOST")
    )
    """`OBSTAT_SECURITY_CONTACT`: mailto: or https:// for /.well-known/security.txt; empty: none."""
    log_level: str = field(
        default="info", metadata=must_be_one_of("debug", "info", "warning", "error")
    )
    """`OBSTAT_LOG_LEVEL`: debug, info, warning or error."""
    checks_per_hour: int = 600
    """`OBSTAT_CHECKS_PER_HOUR`: look-ups that one key or person may make (threat T1)."""
    idempotency_kept_days: int = 30
    """`OBSTAT_IDEMPOTENCY_KEPT_DAYS`: how long a call that is repeated makes nothing new."""
    session_idle_minutes: int = 30
    """`OBSTAT_SESSION_IDLE_MINUTES`: a session of staff that is unused so long is over."""
    session_hours: int = 12
    """`OBSTAT_SESSION_HOURS`: a session of staff is over then, however it is used."""

    complaint_acknowledge_days: int = 3
    """`OBSTAT_COMPLAINT_ACKNOWLEDGE_DAYS`: until whoever complains hears it arrived."""
    complaint_answer_days: int = 30
    """`OBSTAT_COMPLAINT_ANSWER_DAYS`: until they are answered (GDPR 12(3): one month)."""
    complaint_extension_days: int = 60
    """`OBSTAT_COMPLAINT_EXTENSION_DAYS`: at most so much longer, if they are told why."""

    @property
    def pages_url(self) -> str:
        """
        Give where people find the pages, without a slash at the end.
        """
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")
