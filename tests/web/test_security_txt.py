"""
Whoever finds a weakness finds whom to write to (RFC 9116).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from litestar.testing import TestClient

from service.app import create_app
from service.settings import Settings
from service.wiring import build, clock

PATH = "/.well-known/security.txt"
MAIL = "mailto:security@house.example"
Asked = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """
    Give what asks for the file, where settings say it as below, or otherwise.

    The application is made once, out of settings; it never looks into its storage here.
    """
    settings = Settings(
        var_folder=tmp_path_factory.mktemp("var"),
        security_contact=MAIL,
        public_url="https://obstat.example/",
    )
    registry = build(settings)
    app = create_app(settings, registry)
    said = app.state.disclosure

    def ask(**otherwise: str) -> tuple[int, str, str]:
        app.state.disclosure = replace(said, **otherwise)
        found = TestClient(app).get(PATH)
        return found.status_code, found.headers["content-type"], found.text

    yield ask
    registry.close()


@pytest.mark.parametrize("contact", [MAIL, "https://house.example/security"])
def test_the_file_says_where_to_write_and_until_when_it_holds(asked: Asked, contact: str) -> None:
    status, kind, text = asked() if contact == MAIL else asked(contact=contact)

    told = dict(line.split(": ", 1) for line in text.splitlines())
    expires = datetime.fromisoformat(told.pop("Expires")) - clock()
    assert (200, "text/plain; charset=utf-8") == (status, kind)
    assert {
        "Contact": contact,
        "Preferred-Languages": "fr, nl, de, en",
        "Canonical": "https://obstat.example/.well-known/security.txt",
    } == told
    assert timedelta(days=178) < expires < timedelta(days=365)


def test_where_nobody_was_named_there_is_none(asked: Asked) -> None:
    assert 404 == asked(contact="")[0]
    assert "Canonical" not in asked(pages_url="http://127.0.0.1:8750")[2]
