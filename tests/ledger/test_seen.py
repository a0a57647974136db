"""
An id is new once.
"""

from hypothesis import given
from hypothesis import strategies as st

from service.ledger.seen import SeenIds


def test_every_id_is_new_the_first_time_only() -> None:
    seen = SeenIds()
    ids = [f"entry {number}" for number in range(20_000)]

    assert all(seen.add(entry_id) for entry_id in ids)
    assert not any(seen.add(entry_id) for entry_id in ids)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=2)))
def test_ids_are_remembered_as_by_a_set(ids: list[str]) -> None:
    seen, known = SeenIds(), set[str]()

    for entry_id in ids:
        assert (entry_id not in known) == seen.add(entry_id)
        known.add(entry_id)
