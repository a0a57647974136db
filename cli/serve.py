"""
Run the service.
"""

import os
import socket

import click
import uvicorn

from cli.output import OUT
from service.app import create_app
from service.settings import Settings
from service.wiring import build, prepare


BACKLOG = 1024


@click.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=int, help="Port to listen on; 0: any free one.")
def serve(host: str | None, port: int | None) -> None:
    """
    Run the service until it is told to stop.
    """
    settings = Settings.from_env(os.environ)
    listening = listen(host or settings.host, settings.port if port is None else port)
    address = "http://{}:{}".format(*listening.getsockname()[:2])
    OUT.print(f"Obstat listens on {address} (documentation: {address}/api/v1/docs)")
    serve_on(settings, listening)


def serve_on(settings: Settings, listening: socket.socket) -> None:
    """
    Bring the storage up to date and answer on a socket until told to stop.
    """
    prepare(settings)
    registry = build(settings)
    config = uvicorn.Config(
        create_app(settings, registry), log_level="warning", access_log=False, server_header=False
    )
    try:
        uvicorn.Server(config).run([listening])
    finally:
        registry.close()


def listen(host: str, port: int) -> socket.socket:
    """
    Take a port; 0 takes any that is free.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    # From here on callers wait in line, so the address may be said at once.
    listening.listen(BACKLOG)
    return listening
