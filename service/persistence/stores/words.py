"""
Take names out of what people typed, when somebody is erased.

Texts about this very person go whatever they say; texts of other records that involve
them go where they name them.  What is left says that something stood there.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from service.persistence.documents import plain, written
from service.persistence.outside import Sealer
from service.persistence.stores import word_statements as statements
from service.persistence.stores.erasing import note_erasure
from service.persistence.stores.ledger_statements import FORGET_PAYLOAD
from service.persistence.stores.word_statements import Place
from service.persistence.transaction import Transaction

ERASED = "[erased]"
"""What stands in place of words; the triggers let nothing else."""

Test = Callable[[str], bool]

TYPED = frozenset(
    {
        "photo_traces",
        "photo_titles",
        "publications",
        "publication_words",
        "publication_events",
        "complaint_words",
        "complaint_events",
    }
)
"""Where everything that was typed goes if that is wanted: no name finds a nickname."""


class SqlWords:
    """
    What people typed, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* opens what is said of evidence.
        """
        self._transaction = transaction
        self._sealer = sealer

    def erase(
        self,
        person_ids: Sequence[str],
        are_traces: Test,
        at: datetime,
        *,
        all_words: bool = False,
    ) -> int:
        """
        Blot out what names people in records that involve them.

        Gives how many words went.  Must come before whatever else the erasure
        destroys: it is by those rows that the others are found.

        Args:
            person_ids: Who is erased, and who goes along.

            are_traces: Tells whether a text names any of them.

            all_words: Titles, addresses, notes and complaints go whatever they say.
        """
        count = 0
        touched: defaultdict[str, set[str]] = defaultdict(set)
        for person_id in person_ids:
            for place in statements.PLACES:
                rows = self._transaction.all(place.involved, person_id=person_id)
                touched[place.table].update(row[0] for row in rows)
            count += self._blot_evidence(person_id, are_traces, at)
        for place in statements.PLACES:
            if place is statements.CHECKED:
                touched[place.table] |= self._quoting(touched["credited"])
            is_going = _is_something if all_words and place.table in TYPED else are_traces
            blotted = self._blot(place, touched[place.table], is_going, at)
            if place is statements.CREDITED:
                touched["credited"] = set(blotted)
            count += len(blotted)
        quoted = _is_something if all_words else are_traces
        return count + self._forget_lines(touched, are_traces, quoted, at)

    def blot_complaints(self, complaint_ids: Sequence[str], at: datetime) -> None:
        """
        Blot out everything that was typed of complaints, whatever it says.
        """
        for place in statements.PLACES:
            if place.table in {"complaint_words", "complaint_events"}:
                self._blot(place, complaint_ids, _is_something, at)

    def _blot(self, place: Place, ids: Iterable[str], are_traces: Test, at: datetime) -> list[str]:
        """
        Blot out the words of one table; give the id of the row for each.
        """
        found = []
        for *key, text in self._transaction.all(place.read, ids=sorted(ids)):
            for after in _blotted(text, place.words, are_traces):
                self._note(place.table, key[0], at)
                values = dict(zip(place.key, key, strict=True))
                self._transaction.run(place.write, **values, text=after)
                found.append(key[0])
        return found

    def _quoting(self, photo_ids: Iterable[str]) -> set[str]:
        """
        Give the checks that may quote the credit lines of photos.
        """
        return {
            row[0]
            for photo_id in photo_ids
            for row in self._transaction.all(statements.CHECKS_OF_PHOTO, photo_id=photo_id)
        }

    def _blot_evidence(self, person_id: str, are_traces: Test, at: datetime) -> int:
        """
        Blot out notes and evidence: all about the person, some words by the person.

        The digest stays, which the log names: who kept the paper can still show it.
        """
        gone = self._sealer.seal(ERASED.encode())
        count = 0
        for evidence_id, sealed in self._transaction.all(statements.SCANS, person_id=person_id):
            if self._sealer.open(sealed) == ERASED.encode():
                continue
            note_erasure(self._transaction, "content", evidence_id, at)
            self._note("evidence", evidence_id, at)
            count += self._transaction.run(statements.BLOT_CONTENT, id=evidence_id, sealed=gone)
        for read, write in (
            (statements.NOTES, statements.BLOT_NOTE),
            (statements.TYPED, statements.BLOT_CONTENT),
        ):
            for evidence_id, subject_id, sealed in self._transaction.all(read, person_id=person_id):
                text = self._sealer.open(sealed).decode(errors="replace")
                is_theirs = subject_id == person_id
                if text not in {"", ERASED} and (is_theirs or are_traces(text)):
                    self._note("evidence", evidence_id, at)
                    count += self._transaction.run(write, id=evidence_id, sealed=gone)
        return count

    def _forget_lines(
        self, touched: Mapping[str, set[str]], are_traces: Test, quoted: Test, at: datetime
    ) -> int:
        """
        Destroy what the log quotes of publications and checks that name somebody.
        """
        count = 0
        for table, kinds in statements.LINES.items():
            is_going = quoted if table in TYPED else are_traces
            for kind in kinds if touched[table] else ():
                for entry_id, entry in self._transaction.all(statements.QUOTES, kind=kind):
                    payload = plain(entry.decode())["payload"]
                    if _is_about(payload, touched[table]) and any(
                        is_going(text) for _, _, text in _texts(payload, statements.QUOTED)
                    ):
                        self._note("ledger_payloads", entry_id, at)
                        count += self._transaction.run(FORGET_PAYLOAD, entry_id=entry_id)
        return count

    def _note(self, table: str, subject_id: str, at: datetime) -> None:
        note_erasure(self._transaction, f"words:{table}", subject_id, at)


def _is_something(text: str) -> bool:
    return text not in {"", ERASED}


def _blotted(text: str, words: Sequence[str], are_traces: Test) -> Iterator[str]:
    """
    Give a text with `ERASED` in its place, or a document after each word that goes.

    Of several words with one name those before one that goes, go too: so the triggers
    can tell what was replaced.
    """
    if not words:
        yield from [ERASED] if are_traces(text) else []
        return
    document = plain(text)
    for word in words:
        found = [each for each in _texts(document, {word}) if each[2] != ERASED]
        going = [at for at, (_, _, typed) in enumerate(found, start=1) if are_traces(typed)]
        for place, name, _ in found[: max(going, default=0)]:
            place[name] = ERASED
            yield written(document)


def _texts(value: object, names: Container[str]) -> Iterator[tuple[dict[str, object], str, str]]:
    """
    Give each text with one of these names, and where it stands, in their order.
    """
    if isinstance(value, dict):
        for name, part in value.items():
            if isinstance(part, str) and name in names:
                yield value, name, part
            yield from _texts(part, names)
    if isinstance(value, list):
        for part in value:
            yield from _texts(part, names)


def _is_about(payload: object, ids: Container[str]) -> bool:
    """
    Tell whether a line of the log is about one of these.
    """
    return any(_at(payload, path) in ids for path in statements.ABOUT)


def _at(document: object, path: Iterable[str]) -> str:
    """
    Give the text at *path*, or nothing.
    """
    for step in path:
        document = document.get(step) if isinstance(document, dict) else None
    return document if isinstance(document, str) else ""
