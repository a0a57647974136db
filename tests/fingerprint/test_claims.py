"""
A file says of itself who made it and who is seen, in few and short lines of print.
"""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.fingerprint.claims import (
    LONGEST,
    LONGEST_NAME,
    MADE_BY_PROGRAM,
    MOST,
    NO_CLAIMS,
    PARTLY_MADE_BY_PROGRAM,
    ClaimedRegion,
    Claims,
    SourceType,
    claims_in,
    claims_told,
)
from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool
from tests.fingerprint.claiming import (
    VOCABULARY,
    XMP_KINDS,
    bag,
    exif,
    iim,
    in_languages,
    packet,
    plain,
    region,
    saying,
    source,
    tiff_with_iim,
    with_iim,
    with_xmp,
)
from tests.fingerprint.drawing import draw_scene, encode, encode_turned, read

_FULL: Final = packet(
    bag("dc:creator", "Zoë\tPeeters", "Bo", kind="Seq")
    + plain("photoshop:Credit", " © Les  Jacinthes ")
    + in_languages("dc:rights", fr="Tous droits", x_default="All rights")
    + in_languages("xmpRights:UsageTerms", x_default="Not for adverts")
    + in_languages("Iptc4xmpExt:Event", x_default="Fair")
    + bag("Iptc4xmpExt:PersonInImage", "Léa Dupont", "Emeka", "Léa Dupont")
    + region("Léa", "0.1", "0.25", "0.5", "0.125")
    + source("digitalCapture")
)
_SAID: Final = Claims(
    creator="Zoë Peeters, Bo",
    credit_line="© Les Jacinthes",
    copyright_notice="All rights",
    usage_terms="Not for adverts",
    event="Fair",
    people=("Léa Dupont", "Emeka"),
    regions=(ClaimedRegion("Léa", (100, 250, 500, 125)),),
    source_type="digitalCapture",
)


@pytest.mark.parametrize("kind", XMP_KINDS)
def test_what_a_file_says_is_read_from_every_kind(kind: str) -> None:
    picture = read(saying(kind, _FULL))

    assert _SAID == picture.claims
    assert () == picture.notes


def test_it_is_read_in_the_worker_that_can_open_no_file(shared_pool: PicturePool) -> None:
    picture = shared_pool.read(with_iim(saying("JPEG", _FULL), iim((2, 80, b"Z\xeb"))))

    assert _SAID == picture.claims


@pytest.mark.parametrize(
    ("octets", "coded"),
    [("Zoë".encode(), True), ("Zoë".encode(), False), ("Zoë".encode("latin-1"), False)],
)
def test_what_older_programs_write_is_read(octets: bytes, *, coded: bool) -> None:
    block = iim(*([(1, 90, b"\x1b%G")] if coded else []), (2, 80, octets), (2, 110, b"Credit"))
    block += iim((2, 116, b"(c) Zo"), (2, 80, b"second"))

    wanted = Claims(creator="Zoë", credit_line="Credit", copyright_notice="(c) Zo")
    assert wanted == read(with_iim(saying(), block)).claims
    assert wanted == read(tiff_with_iim(block)).claims


def test_what_a_camera_writes_is_read() -> None:
    claims = read(saying(exif=exif("Zo?? Peeters", "(c) Bo"))).claims
    utf_8 = saying(exif=exif("Zo?? Peeters", "(c) Bo")).replace(b"Zo??", "Zoë".encode())

    assert ("Zo?? Peeters", "(c) Bo") == (claims.creator, claims.copyright_notice)
    assert "Zoë Peeters" == read(utf_8).claims.creator


def test_names_stand_in_several_places() -> None:
    faces = (
        "<mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:RegionList><rdf:Bag>"
        "<rdf:li><rdf:Description mwg-rs:Name='Ines' mwg-rs:Type='Face'/></rdf:li>"
        "<rdf:li><rdf:Description mwg-rs:Name='Rex' mwg-rs:Type='Pet'/></rdf:li>"
        "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"
    )
    details = (
        "<Iptc4xmpExt:PersonInImageWDetails><rdf:Bag><rdf:li rdf:parseType='Resource'>"
        f"{in_languages('Iptc4xmpExt:PersonName', x_default='Emeka')}</rdf:li></rdf:Bag>"
        "</Iptc4xmpExt:PersonInImageWDetails>"
    )

    said = packet(faces + details, attributes="Iptc4xmpExt:PersonInImage='Asha'")

    assert ("Asha", "Emeka", "Ines") == read(saying("JPEG", said)).claims.people


@pytest.mark.parametrize("code", list(SourceType))
def test_that_a_program_made_it_is_noted(code: SourceType) -> None:
    picture = read(saying("JPEG", packet(source(code.value))))

    assert code.value == picture.claims.source_type
    wholly, partly = code in MADE_BY_PROGRAM, code in PARTLY_MADE_BY_PROGRAM
    noted = "made_by_program" if wholly else "partly_made_by_program" if partly else ""
    assert (noted,) * bool(noted) == picture.notes


@pytest.mark.parametrize(
    "said",
    [
        source("digitalCapture") + source("trainedAlgorithmicMedia"),
        plain("Iptc4xmpExt:DigitalSourceType", "digsrctype:TRAINEDALGORITHMICMEDIA"),
        f"<Iptc4xmpExt:DigitalSourceType rdf:resource='{VOCABULARY}trainedAlgorithmicMedia/'/>",
    ],
    ids=["two", "a short code", "a link"],
)
def test_the_least_like_a_photograph_counts(said: str) -> None:
    assert ("made_by_program",) == read(saying("JPEG", packet(said))).notes


@pytest.mark.parametrize(
    ("corner", "unit"),
    [
        (("0.5", "0.5", "0.6", "0.1"), "relative"),
        (("-0.1", "0", "0.5", "0.5"), "relative"),
        (("0", "0", "0", "0.5"), "relative"),
        (("nan", "0", "inf", "1e999"), "relative"),
        (("", "x", "0.1", "0.1"), "relative"),
        (("10", "10", "20", "20"), "pixel"),
    ],
)
def test_a_place_that_is_none_is_left_out(corner: tuple[str, ...], unit: str) -> None:
    found = read(saying("JPEG", packet(region("Léa", *corner, unit=unit)))).claims.regions

    assert (ClaimedRegion("Léa"),) == found


def test_a_place_in_a_picture_stored_turned_is_left_out() -> None:
    said = packet(region("Léa", "0.1", "0.2", "0.3", "0.4"))
    turned = with_xmp(encode_turned(draw_scene(1, (64, 48)), 6, "JPEG"), said)

    assert (ClaimedRegion("Léa"),) == read(turned).claims.regions


def test_what_is_said_at_length_is_few_and_short() -> None:
    many = packet(
        bag("dc:creator", *["\u202eZoë\u0000\x1b[31m".replace("\0", "").replace("\x1b", "")] * 400)
        + bag("Iptc4xmpExt:PersonInImage", *[f"{number} {'x' * 300}" for number in range(100)])
    )

    claims = read(saying("PNG", many)).claims

    assert LONGEST >= len(claims.creator)
    assert claims.creator.isprintable()
    assert MOST == len(claims.people)
    assert LONGEST_NAME == max(map(len, claims.people))


def test_nothing_that_a_file_says_is_shown_by_repr() -> None:
    picture = read(saying("JPEG", _FULL))

    assert not [each for each in ("Peeters", "Jacinthes", "Emeka", "Léa") if each in repr(picture)]
    assert "Léa" not in repr(picture.claims)


def test_a_picture_without_a_word_says_nothing() -> None:
    assert NO_CLAIMS == read(encode(draw_scene(1, (64, 48)), "JPEG")).claims
    assert NO_CLAIMS == read(encode(draw_scene(1, (64, 48)), "GIF"), Limits()).claims


_LINES: Final = some.text(max_size=20).filter(str.isprintable)


@given(
    some.builds(
        Claims,
        creator=_LINES,
        event=_LINES,
        people=some.lists(_LINES, max_size=3).map(tuple),
        regions=some.lists(
            some.builds(ClaimedRegion, _LINES, some.none() | some.just((0, 999, 1, 1000))),
            max_size=3,
        ).map(tuple),
        source_type=some.sampled_from(["", *(each.value for each in SourceType)]),
    )
)
def test_what_is_said_arrives_as_it_was_sent(claims: Claims) -> None:
    assert claims == claims_in(claims_told(claims))
