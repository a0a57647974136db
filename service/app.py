"""
Make one application out of settings and registry.
"""

import logging
import os
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import HTTPException

from service.api.lane import Lane, ManyThreads, OneThread
from service.api.manual import JsonDocument, PlainPage, documentation_router
from service.api.problems import Problem, answer_bug, answer_framework, answer_refusal
from service.api.requests import StrictRequest
from service.api.routes import PREFIX, guarded_routes, open_routes
from service.api.spec import (
    allowed_methods,
    document,
    openapi_config,
    query_names,
    render_openapi,
)
from service.errors import LedgerBroken, ObstatError, Unavailable
from service.http.headers import finish
from service.settings import Settings
from service.usecases.registry import Registry
from service.web.problems import show_framework
from service.web.routes import page_routes
from service.wiring import build, prepare

MAX_BODY_BYTES = 1024 * 1024
FORGETTING_SECONDS = 3600.0
_JOIN_SECONDS = 30.0


class Repeater(threading.Thread):
    """
    Take a step again and again, until the service stops.
    """

    def __init__(self, name: str, step: Callable[[], object], interval_seconds: float) -> None:
        """
        Prepare; nothing runs before `start`.
        """
        super().__init__(name=name, daemon=True)
        self._step = step
        self._interval_seconds = interval_seconds
        self._log = logging.getLogger(f"obstat.{name}")
        self._stopping = threading.Event()

    def run(self) -> None:
        """
        Pause, take a step, and pause again.
        """
        while not self._stopping.wait(self._interval_seconds):
            self._once()

    def stop(self) -> None:
        """
        Let the step under way finish, then end.
        """
        self._stopping.set()
        self.join(_JOIN_SECONDS)

    def _once(self) -> None:
        """
        Take one step; what is refused is said and tried again.
        """
        try:
            self._step()
        except LedgerBroken as broken:
            self._log.critical('{"%s": "%s"}', self.name, broken.code)
        except ObstatError as refused:
            self._log.error(
                '{"%s": "%s"}', self.name, refused.code
            )  # no traceback: it may hold values


def create_app(settings: Settings, registry: Registry) -> Litestar:
    """
    Make the application; it sequences, tidies and forgets while it runs.

    Every worker has a sequencer; a lock in the database lets one of them work.
    """

    @asynccontextmanager
    async def sequencing(running: Litestar) -> AsyncIterator[None]:
        interval = settings.sequencer_interval_seconds
        sequencer = Repeater("sequencer", registry.sequence_ledger, interval)
        tidier = Repeater("tidier", registry.forget_unused, settings.held_idle_seconds)
        forgetter = Repeater("forgetter", registry.forget_replays, FORGETTING_SECONDS)
        running.state.sequencer = sequencer
        for each in (sequencer, tidier, forgetter):
            each.start()
        try:
            yield
        finally:
            for each in (forgetter, tidier, sequencer):
                each.stop()

    @asynccontextmanager
    async def short_verbs(running: Litestar) -> AsyncIterator[None]:
        one = registry.has_one_writer
        lane: Lane = OneThread(registry.together) if one else ManyThreads()
        running.state.lane = lane
        try:
            yield
        finally:
            lane.close()

    app = _assemble(lambda: registry, [sequencing, short_verbs])
    app.state.registry = registry
    return app


def describe() -> bytes:
    """
    Give the bytes of `openapi/openapi.json`, without any storage.
    """

    def nothing() -> Registry:
        raise Unavailable("This application only describes itself.")

    return render_openapi(_assemble(nothing, []))


def _assemble(
    provide_registry: Callable[[], Registry],
    lifespan: list[Callable[[Litestar], AbstractAsyncContextManager[None]]],
) -> Litestar:
    """
    Put routes, problems and documentation together.
    """
    documentation = openapi_config(PlainPage(), JsonDocument())
    documentation.openapi_router = documentation_router()
    app = Litestar(
        [guarded_routes(), open_routes(), page_routes()],
        before_send=[finish],
        debug=False,
        dependencies={"registry": Provide(provide_registry, sync_to_thread=False)},
        exception_handlers={
            ObstatError: answer_refusal,
            HTTPException: _answer_framework,
            Exception: answer_bug,
        },
        lifespan=lifespan,
        logging_config=None,
        openapi_config=documentation,
        request_class=StrictRequest,
        request_max_body_size=MAX_BODY_BYTES,
    )
    described = document(app)
    app.state.query_names = query_names(described)
    app.state.allowed_methods = allowed_methods(described)
    return app


def _answer_framework(
    request: Request[Any, Any, Any], error: HTTPException
) -> Response[bytes] | Response[Problem]:
    """
    Answer what no route took: a program with a problem, a person with a page.
    """
    is_program = request.url.path.startswith(PREFIX)
    return answer_framework(request, error) if is_program else show_framework(request, error)


def from_environment() -> Litestar:
    """
    Make the application of this process, for servers with several workers.
    """
    settings = Settings.from_env(os.environ)
    logging.basicConfig(level=settings.log_level.upper(), format="%(message)s")
    prepare(settings)
    registry = build(settings)
    app = create_app(settings, registry)
    app.on_shutdown.append(registry.close)
    return app
