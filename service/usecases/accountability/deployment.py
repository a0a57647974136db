"""
Hold what settings say that an account of the processing must tell.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deployment:
    """
    How the program runs here.
    """

    engine: str
    """Where data is stored: `SQLite` or `PostgreSQL`."""
    mail_host: str
    """Empty: letters are put into a folder."""
    sms_host: str
    """Empty: no text messages."""
    previews: bool
    checks_per_hour: int
    session_idle_minutes: int
