"""
Read whom the words of a document name, page after page.

All pages are one text, so that a name is found that begins on one page and ends on the
next.  Whom a page names is told once of it: a newsletter may do so a hundred times.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, Protocol

from service.decision.ids import PhotoId
from service.decision.naming import Leaf, Mention
from service.records.photos import mark_of_stills, whole_of
from service.usecases.ports.services import PictureLike
from service.usecases.ports.work import UnitOfWork

PAGE_END: Final = "\n\f"
"""Parts pages, as in what other programs take out of documents."""
UNREAD: Final = "\ufffc"
"""Stands on a page that shows something, and nobody can say which words."""

PageOf = tuple[PhotoId, int]
"""A page of a registered document."""


class Reader(Protocol):
    """
    Read words as somebody who has people before them.
    """

    def read(self, words: str) -> Iterable[Mention]:
        """
        Give everybody whom they name.
        """
        ...


def words_in(read: PictureLike) -> str:
    """
    Put together what is written on the pages of a document.

    Nothing is written on anything else.
    """
    pages = groupby(read.stills, key=lambda still: still.page)
    return PAGE_END.join("".join(still.words for still in several) for _, several in pages)


def pages_among(work: UnitOfWork, copied: Sequence[PhotoId]) -> tuple[PageOf, ...]:
    """
    Give the pages on which stands what a picture is a copy of.

    Of a photo on a page that was registered by itself, too, none: somebody looked at that
    one, without the words around it.
    """
    is_alone = any(whole_of(each)[1] is None for each in copied)
    found: dict[PageOf, None] = {}
    for each in copied:
        photo_id, place = whole_of(each)
        if place and place.page and not (is_alone and _is_part(work, each)):
            found[photo_id, place.page] = None
    return tuple(found)


def _is_part(work: UnitOfWork, still: PhotoId) -> bool:
    """
    Tell whether a still is a photo on a page: the page itself stands before it.
    """
    photo_id, place = whole_of(still)
    stills = work.photos.with_bytes(mark_of_stills(photo_id))
    return any(whole_of(each)[1] == place and _number(each) < _number(still) for each in stills)


def _number(still: PhotoId) -> int:
    return int(still.rpartition(".")[2])


def words_on(pages: Iterable[PageOf], written: Mapping[PhotoId, str | None]) -> str | None:
    """
    Put together what is written on registered pages, each in its place.

    None as soon as nobody knows what is on one of them.
    """
    found: dict[int, list[str]] = defaultdict(list)
    for photo_id, number in pages:
        words = written.get(photo_id, "")
        if words is None:
            return None
        found[number] += words.split(PAGE_END)[number - 1 : number]
    return PAGE_END.join("\n".join(found[number]) for number in range(1, max(found, default=0) + 1))


def notes_on(words: str | None) -> tuple[str, ...]:
    """
    Say where somebody has to look, since nobody read it.
    """
    if words is None:
        return ("words_unknown",)
    return ("words_unseen",) if UNREAD in words else ()


def read_document(reader: Reader, picture: int, words: str) -> Iterator[Mention]:
    """
    Give whom a document names, that is this *picture* of the question.
    """
    told: set[tuple[int, frozenset[str]]] = set()
    page, done = 1, 0
    for mention in reader.read(words) if words else ():
        page += words.count(PAGE_END, done, mention.start)
        done = mention.start
        if (page, mention.person_ids) not in told:
            told.add((page, mention.person_ids))
            yield mention._replace(leaf=Leaf(picture, page))
