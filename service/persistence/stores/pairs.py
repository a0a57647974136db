"""
Keep what was said of two records: two people, or one.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Text, exists, literal_column, or_, select, union_all

from service.decision.ids import PersonId
from service.decision.twins import PairVerdict
from service.persistence.queries import KNOWN_AT, is_latest, mine
from service.persistence.schema.instants import FOREVER
from service.persistence.schema.organisations import erasures
from service.persistence.schema.people import pairs
from service.persistence.statements import Among, Prepared
from service.persistence.stores.versions import Kind, SqlVersions
from service.persistence.transaction import Transaction
from service.records.people import Pair

PAIRS = Kind(
    pairs,
    Pair,
    lambda each: {
        "person_id": each.person_id,
        "other_id": each.other_id,
        "verdict": each.verdict.value,
    },
)

_ERASED = exists().where(
    erasures.c.organisation_id == pairs.c.organisation_id,
    erasures.c.kind == literal_column("'person'", Text),
    or_(erasures.c.subject_id == pairs.c.person_id, erasures.c.subject_id == pairs.c.other_id),
    erasures.c.erased_at <= KNOWN_AT,
)
STANDS = is_latest(pairs) & ~_ERASED
"""Said last, as was known then, of two who were both still there."""
ARE_SAME = pairs.c.verdict == literal_column(f"'{PairVerdict.SAME.value}'", Text)

WITH_PEOPLE = Prepared(
    union_all(
        *(
            select(pairs.c.id, pairs.c.document).where(
                mine(pairs), STANDS, Among(column, "person_ids")
            )
            for column in (pairs.c.person_id, pairs.c.other_id)
        )
    )
)
ALL = PAIRS.where(STANDS)


class SqlPairs(SqlVersions[Pair]):
    """
    What was said of pairs, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        super().__init__(transaction, PAIRS)

    def standing(self) -> Sequence[Pair]:
        """
        Give what was said last of each pair.
        """
        return self.listed(ALL)

    def standing_with(
        self, person_ids: Iterable[PersonId], known_at: datetime | None = None
    ) -> Sequence[Pair]:
        """
        Give what was said last of each pair with one of these people.
        """
        rows = self.transaction.all(
            WITH_PEOPLE, person_ids=sorted(person_ids), known_at=known_at or FOREVER
        )
        return [self.kind.decode(document) for _, document in sorted(set(rows))]

    def whole(
        self, person_ids: Iterable[PersonId], known_at: datetime | None = None
    ) -> frozenset[PersonId]:
        """
        Give these people with every other record of theirs.
        """
        found, asked = frozenset[PersonId](), frozenset(person_ids)
        while asked:
            found |= asked
            same = self.standing_with(asked, known_at)
            asked = _both(each for each in same if each.verdict is PairVerdict.SAME) - found
        return found


def _both(pairs: Iterable[Pair]) -> frozenset[PersonId]:
    return frozenset(each for pair in pairs for each in (pair.person_id, pair.other_id))
