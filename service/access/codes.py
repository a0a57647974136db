"""
Make and read codes of a second factor (RFC 6238), and recovery codes.
"""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime

import pyotp

STEP_SECONDS = 30
DRIFT_STEPS = 1
"""A telephone's clock may be half a minute off, either way."""
RECOVERY_CODES = 10
_RECOVERY_BYTES = 15
"""120 bits each: enough for a plain digest (ASVS 6.5.2)."""
_GROUP = 4


class OneTimeCodes:
    """
    Make secrets, say which step a code is of, and make recovery codes.
    """

    def new_secret(self) -> str:
        """
        Give a new secret of 160 random bits, in base32.
        """
        return pyotp.random_base32()

    def address(self, secret: str, account: str, issuer: str) -> str:
        """
        Give what an app reads from a QR code.
        """
        return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)

    def step_of(self, secret: str, code: str, at: datetime, after: int) -> int | None:
        """
        Give the step of *code*, later than *after*; None is a wrong code.
        """
        digits = "".join(code.split())
        now = int(at.timestamp()) // STEP_SECONDS
        totp = pyotp.TOTP(secret)
        found = None
        for step in range(now - DRIFT_STEPS, now + DRIFT_STEPS + 1):
            right = hmac.compare_digest(totp.generate_otp(step).encode(), digits.encode())
            if right and step > after:
                found = step
        return found

    def recovery_codes(self) -> tuple[str, ...]:
        """
        Give ten new codes, each in six groups of four letters.
        """
        return tuple(_new_recovery_code() for _ in range(RECOVERY_CODES))

    def recovery_digest(self, code: str) -> bytes:
        """
        Give what is stored of a recovery code, however it is spaced.
        """
        plain = "".join(letter for letter in code.upper() if letter.isalnum())
        return hashlib.sha256(plain.encode()).digest()


def _new_recovery_code() -> str:
    letters = base64.b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode()
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))
