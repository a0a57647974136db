"""
A photo is taken apart while it is still decoded, and nobody can tell from what is found.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from threading import get_ident
from time import sleep

import pytest
from PIL import Image

from service.errors import BadImage
from service.fingerprint.colour import is_flat
from service.fingerprint.decode import Decoded, decode
from service.fingerprint.picture import Format, Limits
from service.fingerprint.refusals import Reason
from service.fingerprint.upright import Upright, UprightMaker, make_upright
from tests.fingerprint.drawing import STORED_AS, draw_scene, encode, encode_turned

# A file that is read in a dozen pieces, of a picture whose sides no strip divides.
SIZE = (1283, 967)
FILE_DIGEST = bytes(32)


def _scene() -> Image.Image:
    return draw_scene(11, SIZE)


def _barred(height: int) -> Image.Image:
    """
    Lay a black bar over the scene, from above.
    """
    barred = _scene()
    barred.paste("black", (0, 0, SIZE[0], height))
    return barred


def _held(orientation: int) -> bytes:
    return encode_turned(_scene(), orientation, "JPEG", quality=97)


FILES: dict[str, Callable[[], bytes]] = {
    "as photos are": lambda: encode(_scene(), "JPEG", quality=97),
    "grey": lambda: encode(_scene().convert("L"), "JPEG", quality=97),
    "for print": lambda: encode(_scene().convert("CMYK"), "JPEG", quality=97),
    "in passes": lambda: encode(_scene(), "JPEG", quality=97, progressive=True),
    "below a bar": lambda: encode(_barred(300), "JPEG", quality=97),
    "black": lambda: encode(_barred(967), "JPEG"),
    "one row": lambda: encode(_scene().crop((0, 0, 1283, 1)), "JPEG"),
    **{f"held {each}": partial(_held, each) for each in STORED_AS},
}


@cache
def _file(kind: str) -> bytes:
    return FILES[kind]()


def _after(decoded: Decoded) -> tuple[object, ...]:
    """
    Take a picture apart that is decoded.
    """
    return _told(make_upright(decoded, file_digest=FILE_DIGEST))


def _told(upright: Upright) -> tuple[object, ...]:
    return (
        upright.width_px,
        upright.height_px,
        upright.digest.result(),
        upright.small.mode,
        sha256(upright.small.tobytes()).hexdigest(),
        upright.small_box,
        upright.transparent,
    )


@pytest.mark.parametrize("kind", FILES)
def test_a_picture_taken_apart_meanwhile_is_the_one_taken_apart_afterwards(kind: str) -> None:
    with UprightMaker(file_digest=FILE_DIGEST) as maker:
        decoded = decode(_file(kind), Format.JPEG, Limits(), maker.watch)
        meanwhile = _told(maker.finish(decoded))

    assert _after(decode(_file(kind), Format.JPEG, Limits())) == meanwhile


@pytest.mark.parametrize("kind", ["as photos are", "grey", "for print", "below a bar"])
def test_rows_come_one_after_the_other_on_black_and_stay_as_they_are(kind: str) -> None:
    seen: list[Image.Image] = []

    decoded = decode(_file(kind), Format.JPEG, Limits(), lambda now: seen.append(now.image.copy()))

    boxes = [each.getbbox(alpha_only=False) for each in seen]
    lowest = [0 if box is None else box[3] for box in boxes]
    assert 0 == lowest[0]
    assert sorted(lowest) == lowest
    assert 3 < len(set(lowest))
    for written, picture in zip(lowest, seen, strict=True):
        above = (0, 0, picture.width, max(0, written - 1))
        assert decoded.image.crop(above).tobytes() == picture.crop(above).tobytes()


def test_where_rows_are_not_black_before_they_are_decoded_nothing_is_taken_early() -> None:
    decoded = decode(_file("as photos are"), Format.JPEG, Limits())

    with UprightMaker(file_digest=FILE_DIGEST) as maker:
        maker.watch(decoded)
        decoded.image.paste("red", (0, 0, 100, 100))
        found = _told(maker.finish(decoded))

    assert _after(decoded) == found


def test_what_another_thread_is_too_slow_for_is_taken_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here, takers = get_ident(), list[int]()

    def slow_elsewhere(image: Image.Image) -> bool:
        takers.append(get_ident())
        if takers[-1] != here:
            sleep(0.3)
        return is_flat(image)

    monkeypatch.setattr("service.fingerprint.upright.is_flat", slow_elsewhere)
    with UprightMaker(file_digest=FILE_DIGEST) as maker:
        decoded = decode(_file("as photos are"), Format.JPEG, Limits(), maker.watch)
        meanwhile = _told(maker.finish(decoded))

    assert len(set(takers)) > 1
    assert takers.count(here) > len(takers) // 2
    assert _after(decoded) == meanwhile


def test_a_photo_that_ends_early_is_refused_though_much_of_it_was_taken() -> None:
    whole = _file("as photos are")

    with UprightMaker(file_digest=FILE_DIGEST) as maker, pytest.raises(BadImage) as refused:
        decode(whole[: len(whole) * 3 // 4], Format.JPEG, Limits(), maker.watch)

    assert Reason.TRUNCATED == refused.value.reason


def test_more_than_one_picture_is_never_told_apart_from_its_file() -> None:
    moving = replace(decode(_file("as photos are"), Format.JPEG, Limits()), frames=2)

    with pytest.raises(ValueError, match="bound to its file"):
        make_upright(moving, file_digest=b"")
