"""
HEAD says what GET would, without the content.
"""

import pytest

from tests.api.door import PREFIX, Door
from tests.api.office import adult


@pytest.mark.parametrize("path", ["/people", "/health", "/people/nobody"])
def test_head_is_answered_like_get(door: Door, path: str) -> None:
    adult(door)
    got, head = (door.knock(method, path) for method in ("GET", "HEAD"))

    assert (got.status_code, b"") == (head.status_code, head.content)
    for name in ("content-type", "content-length", "cache-control", "x-frame-options"):
        assert got.headers[name] == head.headers[name], name


def test_head_tells_nobody_more_than_get(door: Door) -> None:
    for path in (f"{PREFIX}/people", "/people"):
        got, head = (door.house.client.request(each, path) for each in ("GET", "HEAD"))

        assert (got.status_code, got.headers.get("location"), b"") == (
            head.status_code,
            head.headers.get("location"),
            head.content,
        )


def test_where_nothing_is_got_head_is_no_method(door: Door) -> None:
    head = door.knock("HEAD", "/consents/withdraw")

    assert (405, "OPTIONS, POST") == (head.status_code, head.headers["allow"])
