"""
Make one application out of settings and registry.
"""

import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.exceptions import HTTPException

from service.api.manual import JsonDocument, PlainPage, documentation_router
from service.api.problems import Problem, answer_bug, answer_framework, answer_refusal
from service.api.requests import StrictRequest
from service.api.routes import PREFIX, guarded_routes, open_routes
from service.api.spec import openapi_config, render_openapi
from service.api.wire_names import wire_names
from service.errors import ObstatError, Unavailable
from service.http.head import Answering
from service.http.headers import finish
from service.http.lane import Lane, ManyThreads, OneThread
from service.repeating import repeaters_of
from service.settings import Settings
from service.usecases.registry import Registry
from service.web.problems import show_framework
from service.web.routes import page_routes
from service.web.security_txt import Disclosure
from service.wiring import build, clock, prepare

MAX_BODY_BYTES = 1024 * 1024


def create_app(settings: Settings, registry: Registry) -> Litestar:
    """
    Make the application; it sequences, tidies and forgets while it runs.

    Every worker has a sequencer; a lock in the database lets one of them work.  Every
    worker has a postman, too; each letter is claimed by one of them.
    """

    @asynccontextmanager
    async def sequencing(running: Litestar) -> AsyncIterator[None]:
        repeaters = repeaters_of(settings, registry)
        running.state.sequencer = repeaters[0]
        for each in repeaters:
            each.start()
        try:
            yield
        finally:
            for each in reversed(repeaters):
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
    app.state.disclosure = Disclosure(settings.security_contact, settings.pages_url, clock)
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
    app = Answering(
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
    names = wire_names(app)
    app.state.query_names = names.query_names
    app.state.allowed_methods = names.allowed_methods
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
