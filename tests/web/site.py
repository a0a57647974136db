"""
The real service, listening on a port of this machine.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from socket import socket

import uvicorn
from litestar import Litestar

from cli.serve import address_of, listen
from service.app import create_app
from service.settings import Settings
from service.usecases.registry import Registry
from service.wiring import build, prepare
from tests.passwords import hashed_quickly
from tests.readers import shared_readers


@dataclass(frozen=True)
class Site:
    """
    Where it listens, the verbs behind it, and every route.
    """

    address: str
    registry: Registry
    app: Litestar


@contextmanager
def running_site(settings: Settings, listening: socket | None = None) -> Iterator[Site]:
    """
    Serve until the tests are over; on any port, unless one is *listening* already.
    """
    prepare(settings)
    with hashed_quickly(), shared_readers():
        registry = build(settings)
    listening = listening or listen("127.0.0.1", 0)
    app = create_app(settings, registry)
    config = uvicorn.Config(app, log_level="critical", access_log=False, lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    try:
        yield Site(address_of(listening), registry, app)
    finally:
        server.should_exit = True
        thread.join()
        registry.close()
