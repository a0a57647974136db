"""
What is not well formed is refused, whatever it was meant to be.
"""

import gzip

import httpx
import pytest

from tests.api.door import PREFIX, Door, answered

FORM = "multipart/form-data"
PART = b'--b\r\ncontent-disposition: form-data; name="name"\r\n\r\nEmeka\r\n'
CUT_OFF = PART[:-4]
LEA = '{"given_name": "Léa", "family_name": "Dupont", "category": "visitor"%s}'


def sent(
    door: Door, path: str, body: bytes, kind: str, encoding: str = "identity"
) -> httpx.Response:
    """
    Send bytes as they are.
    """
    headers = {
        "authorization": f"Bearer {door.key}",
        "content-type": kind,
        "content-encoding": encoding,
    }
    return door.house.client.post(PREFIX + path, content=body, headers=headers)


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
    response = sent(door, "/people", body, "application/json")

    assert "malformed" == answered(response, 400)["code"]
    assert [] == door.get("/people")["items"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "A body is needed."),
        (b"{'given_name': 1}", "This is not JSON: object keys must be strings (byte 1)."),
        (b'\xef\xbb\xbf{"given_name": 1}', "This is not JSON: invalid character (byte 0)."),
        (b'{"given_name": "L', "This is not JSON: input data was truncated."),
        (b'{"given_name": "L\xe9a"}', "This is not JSON: it is not in UTF-8."),
        (b"[" * 100_000, "This is not JSON: it is nested too deeply."),
    ],
)
def test_what_is_wrong_with_json_is_said_and_where(door: Door, body: bytes, why: str) -> None:
    response = sent(door, "/people", body, "application/json")

    assert why == answered(response, 400)["detail"]


@pytest.mark.parametrize(
    ("kind", "body", "why"),
    [
        (FORM, b"", "This is not a multipart form, or not the whole of one."),
        (FORM + "; boundary=b", CUT_OFF, "This is not a multipart form, or not the whole of one."),
        (FORM + "; boundary=b", PART * 201 + b"--b--\r\n", "At most 200 parts are read."),
    ],
)
def test_what_is_wrong_with_a_form_is_said(door: Door, kind: str, body: bytes, why: str) -> None:
    response = sent(door, "/checks", body, kind)

    assert why == answered(response, 400)["detail"]


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/checks", '{"names": ["Emeka Dupont"], "channel": "x", "names": []}', "names"),
        ("/units", '{"name": "A", "contact": {"name": "B", "role": "C", "name": "D"}}', "name"),
    ],
)
def test_a_field_that_comes_twice_is_refused(door: Door, path: str, body: str, field: str) -> None:
    problem = answered(sent(door, path, body.encode(), "application/json"), 400)

    assert ("This field came twice.", field) == (problem["detail"], problem["field"])


def test_a_compressed_body_is_not_read(door: Door) -> None:
    body = gzip.compress((LEA % "").encode())
    response = sent(door, "/people", body, "application/json", encoding="gzip")

    assert "Send the body as it is, not compressed." == answered(response, 415)["detail"]
    assert [] == door.get("/people")["items"]


def test_an_integer_may_be_written_with_a_point(door: Door) -> None:
    body = {"slug": "page", "name": "Page", "medium": "social", "audience": "public"}
    quota = {"limit": 4.0, "window": "iso_week"}
    told = {"purposes": ["information"], "address": "page.example", "quota": quota}

    assert 4 == door.post("/channels", body | told)["quota"]["limit"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "text/json"])
def test_another_media_type_is_not_read(door: Door, kind: str) -> None:
    response = door.knock("POST", "/people", {"given_name": "Léa"}, content_type=kind)

    problem = answered(response, 415)
    assert "unsupported-media-type" == problem["code"]
    assert "This route reads application/json." == problem["detail"]


def test_a_body_has_an_end(door: Door) -> None:
    response = door.knock("POST", "/people", {"given_name": "x" * 2_000_000})

    assert "too-large" == answered(response, 413)["code"]


def test_a_wrong_method_names_the_right_ones(door: Door) -> None:
    response = door.knock("PUT", "/people")
    options = door.knock("OPTIONS", "/people")

    assert "method-not-allowed" == answered(response, 405)["code"]
    assert {"GET", "HEAD", "POST", "OPTIONS"} == set(response.headers["allow"].split(", "))
    assert "GET, HEAD, OPTIONS, POST" == options.headers["allow"]


def test_null_is_no_filter(door: Door) -> None:
    assert "category" == door.get("/people?category=null", 400)["field"]
    assert "limit" == door.get("/people?limit=null", 400)["field"]
