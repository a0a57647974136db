"""
The log: entries with their effects, the tree a moment later.
"""

from dataclasses import replace

import pytest

from service.decision.ids import PersonId
from service.errors import Conflict, NotFound
from service.ledger.canonical import Plain
from service.ledger.entry import EntryKind, commitment, leaf_bytes
from service.ledger.hashing import leaf_hash
from service.ledger.tree import Frontier
from service.persistence.database import SqlDatabase
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.ledger import StoredCheckpoint
from tests.persistence.ground import JACINTHES, NOW, TULIPES, found, later
from tests.persistence.make_activity import make_entry


def _sequence(work: SqlUnitOfWork, limit: int = 100) -> Frontier:
    pending = work.ledger.pending(limit)
    grown, nodes = work.ledger.frontier().extend(leaf_hash(each.leaf) for each in pending)
    work.ledger.extend(grown, pending, nodes)
    return grown


def test_an_entry_waits_for_the_sequencer_with_its_leaf(database: SqlDatabase) -> None:
    entry = make_entry("one", "lea")
    with database.begin(JACINTHES) as work:
        work.ledger.append(entry)
        work.commit()

    assert [JACINTHES] == database.with_pending_entries()
    with database.begin(JACINTHES) as work:
        (waiting,) = work.ledger.pending(10)
        _sequence(work)
        (stored,) = work.ledger.leaves()
        work.commit()

    assert stored.salt is not None
    assert stored.entry is not None
    assert (0, entry.entry_id, NOW) == (stored.index, stored.entry_id, stored.recorded_at)
    assert entry.to_bytes() == stored.entry
    assert commitment(stored.salt, stored.entry) == stored.commitment
    expected = leaf_bytes(JACINTHES, entry.entry_id, stored.commitment)
    assert (expected, expected) == (waiting.leaf, stored.leaf)
    assert [] == database.with_pending_entries()


def test_every_entry_has_a_salt_of_its_own(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.ledger.append(make_entry("one"))
        work.ledger.append(make_entry("two"))
        _sequence(work)

        assert 2 == len({leaf.salt for leaf in work.ledger.leaves()})


def test_leaves_that_name_a_record_are_found_by_their_kinds(database: SqlDatabase) -> None:
    named: dict[str, Plain] = {"photos": ["photo-1"], "hold": {"id": "hold-é"}}
    written = (
        replace(make_entry("1-named"), payload=named),
        replace(make_entry("2-longer"), payload={"photos": ["photo-12"]}),
        replace(make_entry("3-other-kind"), kind=EntryKind.HOLD_PLACED, payload=named),
        replace(make_entry("4-erased", "lea"), payload=named),
        make_entry("5-of-nothing"),
    )
    with database.begin(JACINTHES) as work:
        for each in written:
            work.ledger.append(each)
        _sequence(work)
        work.ledger.forget(PersonId("person-lea"))

        def found(record_id: str, *kinds: EntryKind) -> set[str]:
            return {each.entry_id for each in work.ledger.leaves_naming(kinds, record_id)}

        checks = EntryKind.CHECK_ANSWERED
        assert {"entry-1-named"} == found("photo-1", checks)
        assert {"entry-1-named", "entry-3-other-kind"} == found(
            "photo-1", checks, EntryKind.HOLD_PLACED
        )
        assert {"entry-1-named"} == found("hold-é", checks)
        assert set() == found("hold-", checks)
        assert set() == found("photo-1")


def test_an_entry_that_was_rolled_back_never_was(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.ledger.append(make_entry("one"))

    assert [] == database.with_pending_entries()


def test_the_tree_grows_batch_by_batch_into_the_same_tree(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        for number in range(13):
            work.ledger.append(make_entry(f"{number:02}"))
        sizes = [_sequence(work, limit=5).size for _ in range(3)]
        leaves = list(work.ledger.leaves())
        whole, _ = Frontier().extend(leaf_hash(leaf.leaf) for leaf in leaves)

        assert [5, 10, 13] == sizes
        assert list(range(13)) == [leaf.index for leaf in leaves]
        assert whole == work.ledger.frontier()
        assert whole.hashes[0] == work.ledger.node(3, 0)
        with pytest.raises(NotFound):
            work.ledger.node(3, 1)


def test_the_oldest_entry_is_sequenced_first(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        for name in ("c", "a", "b"):
            work.ledger.append(make_entry(name))

        assert ["entry-a", "entry-b"] == [each.entry_id for each in work.ledger.pending(2)]


def test_a_tree_that_has_grown_meanwhile_is_not_extended(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.ledger.append(make_entry("one"))
        pending = work.ledger.pending(1)
        grown, nodes = work.ledger.frontier().extend(leaf_hash(each.leaf) for each in pending)
        work.ledger.extend(grown, pending, nodes)

        with pytest.raises(Conflict):
            work.ledger.extend(grown, pending, nodes)


def test_forgetting_somebody_leaves_the_tree_standing(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.ledger.append(make_entry("a", "lea"))
        work.ledger.append(make_entry("b", "lea", "tom"))
        work.ledger.append(make_entry("c", "tom"))
        before = _sequence(work)

        assert 2 == work.ledger.forget(PersonId("person-lea"))
        assert 0 == work.ledger.forget(PersonId("person-lea"))
        leaves = list(work.ledger.leaves())

    assert [None, None] == [leaf.salt for leaf in leaves[:2]]
    assert [None, None] == [leaf.entry for leaf in leaves[:2]]
    assert leaves[2].entry is not None
    assert before == Frontier().extend(leaf_hash(leaf.leaf) for leaf in leaves)[0]


def test_signed_heads_come_back_by_size(database: SqlDatabase) -> None:
    heads = [
        StoredCheckpoint(size, bytes([size]) * 32, f"note {size}", later(size))
        for size in (1, 2, 10)
    ]
    with database.begin(JACINTHES) as work:
        assert None is work.ledger.last_checkpoint()
        for head in reversed(heads):
            work.ledger.add_checkpoint(head)

        assert heads == list(work.ledger.checkpoints())
        assert heads[-1] == work.ledger.last_checkpoint()


def test_a_log_of_any_length_is_read_in_order(
    database: SqlDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("service.persistence.stores.ledger.ROWS_AT_ONCE", 3)
    with database.begin(JACINTHES) as work:
        for number in range(7):
            work.ledger.append(make_entry(str(number)))
            work.ledger.add_checkpoint(StoredCheckpoint(number, b"", "", NOW))
        _sequence(work)

        assert list(range(7)) == [leaf.index for leaf in work.ledger.leaves()]
        assert list(range(7)) == [head.size for head in work.ledger.checkpoints()]


def test_nobody_writes_in_the_log_of_another_organisation(database: SqlDatabase) -> None:
    found(database, TULIPES)
    with database.begin(TULIPES) as work, pytest.raises(Conflict):
        work.ledger.append(make_entry("one", organisation_id=JACINTHES))


def test_only_a_transaction_that_writes_can_sequence(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        assert work.ledger.lock_sequencer()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_two_workers_never_sequence_at_once(database: SqlDatabase) -> None:
    """
    On SQLite the second one would wait for the first to end.
    """
    with database.begin(JACINTHES) as first:
        assert first.ledger.lock_sequencer()
        with database.begin(JACINTHES) as second, database.begin(TULIPES) as other:
            assert not second.ledger.lock_sequencer()
            assert other.ledger.lock_sequencer()
    with database.begin(JACINTHES) as third:
        assert third.ledger.lock_sequencer()
