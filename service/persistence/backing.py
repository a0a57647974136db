"""
Take a whole database along, and put it back where nothing is.

SQLite gives its own file, copied while others write.  Of PostgreSQL every row of every
table is written in one snapshot, organisation by organisation, as row-level security
lets nobody see more.
"""

import base64
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, NullPool, create_engine, insert, select, text

from service.errors import Conflict, SettingsRefused, Unavailable
from service.persistence.failures import storage_trouble
from service.persistence.schema import metadata
from service.persistence.schema.ledger import ledger_checkpoints as checkpoints
from service.persistence.schema.organisations import organisations
from service.persistence.starting import (
    bring_up_to_date,
    file_of,
    newest,
    revision_of,
    with_driver,
)

ROWS_AT_ONCE = 500
_BYTES, _INSTANT = "~bytes", "~instant"
_LEFT_BEHIND = ("-wal", "-journal")
"""Beside the file of a database that was not closed: what is yet to be written into it."""


def take(url: str, target: Path) -> dict[str, Any]:
    """
    Write the database at *url* to the new file *target*; say what is in it.

    Raises:
        Unavailable: The database cannot be reached, or is damaged.
        SettingsRefused: There is none, or one whose tables are not of this program.
    """
    if file := file_of(url):
        if not file.exists():
            # Who opens it would make one, and nothing could be put back there.
            raise SettingsRefused(f"There is no database: {file}")
        notes = _taken_file(file, target)
        return {"engine": "sqlite", "revision": revision_of(url), "heads": notes}
    if revision_of(url) != newest():
        message = "This database is of another program: back it up with that, or start this one."
        raise SettingsRefused(message)
    notes = _taken_rows(url, target)
    return {"engine": "postgresql", "revision": newest(), "heads": notes}


def _taken_file(file: Path, target: Path) -> list[str]:
    with storage_trouble():
        with (
            closing(sqlite3.connect(file)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
            _refuse_damage(copy)
        with create_engine(f"sqlite:///{target}", poolclass=NullPool).connect() as connection:
            return _heads(connection)


def _taken_rows(url: str, target: Path) -> list[str]:
    engine = create_engine(with_driver(url), poolclass=NullPool, isolation_level="REPEATABLE READ")
    with (
        storage_trouble(),
        engine.connect() as connection,
        target.open("w", encoding="utf-8") as file,
    ):
        for line in _lines(connection):
            file.write(f"{json.dumps(line)}\n")
        return _heads(connection)


def refuse_damage(url: str) -> None:
    """
    Refuse a database that its engine itself finds broken.

    PostgreSQL looks at each page as it reads it.

    Raises:
        Unavailable: It is, or it cannot be reached.
    """
    if file := file_of(url):
        with storage_trouble(), closing(sqlite3.connect(file)) as connection:
            _refuse_damage(connection)


def _refuse_damage(connection: sqlite3.Connection) -> None:
    ((found,),) = connection.execute("PRAGMA quick_check(1)")
    if found != "ok":
        # Its pages can be copied all the same, for a backup that nobody can use.
        raise Unavailable("The file of the database is damaged: keep every backup from before.")


def put_back(url: str, source: Path, header: Mapping[str, Any]) -> None:
    """
    Put what `take` wrote into the database at *url*, where nothing may be.

    A file of SQLite takes *source* over, which must be on its disk.

    Raises:
        Conflict: Something is there.
        SettingsRefused: It was taken from another engine, or by another program.
    """
    file = file_of(url)
    if (file is not None) != (header["engine"] == "sqlite"):
        raise SettingsRefused(f"This backup is one of {header['engine']}.")
    revision: str = header["revision"] or ""
    # An earlier file is brought up to date by whoever opens it; rows have no place.
    if revision > newest() or (revision != newest() and not file):
        message = f"This backup has the schema {revision}: restore it with that program."
        raise SettingsRefused(message)
    if file:
        _put_file(file, source)
        return
    bring_up_to_date(url)
    engine = create_engine(with_driver(url), poolclass=NullPool)
    with storage_trouble(), engine.begin() as connection:
        if connection.execute(select(organisations.c.organisation_id).limit(1)).first():
            raise Conflict("There are organisations in this database already.")
        with source.open(encoding="utf-8") as lines:
            for line in lines:
                _insert(connection, json.loads(line, object_hook=_read))


def _put_file(file: Path, source: Path) -> None:
    """
    Give a file on the same disk the name of the database, where there is none.

    Raises:
        Conflict: There is one, or what one left behind: SQLite would write that into this.
    """
    for each in (file, *(file.with_name(f"{file.name}{end}") for end in _LEFT_BEHIND)):
        if each.exists():
            raise Conflict(f"There is a database already: {each}")
    source.chmod(0o600)
    with source.open("rb+") as written:
        os.fsync(written.fileno())
    try:
        # Replacing would take the file away from a service that has just made it.
        os.link(source, file)
    except FileExistsError:
        raise Conflict(f"There is a database already: {file}") from None
    folder = os.open(file.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


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


def _heads(connection: Connection) -> list[str]:
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


def _lines(connection: Connection) -> Iterator[dict[str, Any]]:
    """
    Give all rows, some at once, parents before what belongs to them.
    """
    for organisation_id in _organisation_ids(connection):
        _bind(connection, organisation_id)
        for table in metadata.sorted_tables:
            mine = select(table).where(table.c.organisation_id == organisation_id)
            with connection.execute(mine.execution_options(yield_per=ROWS_AT_ONCE)) as found:
                for part in found.mappings().partitions(ROWS_AT_ONCE):
                    rows = [{name: _written(value) for name, value in row.items()} for row in part]
                    yield {"organisation_id": organisation_id, "table": table.name, "rows": rows}


def _insert(connection: Connection, line: Mapping[str, Any]) -> None:
    _bind(connection, line["organisation_id"])
    connection.execute(insert(metadata.tables[line["table"]]), line["rows"])


def _written(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return {_BYTES: base64.b64encode(bytes(value)).decode()}
    if isinstance(value, datetime):
        return {_INSTANT: value.isoformat()}
    return value


def _read(value: dict[str, Any]) -> object:
    if set(value) == {_BYTES}:
        return base64.b64decode(value[_BYTES])
    if set(value) == {_INSTANT}:
        return datetime.fromisoformat(value[_INSTANT])
    return value
