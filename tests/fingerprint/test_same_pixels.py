"""
"The same pixels" is said only of pictures that nobody can tell apart anywhere.
"""

from PIL import Image, ImageCms
from PIL.ImageCms import ImageCmsProfile

from service.fingerprint.picture import Note
from tests.fingerprint.drawing import bits_between, draw_scene, encode, read

SCENE = draw_scene(6, (400, 300))
REGISTERED = read(encode(SCENE, "PNG"))
SRGB = ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _with_swapped_colours(profile: bytes) -> bytes:
    """
    Give the profile in which red shines blue and blue red.
    """
    return (
        profile.replace(b"rXYZ", b"xxxx", 1)
        .replace(b"bXYZ", b"rXYZ", 1)
        .replace(b"xxxx", b"bXYZ", 1)
    )


def test_one_changed_level_of_one_pixel_makes_other_pixels() -> None:
    changed = SCENE.copy()
    levels = bytearray(changed.tobytes())
    levels[-1] ^= 1
    changed.frombytes(bytes(levels))

    assert REGISTERED.digest_pixels != read(encode(changed, "PNG")).digest_pixels


def test_the_same_row_of_pixels_in_another_shape_is_another_picture() -> None:
    wide = Image.frombytes("RGB", (400, 300), bytes(360_000))
    narrow = Image.frombytes("RGB", (300, 400), bytes(360_000))

    assert read(encode(wide, "PNG")).digest_pixels != read(encode(narrow, "PNG")).digest_pixels


def test_what_looks_alike_only_on_white_is_not_the_same() -> None:
    white_figure = Image.new("RGBA", SCENE.size, (255, 255, 255, 255))
    white_figure.paste((255, 255, 255, 0), (0, 0, 200, 300))
    page = read(encode(Image.new("RGB", SCENE.size, "white"), "PNG"))

    cut_out = read(encode(white_figure, "PNG"))

    assert page.fingerprint == cut_out.fingerprint
    assert page.digest_pixels != cut_out.digest_pixels
    assert (Note.TRANSPARENT,) == cut_out.notes


def test_transparency_is_laid_on_white() -> None:
    clear = read(encode(Image.new("RGBA", (64, 64), (0, 0, 0, 0)), "PNG"))
    page = read(encode(Image.new("RGB", (64, 64), "white"), "PNG"))

    assert page.preview_jpeg == clear.preview_jpeg


def test_an_animation_is_the_same_only_as_its_own_file() -> None:
    frame, other, third = (draw_scene(seed, (120, 90)).quantize(64) for seed in (7, 8, 9))
    still = read(encode(frame, "GIF"))
    one = read(encode(frame, "GIF", save_all=True, append_images=[other]))
    two = read(encode(frame, "GIF", save_all=True, append_images=[third]))

    assert 3 == len({still.digest_pixels, one.digest_pixels, two.digest_pixels})
    assert still.fingerprint == one.fingerprint == two.fingerprint
    assert (2, (Note.FIRST_FRAME_ONLY,)) == (one.frames, one.notes)


def test_naming_srgb_changes_nothing() -> None:
    assert REGISTERED.digest_pixels == read(encode(SCENE, "PNG", icc_profile=SRGB)).digest_pixels


def test_the_same_numbers_in_other_colours_are_not_the_same_pixels() -> None:
    swapped = read(encode(SCENE, "PNG", icc_profile=_with_swapped_colours(SRGB)))

    assert REGISTERED.digest_pixels != swapped.digest_pixels
    assert REGISTERED.preview_jpeg != swapped.preview_jpeg
    assert () == swapped.notes


def test_a_profile_is_applied_to_what_is_compared() -> None:
    red, green, blue = SCENE.split()
    stored = Image.merge("RGB", (blue, green, red))

    shown = read(encode(stored, "PNG", icc_profile=_with_swapped_colours(SRGB)))

    assert 6 >= bits_between(REGISTERED.fingerprint, shown.fingerprint)


def test_a_broken_profile_is_ignored_and_noted() -> None:
    broken = read(encode(SCENE, "JPEG", icc_profile=SRGB[:200]))
    plain = read(encode(SCENE, "JPEG"))

    assert plain.fingerprint == broken.fingerprint
    assert plain.digest_pixels != broken.digest_pixels
    assert (Note.BROKEN_PROFILE,) == broken.notes
