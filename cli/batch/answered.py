"""
Keep what was answered about one picture, and read it again.

No more than a checker is told: what a scan writes is sent around.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cli.terminal.verdicts import duty_sentence, next_step
from cli.terminal.wording import MATCH, REASON
from service.decision.terms import Answer

Plain = Mapping[str, Any]
DIGEST_BYTES = 32
WORST_FIRST = (Answer.DO_NOT_PUBLISH, Answer.ASK, Answer.PUBLISH)


@dataclass(frozen=True, slots=True)
class Answered:
    """
    What was answered about one picture.
    """

    file: str
    digest: str
    """SHA-256 of its bytes: the same file has the same answer."""
    answer: Answer
    reasons: tuple[str, ...]
    obligations: tuple[Plain, ...]
    next_step: Plain
    match: str
    photo_id: str | None
    check_id: str
    evaluated_at: datetime

    @property
    def why(self) -> str:
        """
        Say in one sentence why; the reason that weighs most.
        """
        if self.answer is Answer.PUBLISH or not self.reasons:
            words = MATCH[self.match]
            return f"{words[0].upper()}{words[1:]}."
        return REASON[self.reasons[0]]

    @property
    def steps(self) -> tuple[str, ...]:
        """
        Say what to do now: one step, or what a yes obliges to.
        """
        if self.answer is Answer.PUBLISH:
            return tuple(dict.fromkeys(duty_sentence(each) for each in self.obligations))
        return (next_step(self.next_step),)

    def as_plain(self) -> dict[str, object]:
        """
        Give it for scripts, and for the next time.
        """
        return {
            "file": self.file,
            "answer": self.answer.value,
            "why": self.why,
            "reasons": list(self.reasons),
            "obligations": list(self.obligations),
            "next_step": self.next_step,
            "match": self.match,
            "photo_id": self.photo_id,
            "check_id": self.check_id,
            "evaluated_at": self.evaluated_at.isoformat(),
            "digest": self.digest,
        }


def answered(file: str, digest: str, outcome: Plain) -> Answered:
    """
    Take what matters out of the outcome of a check of one picture.
    """
    (picture,) = outcome["pictures"]
    return Answered(
        file=file,
        digest=digest,
        answer=Answer(outcome["answer"]),
        reasons=tuple(dict.fromkeys(each["code"] for each in outcome["reasons"])),
        obligations=tuple(outcome["obligations"]),
        next_step=outcome["next_step"],
        match=picture["match"],
        photo_id=picture["photo_id"],
        check_id=outcome["check_id"],
        evaluated_at=datetime.fromisoformat(outcome["evaluated_at"]),
    )


def answered_before(line: Plain) -> Answered | None:
    """
    Read an answer as it was written; None for what is no whole answer.

    Whatever is not understood is asked anew, so nothing is guessed here.
    """
    try:
        read = answered(
            line["file"],
            line["digest"],
            {
                **line,
                "reasons": [{"code": each} for each in line["reasons"]],
                "pictures": [{"match": line["match"], "photo_id": line["photo_id"]}],
            },
        )
        _ = (read.why, read.steps)
        is_whole = len(bytes.fromhex(read.digest)) == DIGEST_BYTES and read.evaluated_at.tzinfo
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return read if is_whole and read.as_plain() == line else None
