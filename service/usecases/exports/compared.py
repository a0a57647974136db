"""
Say in what a record and the log differ.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import datetime
from typing import Protocol

from service.ledger.canonical import Plain
from service.usecases.plain import plain

MOST_NEW_FIELDS = 3
"""So many fields a later program may have added to a record, with nothing in them."""


class Told(Protocol):
    """
    A version, as far as it is compared.
    """

    @property
    def record(self) -> object:
        """
        Give the record.
        """
        ...

    @property
    def version(self) -> int:
        """
        Give its number.
        """
        ...

    @property
    def recorded_at(self) -> datetime:
        """
        Give when it was written.
        """
        ...


@dataclass(frozen=True, slots=True)
class Difference:
    """
    A record that the log contradicts; no index: no entry tells of it.
    """

    kind: str
    record_id: str
    field: str = ""
    """What differs; empty where the record is gone."""
    index: int | None = None


def forms_of(record: object) -> Iterator[Plain]:
    """
    Give a record as it is, and as programs wrote it that knew fewer fields.
    """
    content = plain(record)
    yield content
    if not is_dataclass(record) or not isinstance(content, Mapping):
        return
    shorter = dict(content)
    known = [each for each in fields(record) if each.name in shorter]
    for each in reversed(known[-MOST_NEW_FIELDS:]):
        default = each.default if each.default_factory is MISSING else each.default_factory()
        if default is MISSING or plain(default) != shorter[each.name]:
            return
        del shorter[each.name]
        yield dict(shorter)
