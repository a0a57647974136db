"""
Take a whole database along, and put it back where nothing is.

SQLite gives its own file, copied while others write.  Of PostgreSQL every row is
written in one snapshot.  Either is put back on either: whoever outgrows one machine
takes everything along.
"""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import NullPool, create_engine

from service.errors import Conflict, SettingsRefused, Unavailable
from service.persistence.failures import storage_trouble
from service.persistence.starting import (
    bring_up_to_date,
    file_of,
    newest,
    refuse_emptied,
    revision_of,
    with_driver,
)
from service.persistence.taken_rows import (
    heads_in,
    insert_parts,
    let_nobody_in,
    parts_of,
    read_parts,
    write_parts,
)

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
        refuse_emptied(url)
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
        with create_engine(_embedded(target), poolclass=NullPool).connect() as connection:
            return heads_in(connection)


def _taken_rows(url: str, target: Path) -> list[str]:
    engine = create_engine(with_driver(url), poolclass=NullPool, isolation_level="REPEATABLE READ")
    with storage_trouble(), engine.connect() as connection:
        write_parts(parts_of(connection), target)
        return heads_in(connection)


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

    A file of SQLite takes *source* over, or what is made beside it, on its disk.  Nobody
    is signed in to it.

    Raises:
        Conflict: Something is there.
        SettingsRefused: It was taken by another program.
    """
    is_file = header["engine"] == "sqlite"
    revision: str = header["revision"] or ""
    # An earlier file is brought up to date by whoever opens it; rows have no place.
    if revision > newest() or (revision != newest() and not is_file):
        message = f"This backup has the schema {revision}: restore it with that program."
        raise SettingsRefused(message)
    if file := file_of(url):
        _refuse_existing(file)
        _put_file(file, _left_by_all(source) if is_file else _made_of_rows(source))
    elif is_file:
        _put_rows_of_file(url, source)
    else:
        insert_parts(url, read_parts(source))


def _left_by_all(source: Path) -> Path:
    """
    Give a file of SQLite in which nobody is signed in any more.
    """
    engine = create_engine(_embedded(source), poolclass=NullPool)
    with storage_trouble(), engine.begin() as connection:
        let_nobody_in(connection)
    return source


def _made_of_rows(source: Path) -> Path:
    """
    Make a file of SQLite of the rows of another engine.
    """
    made = source.with_name("made")
    insert_parts(_embedded(made), read_parts(source))
    return made


def _put_rows_of_file(url: str, source: Path) -> None:
    """
    Put the rows of a file of SQLite into another engine.
    """
    bring_up_to_date(_embedded(source))
    with (
        storage_trouble(),
        create_engine(_embedded(source), poolclass=NullPool).connect() as connection,
    ):
        insert_parts(url, parts_of(connection))


def _embedded(file: Path) -> str:
    return f"sqlite:///{file}"


def _refuse_existing(file: Path) -> None:
    """
    Refuse where a database is, or what one left: SQLite would write that into this.
    """
    for each in (file, *(file.with_name(f"{file.name}{end}") for end in _LEFT_BEHIND)):
        if each.exists():
            raise Conflict(f"There is a database already: {each}")


def _put_file(file: Path, source: Path) -> None:
    """
    Give a file on the same disk the name of the database, where there is none.

    Raises:
        Conflict: There is one by now.
    """
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
