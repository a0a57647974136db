"""
Read every row of a database, and write it into another.

Organisation by organisation, as PostgreSQL's row-level security lets nobody see more;
and as values of the program, which mean the same on both engines.
"""

import base64
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, NullPool, create_engine, delete, insert, inspect, select, text

from service.errors import Conflict
from service.persistence.failures import storage_trouble
from service.persistence.schema import metadata
from service.persistence.schema.families import door_keys
from service.persistence.schema.ledger import ledger_checkpoints as checkpoints
from service.persistence.schema.organisations import organisations
from service.persistence.schema.staff import staff_sessions, staff_tickets
from service.persistence.starting import bring_up_to_date, with_driver
from service.records.families import DoorKind

ROWS_AT_ONCE = 500
_BYTES, _INSTANT = "~bytes", "~instant"
_LETS_IN = {
    staff_sessions.name: delete(staff_sessions),
    staff_tickets.name: delete(staff_tickets),
    door_keys.name: delete(door_keys).where(door_keys.c.kind != DoorKind.LINK),
}
"""What opens pages by itself. Links of families stay: they say who, and open nothing."""


class Part(NamedTuple):
    """
    Some rows of one table of one organisation.
    """

    organisation_id: str
    table: str
    rows: list[dict[str, Any]]


def parts_of(connection: Connection) -> Iterator[Part]:
    """
    Give all rows, some at once, parents before what belongs to them.
    """
    for organisation_id in _organisation_ids(connection):
        _bind(connection, organisation_id)
        for table in metadata.sorted_tables:
            mine = select(table).where(table.c.organisation_id == organisation_id)
            with connection.execute(mine.execution_options(yield_per=ROWS_AT_ONCE)) as found:
                for part in found.mappings().partitions(ROWS_AT_ONCE):
                    yield Part(organisation_id, table.name, [dict(row) for row in part])


def insert_parts(url: str, parts: Iterator[Part]) -> None:
    """
    Write all rows where no organisation is, or none of them.

    Raises:
        Conflict: There are organisations in it.
        Unavailable: It cannot be reached or written.
    """
    bring_up_to_date(url)
    engine = create_engine(with_driver(url), poolclass=NullPool)
    with storage_trouble(), engine.begin() as connection:
        if _organisation_ids(connection):
            raise Conflict("There are organisations in this database already.")
        for part in parts:
            _bind(connection, part.organisation_id)
            connection.execute(insert(metadata.tables[part.table]), part.rows)
        let_nobody_in(connection)


def let_nobody_in(connection: Connection) -> None:
    """
    End every session, code and one-time link that was good then.

    Whoever signed out since the backup, or somebody else for them (a telephone that was
    lost), would be signed in again; a link that was used since would work a second time.
    A file of an earlier program may lack a table.
    """
    there = set(inspect(connection).get_table_names())
    for organisation_id in _organisation_ids(connection):
        _bind(connection, organisation_id)
        for name in there & _LETS_IN.keys():
            connection.execute(_LETS_IN[name])


def heads_in(connection: Connection) -> list[str]:
    """
    Give the newest signed head of each log.
    """
    notes = []
    for organisation_id in _organisation_ids(connection):
        _bind(connection, organisation_id)
        newest = (
            select(checkpoints.c.note)
            .where(checkpoints.c.organisation_id == organisation_id)
            .order_by(checkpoints.c.size.desc(), checkpoints.c.signed_at.desc())
            .limit(1)
        )
        notes += [row[0] for row in connection.execute(newest)]
    return notes


def write_parts(parts: Iterator[Part], target: Path) -> None:
    """
    Write them to a new file, a line each.
    """
    with target.open("w", encoding="utf-8") as file:
        for part in parts:
            file.write(f"{json.dumps(part._asdict(), default=_written)}\n")


def read_parts(source: Path) -> Iterator[Part]:
    """
    Read what `write_parts` wrote.
    """
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            yield Part(**json.loads(line, object_hook=_read))


def _organisation_ids(connection: Connection) -> list[str]:
    found = connection.execute(select(organisations.c.organisation_id).distinct())
    return sorted(row[0] for row in found)


def _bind(connection: Connection, organisation_id: str) -> None:
    """
    Look as one organisation: row-level security shows nothing else.
    """
    if connection.dialect.name == "postgresql":
        setting = text("SELECT set_config('obstat.organisation', :id, true)")
        connection.execute(setting, {"id": organisation_id})


def _written(value: object) -> object:
    """
    Write what JSON has no word for.
    """
    if isinstance(value, datetime):
        return {_INSTANT: value.isoformat()}
    if isinstance(value, bytes | memoryview):
        return {_BYTES: base64.b64encode(value).decode()}
    message = f"a column gives {type(value).__name__}"
    raise TypeError(message)


def _read(value: dict[str, Any]) -> object:
    if set(value) == {_BYTES}:
        return base64.b64decode(value[_BYTES])
    if set(value) == {_INSTANT}:
        return datetime.fromisoformat(value[_INSTANT])
    return value
