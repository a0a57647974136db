"""
Codes of a second factor: the right ones, at the right time, once.
"""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.access.codes import RECOVERY_CODES, OneTimeCodes

CODES = OneTimeCodes()
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""The secret of the examples of RFC 6238, appendix B."""
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
STEP = int(NOW.timestamp()) // 30


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")],
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)

    assert seconds // 30 == CODES.step_of(RFC_SECRET, code, at, -1)


@given(st.integers(-5, 5))
def test_a_code_opens_half_a_minute_early_or_late_and_no_more(steps: int) -> None:
    secret = CODES.new_secret()
    code = pyotp.TOTP(secret).at(NOW + steps * timedelta(seconds=30))

    found = CODES.step_of(secret, code, NOW, 0)

    assert (STEP + steps if abs(steps) <= 1 else None) == found


def test_a_used_code_and_older_ones_open_nothing() -> None:
    secret = CODES.new_secret()
    code = pyotp.TOTP(secret).at(NOW)

    assert STEP == CODES.step_of(secret, f"{code[:3]} {code[3:]}", NOW, STEP - 1)
    assert None is CODES.step_of(secret, code, NOW, STEP)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_step_or_nothing(typed: str) -> None:
    assert CODES.step_of(RFC_SECRET, typed, NOW, 0) in {None, STEP - 1, STEP, STEP + 1}


def test_recovery_codes_are_all_different_and_found_however_spaced() -> None:
    codes = CODES.recovery_codes()

    assert RECOVERY_CODES == len(set(codes)) == len(codes)
    spaced = codes[0].lower().replace("-", "  ")
    assert CODES.recovery_digest(codes[0]) == CODES.recovery_digest(spaced)
    assert CODES.recovery_digest(codes[0]) != CODES.recovery_digest(codes[1])


def test_an_app_reads_whose_code_it_is() -> None:
    address = CODES.address(RFC_SECRET, "asha@jacinthes.example", "Les Jacinthes")

    assert address.startswith("otpauth://totp/Les%20Jacinthes:asha%40jacinthes.example?")
    assert f"secret={RFC_SECRET}" in address
