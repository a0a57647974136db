"""
The rival of the name check: a bare Litestar handler, one durable insert.

The same engine with the same durability (WAL, full synchronous), the same server,
nothing else: no key, no names, no decision, no ledger.
"""

import sys
from itertools import count
from typing import Any

import uvicorn
from litestar import Litestar, post
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, event, insert
from sqlalchemy.engine import Engine

from cli.serve import listen


def engine_of(url: str) -> Engine:
    """
    Open SQLite as durably as the service does.
    """
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def durable(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's connection
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def make_app(url: str) -> Litestar:
    """
    Make an application with one handler.
    """
    engine = engine_of(url)
    metadata = MetaData()
    log = Table(
        "log",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("at", String),
        Column("name", String),
    )
    metadata.create_all(engine)
    numbers = count()

    @post("/insert", sync_to_thread=True)
    def insert_one(data: dict[str, Any]) -> dict[str, str]:
        at = f"{next(numbers):027}"
        with engine.begin() as connection:
            connection.execute(insert(log).values(at=at, name=data["names"][0]))
        return {"answer": "ask"}

    return Litestar([insert_one], openapi_config=None)


def serve(url: str) -> None:
    """
    Listen on a free port and say which.
    """
    listening = listen("127.0.0.1", 0)
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    config = uvicorn.Config(
        make_app(url), log_level="warning", access_log=False, server_header=False
    )
    uvicorn.Server(config).run([listening])


if __name__ == "__main__":
    serve(sys.argv[1])
