"""
Whoever finds a weakness finds whom to write to (RFC 9116).
"""

from datetime import datetime, timedelta

import pytest
from litestar.testing import TestClient

from service.app import create_app
from service.settings import Settings
from service.wiring import clock
from tests.web.staffed import StaffedHouse

PATH = "/.well-known/security.txt"


def _asked(house: StaffedHouse, **told: str) -> tuple[int, str, str]:
    app = create_app(Settings(**told), house.site.registry)  # type: ignore[arg-type] # all text
    found = TestClient(app).get(PATH)
    return found.status_code, found.headers["content-type"], found.text


@pytest.mark.parametrize(
    "contact", ["mailto:security@house.example", "https://house.example/security"]
)
def test_the_file_says_where_to_write_and_until_when_it_holds(
    house: StaffedHouse, contact: str
) -> None:
    status, kind, text = _asked(
        house, security_contact=contact, public_url="https://obstat.example/"
    )

    told = dict(line.split(": ", 1) for line in text.splitlines())
    expires = datetime.fromisoformat(told.pop("Expires")) - clock()
    assert (200, "text/plain; charset=utf-8") == (status, kind)
    assert {
        "Contact": contact,
        "Preferred-Languages": "fr, nl, de, en",
        "Canonical": "https://obstat.example/.well-known/security.txt",
    } == told
    assert timedelta(days=178) < expires < timedelta(days=365)


def test_where_nobody_was_named_there_is_none(house: StaffedHouse) -> None:
    assert 404 == _asked(house)[0]
    assert "Canonical" not in _asked(house, security_contact="mailto:a@house.example")[2]
