"""
Take a whole database along, and put it back where nothing is.

SQLite gives its own file, copied while others write.  Of PostgreSQL every row of every
table is written in one snapshot, organisation by organisation, as row-level security
lets nobody see more.
"""

import base64
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, NullPool, create_engine, insert, select, text
from sqlalchemy.engine import make_url

from service.errors import Conflict, SettingsRefused
from service.persistence.failures import storage_trouble
from service.persistence.schema import metadata
from service.persistence.schema.ledger import ledger_checkpoints as checkpoints
from service.persistence.schema.organisations import organisations
from service.persistence.starting import bring_up_to_date, newest

ROWS_AT_ONCE = 500
_BYTES, _INSTANT = "~bytes", "~instant"


def take(url: str, target: Path) -> dict[str, Any]:
    """
    Write the database at *url* to the new file *target*; say what is in it.

    Raises:
        Unavailable: The database cannot be reached.
    """
    with storage_trouble():
        if _is_sqlite(url):
            with (
                closing(sqlite3.connect(_file(url))) as source,
                closing(sqlite3.connect(target)) as copy,
            ):
                source.backup(copy)
            url_of_copy = f"sqlite:///{target}"
            engine = create_engine(url_of_copy, poolclass=NullPool)
            with engine.connect() as connection:
                return {"engine": "sqlite", "revision": newest(), "heads": _heads(connection)}
        engine = create_engine(url, poolclass=NullPool, isolation_level="REPEATABLE READ")
        with engine.connect() as connection, target.open("w", encoding="utf-8") as file:
            for line in _lines(connection):
                file.write(f"{json.dumps(line)}\n")
            notes = _heads(connection)
        return {"engine": "postgresql", "revision": newest(), "heads": notes}


def put_back(url: str, source: Path, header: Mapping[str, Any]) -> None:
    """
    Put what `take` wrote into the database at *url*, where nothing may be.

    Raises:
        Conflict: Something is there.
        SettingsRefused: It was taken from another engine, or by another program.
    """
    if _is_sqlite(url) != (header["engine"] == "sqlite"):
        raise SettingsRefused(f"This backup is one of {header['engine']}.")
    if _is_sqlite(url):
        file = Path(_file(url))
        if file.exists():
            raise Conflict(f"There is a database already: {file}")
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        source.replace(file)
        return
    if header["revision"] != newest():
        message = f"This backup has the schema {header['revision']}: restore it with that program."
        raise SettingsRefused(message)
    bring_up_to_date(url)
    with storage_trouble(), create_engine(url, poolclass=NullPool).begin() as connection:
        if connection.execute(select(organisations.c.organisation_id).limit(1)).first():
            raise Conflict("There are organisations in this database already.")
        with source.open(encoding="utf-8") as lines:
            for line in lines:
                _insert(connection, json.loads(line, object_hook=_read))


def _is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def _file(url: str) -> str:
    return make_url(url).database or ""


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
