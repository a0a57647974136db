"""
What is not well formed is refused, whatever it was meant to be.
"""

import pytest

from tests.api.door import PREFIX, Door, answered

LEA = '{"given_name": "Léa", "family_name": "Dupont", "category": "visitor"%s}'


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"L\xe9a"',
        b'{"given_name": "\\ud800", "family_name": "", "category": "visitor"}',
        b'{"given_name": ' + b"[" * 100_000,
        (LEA % ', "known_adult": 1').encode(),
        (LEA % ', "known_adult": "true"').encode(),
        (LEA % ', "born_on": 20160504').encode(),
        (LEA % ', "born_on": "2016-5-4"').encode(),
        (LEA % ', "born_on": "04/05/2016"').encode(),
        (LEA % ', "aliases": "Lulu"').encode(),
        (LEA % ', "id": "mine"').encode(),
    ],
)
def test_a_body_is_read_to_the_letter(door: Door, body: bytes) -> None:
    headers = {"authorization": f"Bearer {door.key}", "content-type": "application/json"}
    response = door.house.client.post(f"{PREFIX}/people", content=body, headers=headers)

    assert "malformed" == answered(response, 400)["code"]
    assert [] == door.get("/people")["items"]


def test_an_integer_may_be_written_with_a_point(door: Door) -> None:
    body = {"slug": "page", "name": "Page", "medium": "social", "audience": "public"}
    quota = {"limit": 4.0, "window": "iso_week"}
    told = {"purposes": ["information"], "address": "page.example", "quota": quota}

    assert 4 == door.post("/channels", body | told)["quota"]["limit"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "text/json"])
def test_another_media_type_is_not_read(door: Door, kind: str) -> None:
    response = door.knock("POST", "/people", {"given_name": "Léa"}, content_type=kind)

    assert "unsupported-media-type" == answered(response, 415)["code"]


def test_a_body_has_an_end(door: Door) -> None:
    response = door.knock("POST", "/people", {"given_name": "x" * 2_000_000})

    assert "too-large" == answered(response, 413)["code"]


def test_a_wrong_method_names_the_right_ones(door: Door) -> None:
    response = door.knock("PUT", "/people")
    options = door.knock("OPTIONS", "/people")

    assert "method-not-allowed" == answered(response, 405)["code"]
    assert {"GET", "POST", "OPTIONS"} == set(response.headers["allow"].split(", "))
    assert "GET, OPTIONS, POST" == options.headers["allow"]


def test_null_is_no_filter(door: Door) -> None:
    assert "category" == door.get("/people?category=null", 400)["field"]
    assert "limit" == door.get("/people?limit=null", 400)["field"]
