"""
Make of marks in boxes what a human may confirm.

Only one clear tick in a line whose other boxes are empty is proposed as an answer.
Two ticks, a faint or filled box, something struck out: nobody guesses, the line is left
to whoever holds the paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from service.decision.ids import FormVersionId, PaperId
from service.decision.terms import ActKind
from service.records.paper import PaperForm, PaperRow
from service.usecases.paper import layout
from service.usecases.paper.accepting import PaperFault, PaperRefused
from service.usecases.paper.code import PageCode, page_code
from service.usecases.ports.paper import Mark, PaperPageLike


@dataclass(frozen=True, slots=True)
class ReadLine:
    """
    One question of the paper with what seems to be answered.
    """

    row: PaperRow
    marks: tuple[Mark, ...]
    """Of yes, no, not now; none where its page is not on the scan."""
    proposed: ActKind | None
    """`given`, `refused`, `deferred`; None: nothing clear, or nothing at all."""

    @property
    def is_doubtful(self) -> bool:
        """
        Tell whether something stands there that only a human can tell.
        """
        return self.proposed is None and any(each is not Mark.EMPTY for each in self.marks)


@dataclass(frozen=True, slots=True)
class PaperReading:
    """
    What a scan of a printed form seems to say.  It counts as nothing.
    """

    paper_id: PaperId
    form_version_id: FormVersionId
    language: str
    lines: tuple[ReadLine, ...]
    missing_pages: tuple[int, ...]
    images: tuple[tuple[int, bytes], ...] = field(repr=False)
    """Number and straight picture of every page that was read."""


def code_of(pages: Sequence[PaperPageLike]) -> PageCode:
    """
    Tell of which printed form a scan is.

    Raises:
        PaperRefused: Of none, of several, or no page lies straight.
    """
    codes = [code for each in pages if (code := page_code(each.code))]
    if not codes:
        raise PaperRefused(PaperFault.NO_CODE)
    numbers = [each.page for each in codes]
    if len({each.paper_id for each in codes}) > 1 or len(set(numbers)) < len(numbers):
        raise PaperRefused(PaperFault.SEVERAL)
    if not any(each.is_aligned and page_code(each.code) for each in pages):
        raise PaperRefused(PaperFault.NOT_ALIGNED)
    return codes[0]


def reading_of(pages: Sequence[PaperPageLike], form: PaperForm) -> PaperReading:
    """
    Lay what was read beside what was printed.
    """
    read = {code.page: each for each in pages if each.is_aligned and (code := page_code(each.code))}
    printed = sorted({row.page for row in form.rows})
    return PaperReading(
        paper_id=form.id,
        form_version_id=form.form_version_id,
        language=form.language,
        lines=tuple(_lines(form, read)),
        missing_pages=tuple(each for each in printed if each not in read),
        images=tuple((number, read[number].image_jpeg) for number in printed if number in read),
    )


def proposal(marks: Sequence[Mark]) -> ActKind | None:
    """
    Give the answer of a line with one clear tick and nothing else.
    """
    ticked = [kind for kind, mark in zip(layout.CHOICES, marks, strict=True) if mark is Mark.TICKED]
    is_clear = len(ticked) == 1 and marks.count(Mark.EMPTY) == len(layout.CHOICES) - 1
    return ticked[0] if is_clear else None


def _lines(form: PaperForm, read: dict[int, PaperPageLike]) -> Iterator[ReadLine]:
    for row in form.rows:
        page = read.get(row.page)
        if page is None:
            yield ReadLine(row, (), None)
            continue
        marks = tuple(Mark(page.marks[each]) for each in layout.boxes_of(row.slot))
        yield ReadLine(row, marks, proposal(marks))
