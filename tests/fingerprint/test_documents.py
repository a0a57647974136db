"""
A document is known by its pages, and by the photos on them.
"""

import pytest
from PIL import Image

from service.errors import BadImage
from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool
from tests.fingerprint.drawing import bits_to_nearest, draw_scene, encode, glance, read
from tests.fingerprint.films import document, written

A4 = (595, 842)
WHOLE_PAGE = (0, 0, *A4)
PHOTO = draw_scene(80, (480, 360))
OTHER = draw_scene(81, (360, 480))
SCAN = draw_scene(82, (595, 842))
LEAFLET = document(
    [[(SCAN, WHOLE_PAGE)], [(PHOTO, (40, 500, 320, 240)), (OTHER, (40, 40, 240, 320))]]
)
RADIUS = 56
EMPTY_PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"


def _refused(data: bytes, limits: Limits | None = None, filename: str | None = None) -> str:
    with pytest.raises(BadImage) as caught:
        read(data, limits, filename)
    return caught.value.reason


def _long_side(data: bytes) -> int:
    """
    Give how long the longer side of what is seen is; 0 for what is refused.
    """
    try:
        seen = glance(data)
    except BadImage:
        return 0
    return max(seen.width_px, seen.height_px)


def _bits(picture: Image.Image, data: bytes, index: int) -> int:
    return bits_to_nearest(glance(encode(picture, "PNG")), glance(data).stills[index])


def _with_page(page: str, *more: bytes) -> bytes:
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return written([b"<</Type/Catalog/Pages 2 0 R>>", pages, page.encode(), *more])


def _without_pages() -> bytes:
    pages = b"<</Type/Pages/Count 0/Kids[]>>"
    return written([b"<</Type/Catalog/Pages 2 0 R>>", pages])


def _locked() -> bytes:
    secret, identity = "00" * 32, "11" * 16
    lock = (
        f"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{secret}>/U<{secret}>>>"
        f"/ID[<{identity}><{identity}>]"
    )
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return written([b"<</Type/Catalog/Pages 2 0 R>>", pages, EMPTY_PAGE.encode()], lock)


def test_every_page_and_every_photo_on_it_is_seen() -> None:
    seen = read(LEAFLET)

    assert [1, 2, 2, 2] == [each.page for each in seen.stills]
    assert "pdf" == seen.format
    assert max(_bits(SCAN, LEAFLET, 0), _bits(PHOTO, LEAFLET, 2), _bits(OTHER, LEAFLET, 3)) < RADIUS


def test_a_worker_sees_in_a_document_what_the_decoder_sees(shared_pool: PicturePool) -> None:
    assert read(LEAFLET) == shared_pool.read(LEAFLET, filename="leaflet.PDF", with_preview=True)


def test_a_photo_on_a_turned_page_is_found_where_it_is_seen() -> None:
    turned = document([[(PHOTO, (40, 500, 320, 240))]], extra="/Rotate 90")

    assert _bits(PHOTO, turned, 1) < RADIUS


def test_a_photo_within_a_part_of_a_page_is_found() -> None:
    picture = document([[(PHOTO, (0, 0, 1, 1))]])
    start = picture.index(b"<</Type/XObject")
    photo = picture[start : picture.index(b"\nendobj", start)]
    part = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Matrix[320 0 0 240 40 500]"
        b"/Resources<</XObject<</P 5 0 R>>>>/Length 5>>stream\n/P Do\nendstream"
    )
    page = EMPTY_PAGE[:-2] + "/Resources<</XObject<</F 4 0 R>>>>/Contents 6 0 R>>"
    contents = b"<</Length 5>>stream\n/F Do\nendstream"

    assert _bits(PHOTO, _with_page(page, part, photo, contents), 1) < RADIUS


def test_an_empty_page_shows_too_little_to_recognise() -> None:
    seen = read(_with_page(EMPTY_PAGE))

    assert ([True], True) == ([each.textureless for each in seen.stills], seen.textureless)


def test_nothing_of_a_document_but_its_bytes_makes_it_the_same() -> None:
    longer = LEAFLET.replace(b"%PDF-1.7\n", b"%PDF-1.6\n")
    one, other = glance(LEAFLET), glance(longer)

    assert one.stills[0].digest_pixels == other.stills[0].digest_pixels
    assert one.digest_pixels != other.digest_pixels


def test_a_document_with_more_pages_than_one_may_is_refused() -> None:
    assert "too_many_pages" == _refused(LEAFLET, Limits(max_stills=1))


def test_a_document_with_more_photos_than_are_looked_at_is_refused() -> None:
    assert "too_many_photos" == _refused(LEAFLET, Limits(max_stills=3))


def test_every_face_of_a_whole_class_is_looked_at() -> None:
    faces = [draw_scene(seed, (120, 160)) for seed in range(24)]
    places = [(20 + 140 * (at % 4), 20 + 135 * (at // 4), 90, 120) for at in range(24)]

    shown = glance(document([list(zip(faces, places, strict=True))]))

    assert 1 + 24 == len(shown.stills)


def test_a_hundred_thousand_pages_are_refused() -> None:
    kids = " ".join(["3 0 R"] * 100_000)
    pages = f"<</Type/Pages/Count 100000/Kids[{kids}]>>".encode()
    many = written([b"<</Type/Catalog/Pages 2 0 R>>", pages, EMPTY_PAGE.encode()])

    assert "too_many_pages" == _refused(many)


def test_a_document_that_only_claims_pages_is_refused() -> None:
    pages = b"<</Type/Pages/Count 100000/Kids[]>>"

    assert _refused(written([b"<</Type/Catalog/Pages 2 0 R>>", pages])) in {
        "too_many_pages",
        "damaged",
        "no_pictures",
    }


def test_a_document_without_pages_is_refused() -> None:
    assert "damaged" == _refused(_without_pages())


@pytest.mark.parametrize(
    "box",
    [
        "0 0 1000000000 1000000000",
        "0 0 100000 1",
        "0 0 1 1",
        "5 5 5 5",
        "0 0 1e38 1e38",
        "0 0 -9 -9",
    ],
)
def test_a_page_of_any_size_costs_no_more_than_a_page(box: str) -> None:
    page = EMPTY_PAGE.replace("0 0 595 842", box)

    assert _long_side(_with_page(page)) <= 1_600


def test_a_locked_document_is_refused_as_locked() -> None:
    assert "locked" == _refused(_locked())


@pytest.mark.parametrize("kept", [0.01, 0.5, 0.9, 0.999])
def test_a_document_that_ends_early_is_refused(kept: float) -> None:
    assert "truncated" == _refused(LEAFLET[: int(len(LEAFLET) * kept)])


def test_a_document_that_is_none_is_refused() -> None:
    assert "damaged" == _refused(b"%PDF-1.7\n" + bytes(99) + b"%%EOF\n")


def test_a_document_of_parts_within_themselves_is_ended() -> None:
    part = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]"
        b"/Resources<</XObject<</F 4 0 R>>>>/Length 11>>stream\n/F Do /F Do\nendstream"
    )
    page = EMPTY_PAGE[:-2] + "/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R>>"
    contents = b"<</Length 5>>stream\n/F Do\nendstream"
    endless = _with_page(page, part, contents)

    assert _outcome_in_a_worker(endless) in {"pdf", "decoder_failed", "took_too_long"}


@pytest.mark.parametrize("name", ["a.jpg", "a.mp4", "a.html"])
def test_a_document_by_another_name_is_refused(name: str) -> None:
    assert "wrong_extension" == _refused(LEAFLET, filename=name)


def test_an_archive_behind_a_document_is_refused() -> None:
    end = b"PK\x05\x06" + bytes(4) + b"\1\0\1\0" + (46).to_bytes(4, "little") + bytes(6)
    archive = b"PK\x01\x02" + bytes(42) + end

    assert "polyglot" == _refused(LEAFLET + archive)


def test_a_document_that_takes_too_long_costs_its_worker_and_no_more() -> None:
    levels = 12
    parts = [
        (
            "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]"
            f"/Resources<</XObject<</F {number + 1} 0 R>>>>/Length 60>>stream\n"
            f"{'/F Do ' * 10}\nendstream"
        ).encode()
        for number in range(4, 4 + levels)
    ]
    last = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 9>>stream\n0 0 9 9 re f\nendstream"
    page = EMPTY_PAGE[:-2] + f"/Resources<</XObject<</F 4 0 R>>>>/Contents {5 + levels} 0 R>>"
    bomb = _with_page(page, *parts, last, b"<</Length 5>>stream\n/F Do\nendstream")

    assert "took_too_long" == _outcome_in_a_worker(bomb)


def _outcome_in_a_worker(data: bytes) -> str:
    """
    Give the format, or why it is refused; either way the next file is read.
    """
    with PicturePool(1, Limits(max_set_seconds=2.0)) as pool:
        try:
            outcome = pool.read(data).format
        except BadImage as refused:
            outcome = refused.reason
        assert "png" == pool.read(encode(SCAN, "PNG")).format
    return outcome


def test_what_was_wrong_with_a_document_is_not_said_of_the_next() -> None:
    documents = [_locked(), _without_pages(), _locked()]

    assert ["locked", "damaged", "locked"] == [_refused(each) for each in documents]
