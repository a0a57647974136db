"""
Hold the 36 conformance cases (domain section 2.9), as values.

A row with several expectations has several entries under one number.  The profile
is Belgium unless the title says otherwise.  Rows 23 and 33 to 35 speak of the whole
service; here they say what the rules alone must answer.
"""

from tests.decision.cases_content import CONTENT_CASES
from tests.decision.cases_signers import SIGNER_CASES
from tests.decision.cases_standing import STANDING_CASES
from tests.decision.conformance_case import ConformanceCase

CASES: tuple[ConformanceCase, ...] = (*SIGNER_CASES, *CONTENT_CASES, *STANDING_CASES)


def cases_of(number: int) -> tuple[ConformanceCase, ...]:
    """
    Give every expectation of one row.
    """
    return tuple(case for case in CASES if case.number == number)
