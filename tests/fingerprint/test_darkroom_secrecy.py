"""
Nothing that a file says of itself comes along, whatever kind of file it is.
"""

from functools import cache
from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageCms, PngImagePlugin, TiffImagePlugin

from service.fingerprint.darkroom import develop
from service.fingerprint.orders import Order, Words
from tests.fingerprint.drawing import draw_scene, encode

SECRET = "Emma Peeters at home"
SIZE = (320, 240)
GIVEN = Words(xmp=b"<given/>", creator="Nadia")


def _exif() -> Image.Exif:
    """
    Say who, where and with what, and show a small picture of it all.
    """
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = SECRET
    exif[ExifTags.Base.Make] = "SECRETCAM"
    exif[ExifTags.Base.XPAuthor] = SECRET.encode("utf-16-le")
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N"
    gps[ExifTags.GPS.GPSLatitude] = (50.0, 51.0, 7.31)
    gps[ExifTags.GPS.GPSAreaInformation] = SECRET.encode()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = SECRET.encode()
    return exif


def _xmp() -> bytes:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><Iptc4xmpExt:PersonInImage'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"{SECRET}</Iptc4xmpExt:PersonInImage></x:xmpmeta>"
    ).encode()


def _with_thumbnail(jpeg: bytes) -> bytes:
    """
    Put a small picture of all that was cut away into a segment of its own.
    """
    small = b"SECRETTHUMB" + encode(draw_scene(9, (64, 48)), "JPEG")
    segment = b"\xff\xec" + (len(small) + 2).to_bytes(2, "big") + small
    return jpeg[:2] + segment + jpeg[2:]


@cache
def _files() -> dict[str, bytes]:
    """
    Give a file of each kind that says all it can.
    """
    scene = draw_scene(8, SIZE)
    exif = _exif().tobytes()
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Author", SECRET)
    chunks.add_itxt("XML:com.adobe.xmp", _xmp().decode())
    chunks.add_text("Comment", SECRET, zip=True)
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[ExifTags.Base.ImageDescription] = SECRET
    tags[ExifTags.Base.Artist] = SECRET
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    marked = profile[:-20] + b"SECRETPROFILE       "
    jpeg = encode(scene, "JPEG", exif=exif, xmp=_xmp(), comment=SECRET, icc_profile=marked)
    return {
        "jpeg": _with_thumbnail(jpeg),
        "png": encode(scene, "PNG", exif=exif, pnginfo=chunks),
        "webp": encode(scene, "WEBP", exif=exif, xmp=_xmp()),
        "tiff": encode(scene, "TIFF", tiffinfo=tags),
        "heif": encode(scene, "HEIF", exif=exif, xmp=_xmp()),
        "avif": encode(scene, "AVIF", exif=exif, xmp=_xmp()),
        "gif": encode(scene.quantize(64), "GIF", comment=SECRET.encode()),
    }


KINDS = ("jpeg", "png", "webp", "tiff", "heif", "avif", "gif")
TELLING = [b"SECRET", b"Emma", "Emma".encode("utf-16-le"), b"PersonInImage", b"GPS"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", [None, GIVEN], ids=["bare", "with words"])
def test_nothing_of_what_was_planted_survives(kind: str, words: Words | None) -> None:
    assert [each for each in TELLING if each in _files()[kind]], "something was planted"

    made = develop(_files()[kind], Order(words=words))

    assert [] == [each for each in TELLING if each in made.content]
    with Image.open(BytesIO(made.content)) as opened:
        assert SIZE == opened.size
        assert {} == dict(opened.getexif().get_ifd(ExifTags.IFD.GPSInfo))
        assert {} == dict(opened.getexif().get_ifd(ExifTags.IFD.Exif))
        assert (0 if words is None else 1) == len(opened.getexif())
        assert "icc_profile" not in opened.info


def test_there_is_one_picture_in_what_is_made() -> None:
    made = develop(_files()["jpeg"], Order(words=GIVEN))

    assert 1 == made.content.count(b"\xff\xd8\xff")


@pytest.mark.parametrize("mode", ["CMYK", "L", "P", "LA", "I;16", "1"])
def test_every_kind_of_pixel_becomes_plain_colours(mode: str) -> None:
    scene = draw_scene(8, SIZE)
    image = scene.convert("L").convert("I;16") if mode == "I;16" else scene.convert(mode)

    made = develop(encode(image, "JPEG" if mode == "CMYK" else "PNG"), Order())

    with Image.open(BytesIO(made.content)) as opened:
        assert ("RGB", SIZE) == (opened.mode, opened.size)
