"""
A head is stamped once, however many ask.
"""

from collections.abc import Callable
from dataclasses import replace

from service.records.ledger import HeadStamp
from service.usecases.organisations.operator import operator_of
from tests.api.door import Door
from tests.cli.test_stamp import stamped


class Slow:
    """
    An authority while whose answer is on its way something happens.
    """

    def __init__(self) -> None:
        self.meanwhile: list[Callable[[], object]] = []

    def __call__(self, query: bytes) -> bytes:
        """
        Give the answer, after that.
        """
        while self.meanwhile:
            self.meanwhile.pop()()
        return stamped(query)


def test_two_who_want_a_stamp_at_once_get_the_same(door: Door) -> None:
    registry, caller = door.house.registry, operator_of(door.organisation.id)
    registry.ledger.sequence_ledger.sequence(caller.organisation_id)
    authority, theirs = Slow(), list[HeadStamp]()
    stamp_head = replace(registry.ledger.stamp_head, authority=authority)
    authority.meanwhile.append(lambda: theirs.append(stamp_head(caller)))

    mine = stamp_head(caller)

    assert [mine] == theirs
