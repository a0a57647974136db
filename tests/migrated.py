"""
Give databases that have the whole schema, and nothing else, on both engines.

All migrations take half a second; the workers of a run share one database of each engine
that went through them, and each gets copies.  How they run is tested in
`tests/contract/test_migrations.py`.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.persistence.upgrades import upgrade
from tests.postgres import PostgresServer
from tests.run_folder import locked, run_folder


def sqlite_file() -> Path:
    """
    Give the file that all workers of this run copy; nobody changes it.
    """
    shared = run_folder() / "migrated.sqlite3"
    with locked(shared.with_suffix(".lock")):
        if not shared.exists():
            draft = shared.with_suffix(".draft")
            upgrade(f"sqlite:///{draft}")
            draft.rename(shared)
    return shared


def sqlite_url(folder: Path) -> str:
    """
    Put a copy into *folder*, where a deployment looks for it by itself; give its URL.
    """
    path = folder / "obstat.sqlite3"
    shutil.copyfile(sqlite_file(), path)
    return f"sqlite:///{path}"


@contextmanager
def postgres_url(server: PostgresServer) -> Iterator[str]:
    """
    Give the URL of a copy on *server*, and drop it.
    """
    url = server.fresh(server.template("registry", upgrade))
    yield url
    server.drop(url)
