"""
The ground that other tests stand on: a cut-off network, a real PostgreSQL.
"""

import socket
from collections.abc import Callable

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.pool import NullPool

from tests.loopback import OutsideNetworkError
from tests.postgres import PostgresServer


def _ask(url: str, *statements: str) -> list[object]:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        results = [connection.execute(text(statement)) for statement in statements]
        return [row[0] for row in results[-1]] if results[-1].returns_rows else []


@pytest.mark.parametrize(
    "reach_out",
    [
        lambda: socket.create_connection(("192.0.2.1", 9)),
        lambda: socket.create_connection(("registry.example", 9)),
        lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"?", ("192.0.2.1", 9)),
    ],
)
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_no_test_reaches_another_machine(reach_out: Callable[[], object]) -> None:
    with pytest.raises(OutsideNetworkError):
        reach_out()


def test_a_test_may_reach_its_own_server() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as connection,
    ):
        assert server.getsockname() == connection.getpeername()


def test_each_test_has_an_empty_database_of_its_own(postgres_url: str) -> None:
    count = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"

    assert [0] == _ask(postgres_url, count)


def test_row_level_security_binds_the_owner_of_the_tables(postgres_url: str) -> None:
    _ask(
        postgres_url,
        "CREATE TABLE secret (organisation text)",
        "INSERT INTO secret VALUES ('ours'), ('theirs')",
        "ALTER TABLE secret ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE secret FORCE ROW LEVEL SECURITY",
        "CREATE POLICY tenancy ON secret USING (organisation = 'ours')",
    )

    assert ["ours"] == _ask(postgres_url, "SELECT organisation FROM secret")


def test_the_app_role_cannot_make_itself_more_powerful(postgres_url: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        _ask(postgres_url, "CREATE ROLE intruder SUPERUSER")


def test_a_template_is_built_once_and_copied(postgres: PostgresServer) -> None:
    built: list[str] = []

    def build(url: str) -> None:
        built.append(url)
        _ask(url, "CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('nihil')")

    names = {postgres.template("test_bench", build) for _ in range(2)}
    (name,) = names
    copy = postgres.fresh(name)
    words = _ask(copy, "SELECT word FROM kept")
    postgres.drop(copy)

    assert ["nihil"] == words
    assert 1 == len(built)
