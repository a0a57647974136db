"""
Whatever stands where a file speaks of itself: no error, no swelling, few words.
"""

import time
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.fingerprint import iim as older
from service.fingerprint.claims import LONGEST, LONGEST_NAME, MOST, NO_CLAIMS, Claims
from service.fingerprint.xmp import MAX_PACKET_BYTES, properties_in
from tests.fingerprint.claiming import bag, iim, packet, plain, region, saying, with_iim, with_xmp
from tests.fingerprint.drawing import read

_WORDS: Final = packet(
    bag("dc:creator", "Zoë", kind="Seq")
    + bag("Iptc4xmpExt:PersonInImage", "Léa")
    + region("Léa", "0.1", "0.1", "0.1", "0.1")
)
_BLOCK: Final = iim((1, 90, b"\x1b%G"), (2, 80, b"Bo"), (2, 116, b"Mine"))
_PHOTO: Final = saying()
_LAUGHS: Final = "".join(
    f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10)
)
_HOSTILE: Final = {
    "a billion laughs": packet(
        plain("photoshop:Credit", "x").replace("x", "&l9;"),
        before=f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>',
    ),
    "one long entity, told often": packet(
        plain("photoshop:Credit", "x").replace("x", "&a;" * 5_000),
        before=f'<!DOCTYPE x [<!ENTITY a "{"a" * 20_000}">]>',
    ),
    "a file to fetch": packet(
        plain("photoshop:Credit", "x").replace("x", "&f;"),
        before='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
    ),
    "a document type alone": packet(plain("photoshop:Credit", "x"), before="<!DOCTYPE x>"),
    "another encoding": packet(plain("photoshop:Credit", "x")).decode().encode("utf-16"),
    "octets that are no text": packet(plain("photoshop:Credit", "x")).replace(b">x<", b">\xff<"),
    "an end before the end": packet(plain("photoshop:Credit", "x"))[:-2_030],
    "too deep": packet("<dc:a>" * 5_000 + "</dc:a>" * 5_000),
    "too many": packet("<dc:a/>" * 50_000),
    "too long": packet(plain("photoshop:Credit", "x" * MAX_PACKET_BYTES)),
    "no properties": b"<rdf:RDF/>",
    "nothing": b"\0" * 50,
}


def _is_bounded(claims: Claims) -> bool:
    lines = (
        claims.creator,
        claims.credit_line,
        claims.copyright_notice,
        claims.usage_terms,
        claims.event,
    )
    names = (*claims.people, *(each.name for each in claims.regions))
    return (
        all(len(each) <= LONGEST and each.isprintable() for each in lines)
        and all(0 < len(each) <= LONGEST_NAME and each.isprintable() for each in names)
        and max(len(claims.people), len(claims.regions)) <= MOST
    )


@pytest.mark.parametrize("name", sorted(_HOSTILE))
def test_a_hostile_packet_says_nothing_and_the_picture_is_read(name: str) -> None:
    before = time.process_time()

    picture = read(saying("PNG" if b"\xff" not in _HOSTILE[name] else "WEBP", _HOSTILE[name]))

    assert NO_CLAIMS == picture.claims
    assert 5 > time.process_time() - before


def test_a_packet_that_is_broken_leaves_what_the_block_says() -> None:
    laughing = with_xmp(_PHOTO, _HOSTILE["a billion laughs"])

    assert "Bo" == read(with_iim(laughing, _BLOCK)).claims.creator


@given(some.binary(max_size=300))
def test_no_octets_make_the_packet_reader_fail(octets: bytes) -> None:
    assert {} == properties_in(octets)


@given(some.integers(0, len(_WORDS)), some.integers(0, 40), some.binary(max_size=40))
def test_no_change_makes_a_file_say_too_much(at: int, gone: int, put: bytes) -> None:
    changed = _WORDS[:at] + put + _WORDS[at + gone :]

    assert _is_bounded(read(with_xmp(_PHOTO, changed)).claims)


@given(some.binary(max_size=200), some.integers(0, len(_BLOCK)))
def test_no_block_makes_a_file_say_too_much(octets: bytes, at: int) -> None:
    older.texts_in(octets)

    assert _is_bounded(read(with_iim(_PHOTO, _BLOCK[:at] + octets)).claims)


@pytest.mark.parametrize(
    "block",
    [_BLOCK * 100_000, b"\x1c\x02\x50\xff\xff" + b"x" * 99, b"\x1c\x02\x50\x00\x09short"],
    ids=["many", "longer than any text", "longer than the block"],
)
def test_a_hostile_block_is_read_in_part_at_most(block: bytes) -> None:
    found = older.texts_in(block)

    assert set(found) <= {older.CREATOR, older.NOTICE}
    assert 1_000 >= sum(map(len, found.values()))
