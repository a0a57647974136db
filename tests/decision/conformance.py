"""
Compare what the rules answer with what a row of the domain says.
"""

from service.decision.post import decide_post
from service.decision.terms import Answer
from service.decision.verdict import Code
from tests.decision.cases import cases_of

Line = tuple[str, Answer, set[Code], set[Code]]
"""A title, the answer, codes that are missing, codes that nobody foresaw."""


def decided(number: int) -> list[Line]:
    """
    Give what the rules answer to each question of a row.
    """
    lines: list[Line] = []
    for case in cases_of(number):
        verdict = decide_post(*case.build())
        codes = {reason.code for reason in verdict.reasons}
        unforeseen = codes - case.codes - case.tolerated
        lines.append((case.title, verdict.answer, set(case.codes - codes), unforeseen))
    return lines


def expected(number: int) -> list[Line]:
    """
    Give what the row says, with no code missing and none unforeseen.
    """
    return [(case.title, case.answer, set(), set()) for case in cases_of(number)]
