"""
A clip is known by its moments, each with its second.
"""

import pytest

from service.errors import BadImage
from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool
from tests.fingerprint.drawing import bits_to_nearest, draw_scene, encode, glance, read
from tests.fingerprint.films import SIZE, film, scenes, sound, with_box

SHOTS = scenes(60, 61, 62, 63)
KNOWN = [glance(encode(shot, "PNG")) for shot in SHOTS]
CLIP = film(SHOTS)
RADIUS = 56


def _refused(data: bytes, limits: Limits | None = None, filename: str | None = None) -> str:
    with pytest.raises(BadImage) as caught:
        read(data, limits, filename)
    return caught.value.reason


@pytest.mark.parametrize(
    ("codec", "kind"),
    [
        ("libx264", "mp4"),
        ("libx264", "mov"),
        ("mpeg4", "mov"),
        ("mjpeg", "mov"),
        ("libx265", "mp4"),
        ("libsvtav1", "mp4"),
        ("libvpx", "webm"),
        ("libvpx-vp9", "webm"),
    ],
)
def test_a_clip_of_every_kind_is_seen_once_a_second(
    codec: str, kind: str, shared_pool: PicturePool
) -> None:
    clip = film(SHOTS, codec, kind)

    seen = glance(clip)

    assert [0, 1, 2, 3] == [each.at_seconds for each in seen.stills]
    for known, still in zip(KNOWN, seen.stills, strict=True):
        assert bits_to_nearest(known, still) < RADIUS / 2
    assert (kind, SIZE) == (seen.format, (seen.width_px, seen.height_px))
    assert seen == shared_pool.read(clip, filename=f"clip.{kind}")


def test_a_worker_sees_in_a_clip_what_the_decoder_sees(shared_pool: PicturePool) -> None:
    seen = read(CLIP)

    assert all(each.preview_jpeg and each.views for each in seen.stills)
    assert seen == shared_pool.read(CLIP, with_preview=True)


def test_a_clip_looks_like_the_first_moment_that_shows_something() -> None:
    black = draw_scene(1, SIZE).point(lambda _: 0)

    seen = read(film([black, *SHOTS[:2]]))

    assert [True, False, False] == [each.textureless for each in seen.stills]
    assert seen.stills[1].fingerprint == seen.fingerprint
    assert not seen.textureless


def test_a_clip_of_nothing_but_black_shows_too_little() -> None:
    assert read(film([draw_scene(1, SIZE).point(lambda _: 0)] * 3)).textureless


def test_nothing_of_a_clip_but_its_bytes_makes_it_the_same() -> None:
    again = film(SHOTS, with_sound=True)
    one, other = glance(CLIP), glance(again)

    assert [each.digest_pixels for each in one.stills] == [
        each.digest_pixels for each in other.stills
    ]
    assert one.digest_pixels != other.digest_pixels
    assert "moments_only" in one.notes


def test_what_does_not_move_is_kept_once() -> None:
    seen = glance(film([*SHOTS[:1] * 4, *SHOTS[1:2] * 2]))

    assert [0, 4] == [each.at_seconds for each in seen.stills]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_clip_that_players_turn_is_turned(turned: int) -> None:
    seen = glance(film(SHOTS[:1], turned=turned))

    upright = SHOTS[0].rotate(turned, expand=True)
    still = seen.stills[0]
    assert upright.size == (still.width_px, still.height_px)
    probe = glance(encode(upright, "PNG")).fingerprint
    theirs = int.from_bytes(probe.bits) ^ int.from_bytes(still.fingerprint.bits)
    assert theirs.bit_count() < RADIUS / 2


def test_of_a_long_clip_no_more_moments_are_seen_than_one_may() -> None:
    seen = glance(film(scenes(*range(70, 82))), Limits(max_stills=4))

    assert [0, 3, 6, 9] == [each.at_seconds for each in seen.stills]


def test_of_a_clip_that_is_too_much_to_decode_key_frames_are_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clip = film(SHOTS, key_every=10)
    monkeypatch.setattr("service.fingerprint.clip._PIXELS_WORTH_DECODING", 1)

    assert [0, 2] == [each.at_seconds for each in glance(clip).stills]


def test_a_clip_longer_than_one_may_is_refused() -> None:
    assert "too_long" == _refused(CLIP, Limits(max_clip_seconds=2.0))


def test_what_a_header_says_of_the_length_is_not_believed() -> None:
    ten_hours = (1000).to_bytes(4) + (36_000_000).to_bytes(4)
    at = CLIP.index(b"mvhd") + 4 + 12
    boast = CLIP[:at] + ten_hours + CLIP[at + 8 :]

    assert [0, 1, 2, 3] == [each.at_seconds for each in glance(boast).stills]


@pytest.mark.parametrize("codec", ["libx264", "libvpx-vp9"])
@pytest.mark.parametrize("kept", [0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_clip_that_ends_early_is_refused(codec: str, kept: float) -> None:
    clip = CLIP if codec == "libx264" else film(SHOTS, codec, "webm")

    assert _refused(clip[: int(len(clip) * kept)]) in {"truncated", "not_a_picture", "damaged"}


def test_a_clip_whose_pictures_are_missing_is_refused() -> None:
    at = CLIP.index(b"mdat")
    moov = CLIP[CLIP.index(b"moov") - 4 :]
    empty = CLIP[: at - 4] + (8).to_bytes(4) + b"mdat" + moov

    assert _refused(empty) in {"truncated", "damaged"}


def test_a_sound_is_no_video() -> None:
    assert "no_pictures" == _refused(sound())


@pytest.mark.parametrize(
    "entry",
    [
        b"\0\0\0\x28url \0\0\0\0http://example.invalid/a.mp4\0",
        b"\0\0\0\x1aurl \0\0\0\0/etc/passwd\0\0\0",
        b"\0\0\0\x10urn \0\0\0\0a\0b\0",
        b"\0\0\0\x08url ",
    ],
)
def test_a_clip_that_takes_its_pictures_from_elsewhere_is_refused(entry: bytes) -> None:
    content = bytes(4) + (1).to_bytes(4) + entry
    path = (b"moov", b"trak", b"mdia", b"minf", b"dinf", b"dref")

    assert "elsewhere" == _refused(with_box(CLIP, path, content))


PLAYLIST = b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"


@pytest.mark.parametrize("name", ["clip.mp4", "clip.m3u8", None])
def test_a_list_of_addresses_is_no_video(name: str | None) -> None:
    assert "not_a_picture" == _refused(PLAYLIST, filename=name)


def test_a_list_of_addresses_behind_the_beginning_of_a_video_is_refused() -> None:
    assert "truncated" == _refused(CLIP[: CLIP.index(b"free") - 4] + PLAYLIST)


def test_a_video_of_a_kind_that_is_not_read_is_named() -> None:
    matroska = film(SHOTS[:1], kind="matroska")

    with pytest.raises(BadImage) as caught:
        read(matroska)

    assert ("not_a_picture", True) == (caught.value.reason, "a video" in caught.value.message)


def test_two_films_in_one_file_are_refused() -> None:
    trak = CLIP.index(b"trak") - 4
    size = int.from_bytes(CLIP[trak : trak + 4])
    moov = CLIP.index(b"moov") - 4
    whole = int.from_bytes(CLIP[moov : moov + 4])
    twice = CLIP[trak : trak + size] * 2
    grown = (whole + size).to_bytes(4) + CLIP[moov + 4 : trak] + twice + CLIP[trak + size :]

    assert "several_films" == _refused(CLIP[:moov] + grown)


@pytest.mark.parametrize("name", ["a.mp4", "a.MOV", "a.m4v", "a", None])
def test_phones_may_call_one_container_by_the_name_of_the_other(name: str | None) -> None:
    assert "mp4" == glance(CLIP, filename=name).format


@pytest.mark.parametrize("name", ["a.jpg", "a.webm", "a.pdf", "a.mkv"])
def test_a_clip_by_another_name_is_refused(name: str) -> None:
    assert "wrong_extension" == _refused(CLIP, filename=name)


@pytest.mark.parametrize(
    "limits", [Limits(max_pixels=10_000), Limits(max_side_px=100)], ids=["pixels", "side"]
)
def test_a_clip_with_frames_that_are_too_large_is_refused(limits: Limits) -> None:
    assert _refused(CLIP, limits) in {"too_many_pixels", "side_too_long"}


def test_photos_are_read_while_clips_are() -> None:
    with PicturePool(2, Limits(), max_wait_seconds=0.05) as pool:
        lane = pool._slow_lane  # noqa: SLF001 -- stands for a clip that takes long
        assert lane.acquire(blocking=False)
        assert not lane.acquire(blocking=False)

        assert "png" == pool.read(encode(SHOTS[0], "PNG")).format
