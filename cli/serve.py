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


@click.command()
@click.option("--host", help="Address to listen on.")
@click.option("--port", type=int, help="Port to listen on; 0: any free one.")
def serve(host: str | None, port: int | None) -> None:
    """
    Run the service until it is told to stop.
    """
    settings = Settings.from_env(os.environ)
    run(settings, host or settings.host, settings.port if port is None else port)


def run(settings: Settings, host: str, port: int) -> None:
    """
    Bring the database up to date, listen, and serve.
    """
    prepare(settings)
    registry = build(settings)
    listening = listen(host, port)
    address = f"http://{host}:{listening.getsockname()[1]}"
    OUT.print(f"Obstat listens on {address} (documentation: {address}/api/v1/docs)")
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
    return listening
