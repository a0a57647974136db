"""
Ask about every picture of a folder, several at a time.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from cli.batch.answered import WORST_FIRST, Answered, answered
from cli.batch.crew import in_turn, patiently
from cli.batch.folder import content_below, files_below, name_below
from cli.batch.state import Header, State
from cli.batch.stopping import Stop
from cli.batch.twins import Twins
from cli.batch.unread import Unread
from cli.terminal.door import Inside
from cli.terminal.output import emit_line
from cli.terminal.waiting import pacing
from service.decision.powers import Scope
from service.decision.terms import Answer
from service.errors import BadImage, InvalidInput
from service.usecases.caller import Caller
from service.usecases.checks.question import CheckQuestion, Upload


@dataclass(frozen=True, slots=True)
class Asker:
    """
    Ask about one file after the other, from any number of threads.
    """

    inside: Inside
    folder: Path
    question: CheckQuestion
    """What is asked about every picture."""
    state: State
    stop: Stop
    twins: Twins[Answered]

    def __call__(self, path: Path) -> Answered | Unread:
        """
        Ask about one file.

        Raises:
            InvalidInput: The question cannot be asked about any file.
            TooMany: The budget of the hour is spent.
            Unavailable: Nothing can be asked now, about this file or another.
        """
        file = name_below(self.folder, path)
        try:
            content = content_below(path, self.inside.settings.picture_max_bytes)
        except InvalidInput as refused:
            return Unread(file, refused)
        mark = sha256(content)
        try:
            answer, _ = self.twins.once(
                mark.digest(), lambda: self._asked(file, content, mark.hexdigest())
            )
        except BadImage as refused:
            return Unread(file, refused)
        return replace(answer, file=file)

    def _asked(self, file: str, content: bytes, digest: str) -> Answered:
        """
        Ask, and write the answer down.
        """
        upload = Upload(content, PurePosixPath(file).name)
        question = replace(self.question, uploads=(upload,))
        verbs, caller = self.inside.registry, as_checker(self.inside.caller)
        outcome = patiently(lambda: verbs.checks.check_post(caller, question), self.stop)
        answer = answered(file, digest, outcome)
        self.state.keep(answer)
        return answer


@dataclass(slots=True)
class Findings:
    """
    What was answered about the files of a folder.
    """

    total: int
    """So many files there are, asked about or not."""
    known: int = 0
    """So many answers of an earlier run there were."""
    answers: list[Answered] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    """Pictures that could not be read; nobody knows what they show, so: ask."""
    left_out: list[Unread] = field(default_factory=list)
    """Files that are no pictures."""

    def add(self, each: Answered | Unread) -> None:
        """
        Take what came of one file.
        """
        if isinstance(each, Answered):
            self.answers.append(each)
        elif each.is_missed:
            self.unread.append(each)
        else:
            self.left_out.append(each)

    @property
    def count(self) -> int:
        """
        Count the files that are done.
        """
        return len(self.answers) + len(self.unread) + len(self.left_out)

    def of(self, answer: Answer) -> list[Answered]:
        """
        Give the pictures with this answer, by name.
        """
        return sorted(
            (each for each in self.answers if each.answer is answer), key=lambda each: each.file
        )

    @property
    def worst(self) -> Answer:
        """
        Give the answer that counts for the whole; what is not answered asks.
        """
        given = {each.answer for each in self.answers}
        if self.unread or not given or self.count < self.total:
            given.add(Answer.ASK)
        return next(each for each in WORST_FIRST if each in given)


def as_checker(caller: Caller) -> Caller:
    """
    Act as somebody who is told the class of an obstacle, not whose and why.

    The page and the lines of a scan are sent to whoever made the pictures.
    """
    scopes = caller.actor.scopes - {Scope.REASONS}
    return replace(caller, actor=replace(caller.actor, scopes=scopes))


def ask_all(asker: Asker, findings: Findings, header: Header, own: frozenset[Path]) -> None:
    """
    Ask about one file after the other, and show how far things are.

    Args:
        header: What is asked, for scripts.

        own: Files that the scan itself writes.
    """
    stop, inside = asker.stop, asker.inside
    walk = in_turn(inside.settings.picture_workers, walked(asker.folder, own), asker, stop)
    with pacing("Checking", findings.total) as pace, closing(walk):
        for _, each in walk:
            if each is not None:
                if inside.json:
                    _emit(each, header, is_first=not findings.count)
                findings.add(each)
            pace(findings.count, findings.total)
            if stop.is_asked:
                pace.now("Finishing what is under way")


def _emit(each: Answered | Unread, header: Header, *, is_first: bool) -> None:
    """
    Print what came of one file for scripts, after what was asked.
    """
    if is_first:
        emit_line(header)
    emit_line(line_of(each))


def line_of(each: Answered | Unread) -> dict[str, object]:
    """
    Give what came of one file for scripts.

    A picture that could not be read asks: nobody knows what it shows.
    """
    if isinstance(each, Unread) and each.is_missed:
        return {**each.as_plain(), "answer": Answer.ASK.value}
    return each.as_plain()


def walked(folder: Path, own: frozenset[Path]) -> Iterator[Path]:
    """
    Give every file below *folder* but those that the scan writes.
    """
    return (each for each in files_below(folder) if each.resolve() not in own)
