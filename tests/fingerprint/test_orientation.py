"""
However the camera was held, the picture is seen upright, and turned exactly once.
"""

import pytest

from service.fingerprint.picture import Note
from service.fingerprint.thresholds import SIMILAR_RADIUS_BITS
from tests.fingerprint.drawing import (
    STORED_AS,
    bits_between,
    bits_to_nearest,
    draw_scene,
    encode,
    encode_turned,
    glance,
    read,
)

# Sides that no strip and no reduction divides.
SCENE = draw_scene(3, (1031, 583))
REGISTERED = read(encode(SCENE, "PNG", compress_level=1))
LOSSLESS = {
    "PNG": {"compress_level": 1},
    "TIFF": {},
    "WEBP": {"lossless": True, "quality": 0, "method": 0},
}
LOSSY = {
    "JPEG": {"quality": 92},
    "HEIF": {"quality": 80},
    "AVIF": {"quality": 80, "speed": 10},
}


@pytest.mark.parametrize("orientation", STORED_AS)
@pytest.mark.parametrize("kind", LOSSLESS)
def test_a_lossless_picture_is_the_same_however_it_is_stored(kind: str, orientation: int) -> None:
    turned = read(encode_turned(SCENE, orientation, kind, **LOSSLESS[kind]))

    assert REGISTERED.digest_pixels == turned.digest_pixels
    assert REGISTERED.probes == turned.probes
    assert REGISTERED.preview_jpeg == turned.preview_jpeg


@pytest.mark.parametrize("orientation", STORED_AS)
@pytest.mark.parametrize("kind", LOSSY)
def test_a_lossy_picture_is_turned_exactly_once(kind: str, orientation: int) -> None:
    small = SCENE.resize((321, 182))

    turned = glance(encode_turned(small, orientation, kind, **LOSSY[kind]))

    assert small.size == (turned.width_px, turned.height_px)
    assert 6 >= bits_between(REGISTERED.fingerprint, turned.fingerprint)


@pytest.mark.parametrize("orientation", STORED_AS)
def test_a_picture_that_lost_its_orientation_is_found_by_its_probes(orientation: int) -> None:
    turn = STORED_AS[orientation]
    stored = SCENE if turn is None else SCENE.transpose(turn)

    query = glance(encode(stored, "JPEG", quality=60))

    assert SIMILAR_RADIUS_BITS / 7 > bits_to_nearest(query, REGISTERED)


def test_the_first_probe_is_the_picture_as_seen() -> None:
    assert REGISTERED.fingerprint == REGISTERED.probes[0]
    assert 8 == len(set(REGISTERED.probes))


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_does_not_exist_means_upright(orientation: int) -> None:
    plain = glance(encode(SCENE, "JPEG", quality=92))
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + orientation.to_bytes(2, "big")

    odd = glance(encode(SCENE, "JPEG", quality=92, exif=exif + bytes(6)))

    assert plain.digest_pixels == odd.digest_pixels


def test_broken_exif_means_upright_and_is_noted() -> None:
    broken = read(encode(SCENE, "PNG", compress_level=1, exif=b"XX\0*\0\0\0\x08"))

    assert REGISTERED.digest_pixels == broken.digest_pixels
    assert (Note.BROKEN_EXIF,) == broken.notes
