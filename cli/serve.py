"""
Run the service.
"""

import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import NoReturn

import click
import uvicorn

from cli.terminal.door import opened_registry
from cli.terminal.output import emit, say_whole
from cli.terminal.words import Options, Word, examples
from service.app import create_app
from service.errors import SettingsRefused, Unavailable
from service.settings import Settings

BACKLOG = 1024


@click.command(cls=Word, epilog=examples("obstat serve", "obstat serve --host 0.0.0.0 --port 80"))
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0: any free one.")
@click.pass_obj
def serve(options: Options, host: str | None, port: int | None) -> None:
    """
    Run the service.

    Until Ctrl-C or SIGTERM; what was acknowledged by then is kept, and also when it
    is killed.
    """
    settings = Settings.from_env(os.environ)
    listening = listen(host or settings.host, settings.port if port is None else port)
    serve_on(settings, listening, lambda address: _tell(options, address))


def _tell(options: Options, address: str) -> None:
    if options.json:
        emit({"address": address, "documentation": f"{address}/api/v1/docs"})
    else:
        say_whole(f"Obstat listens on {address} (documentation: {address}/api/v1/docs)")
    sys.stdout.flush()


def serve_on(settings: Settings, listening: socket.socket, tell: Callable[[str], None]) -> None:
    """
    Bring the storage up to date and answer on a socket until told to stop.

    Args:
        tell: Says at which address, once nothing of ours stands in the way.

    Raises:
        SettingsRefused: The storage is of a later program, or cannot be used.
        Unavailable: It could not start.
    """
    signal.signal(signal.SIGTERM, _end)
    registry = opened_registry(settings)
    logging.basicConfig(level=settings.log_level.upper(), format="%(message)s")
    config = uvicorn.Config(
        create_app(settings, registry), log_level="warning", access_log=False, server_header=False
    )
    server = uvicorn.Server(config)
    try:
        # Ctrl-C is how one stops it: nothing went wrong.
        with suppress(KeyboardInterrupt):
            tell(address_of(listening))
            server.run([listening])
    except SystemExit as end:
        if end.code:
            raise Unavailable("The service could not start; the lines above say why.") from end
    finally:
        registry.close()


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    """
    End in order: what is open is closed on the way out.
    """
    raise SystemExit(0)


def listen(host: str, port: int) -> socket.socket:
    """
    Take a port; 0 takes any that is free.

    Raises:
        SettingsRefused: It is taken, or not ours to take.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        # Inherited by every caller's connection: without it each answer waits 40 ms.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.bind((host, port))
        # From here on callers wait in line.
        listening.listen(BACKLOG)
    except OSError as trouble:
        listening.close()
        message = (
            f"{host}, port {port} cannot be used: {trouble.strerror}. "
            "Choose another with --port (0: any free one)."
        )
        raise SettingsRefused(message) from trouble
    return listening


def address_of(listening: socket.socket) -> str:
    """
    Give the address that a browser understands.
    """
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
