"""
Ask for what proves who somebody is: passwords and codes.
"""

from datetime import datetime
from typing import Protocol


class Passwords(Protocol):
    """
    Keep passwords so that a stolen database opens nothing.
    """

    def hash(self, password: str) -> str:
        """
        Give what may be stored of a password.
        """
        ...

    def matches(self, password: str, stored: str | None) -> bool:
        """
        Tell whether a password is right; nothing stored takes as long.
        """
        ...

    def is_outdated(self, stored: str) -> bool:
        """
        Tell whether it was hashed with other parameters than today's.
        """
        ...

    def is_common(self, password: str) -> bool:
        """
        Tell whether it is one that everybody tries first.
        """
        ...


class OneTimeCodes(Protocol):
    """
    The codes of a second factor, and those for when it is lost.
    """

    def new_secret(self) -> str:
        """
        Give a new secret.
        """
        ...

    def address(self, secret: str, account: str, issuer: str) -> str:
        """
        Give what an app reads from a QR code.
        """
        ...

    def step_of(self, secret: str, code: str, at: datetime, after: int) -> int | None:
        """
        Give the step of a code, later than *after*; None is a wrong code.
        """
        ...

    def recovery_codes(self) -> tuple[str, ...]:
        """
        Give ten new codes.
        """
        ...

    def recovery_digest(self, code: str) -> bytes:
        """
        Give what is stored of a recovery code.
        """
        ...
