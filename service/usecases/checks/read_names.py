"""
Read whom the words of a question name.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from service.decision.ids import PersonId, UnitId
from service.decision.naming import Mention, MentionForm, NameIndex, find_mentions, match_name
from service.records.people import WHOLE_HOUSE
from service.usecases.checks.question import CheckQuestion
from service.usecases.checks.read_documents import read_document

EVERYBODY = frozenset({WHOLE_HOUSE})
_FOLDERS = re.compile(r"^.*[/\\]", re.DOTALL)
_MOST_TELLING = tuple(MentionForm).index


def read_names(
    index: NameIndex,
    question: CheckQuestion,
    own_units: frozenset[UnitId] | None,
    shown: frozenset[PersonId] = frozenset(),
    documents: Sequence[str | None] = (),
) -> tuple[tuple[Mention, ...], int]:
    """
    Give every mention in names and words, and how many names mean nobody.

    A document whose words nobody knows counts as a name that means nobody.

    Args:
        own_units: Whose people are meant by a first name alone; None is the whole house.

        shown: Who is in the pictures: beside these a first name alone names them,
            of whatever unit they are.

        documents: What is written in each picture, if it is a document.
    """
    scope = EVERYBODY if own_units is None else own_units
    mentions: list[Mention] = []
    unknown = 0
    for name in question.names:
        found = match_name(name, index, scope)
        mentions.extend(found)
        unknown += not found
    written = [*filter(None, (question.text, *question.alt_texts))]
    if written or any(documents):
        reader = _Reader.of(index, scope, shown, question.about)
        mentions.extend(chain.from_iterable(map(reader.read, written)))
        for picture, words in enumerate(documents):
            mentions.extend(read_document(reader, picture, words or ""))
    return tuple(mentions), unknown + documents.count(None)


def read_file_names(
    index: NameIndex,
    question: CheckQuestion,
    own_units: frozenset[UnitId] | None,
    shown: frozenset[PersonId] = frozenset(),
) -> tuple[tuple[int, Mention], ...]:
    """
    Give whom the names of the files that were sent name, by picture.

    A website shows a file under its own name; the folder that it lies in stays at home.
    """
    names = [_FOLDERS.sub("", each.filename or "") for each in question.uploads]
    if not any(names):
        return ()
    scope = EVERYBODY if own_units is None else own_units
    reader = _Reader.of(index, scope, shown, question.about)
    return tuple(
        (picture, mention) for picture, name in enumerate(names) for mention in reader.read(name)
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """
    Read words as somebody of some units, who has people before them.
    """

    index: NameIndex
    scope: frozenset[UnitId]
    shown: NameIndex
    """Who is in the pictures."""
    about: NameIndex
    """Whom others found in the same words."""

    @classmethod
    def of(
        cls,
        index: NameIndex,
        scope: frozenset[UnitId],
        shown: frozenset[PersonId],
        about: frozenset[PersonId],
    ) -> "_Reader":
        """
        Who reads for the whole house knows everybody by their first name anyway.
        """
        everybody_else = scope != EVERYBODY
        return cls(
            index,
            scope,
            index.of_people(frozenset(shown) if everybody_else else frozenset()),
            index.of_people(frozenset(about - shown) if everybody_else else frozenset()),
        )

    def read(self, words: str) -> Iterable[Mention]:
        """
        Put the readings together; of whole names and longer words the first counts.

        Where who is in the picture has the same first name, either may be meant.
        """
        found = {(each.start, each.end): each for each in self._found(self.index, words)}
        for each in self._beside(self.shown, words, found):
            place = each.start, each.end
            same = found.get(place, each)
            form = min(same.form, each.form, key=_MOST_TELLING)
            found[place] = same._replace(person_ids=same.person_ids | each.person_ids, form=form)
        for each in self._beside(self.about, words, found):
            found.setdefault((each.start, each.end), each)
        return [found[place] for place in sorted(found)]

    def _found(self, index: NameIndex, words: str) -> Iterable[Mention]:
        return find_mentions(words, index, self.scope)

    def _beside(
        self, index: NameIndex, words: str, found: Iterable[tuple[int, int]]
    ) -> Iterator[Mention]:
        """
        Give the first names of few people, where no more is read in the words.
        """
        if not index:
            return
        places = sorted(found)
        starts = [start for start, _ in places]
        # How far they reach that begin at most there: a newsletter has thousands.
        reach = [0, *accumulate((end for _, end in places), max)]
        for each in find_mentions(words, index, EVERYBODY):
            before, with_it = bisect_left(starts, each.start), bisect_right(starts, each.start)
            if reach[before] < each.end and reach[with_it] <= each.end:
                yield each
