"""
Make another picture of a file: upright, in sRGB, bare, as ordered.

This runs in the worker.  The result is written anew from pixels.  What the file said of
itself, where it was taken, who is in it and the small picture it may carry do not come
along (threat T15).
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Final

import numpy as np
from PIL import ExifTags, Image, PngImagePlugin

from service.fingerprint.colour import UnusableProfileError, to_srgb
from service.fingerprint.covering import cover
from service.fingerprint.decode import Decoded, decode, refusing_whatever_is_raised
from service.fingerprint.orders import Developed, Order, Words
from service.fingerprint.picture import Format, Limits
from service.fingerprint.refusals import Reason, refusal, too_many_bytes
from service.fingerprint.sets import stills_of
from service.fingerprint.sniff import recognise
from service.fingerprint.upright import TURNS

_EIGHT_BITS: Final = 8
_SIXTEEN_BITS: Final = frozenset({"I;16", "I;16L", "I;16B"})
_OPAQUE: Final = 255
_FINE_QUALITY: Final = 90
"""From here on colours are kept as fine as the light."""
_XMP_IN_PNG: Final = "XML:com.adobe.xmp"
_IIM_HEAD: Final = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00"


def develop(
    data: bytes, order: Order, *, filename: str | None = None, limits: Limits | None = None
) -> Developed:
    """
    Make of the picture in *data* what *order* says.

    Of a clip or a document the first still, where that will do.

    Raises:
        BadImage: There is no picture, not all of one, or too much.
    """
    bounds = Limits() if limits is None else limits
    kind = recognise(data, filename)
    if order.still_only and kind.is_set:
        raise refusal(Reason.NOT_ONE_PICTURE)
    with refusing_whatever_is_raised(bounds):
        decoded = _decoded(data, kind, bounds)
        if order.still_only and decoded.frames > 1:
            raise refusal(Reason.NOT_ONE_PICTURE)
        image = _reduced(cover(upright_of(decoded), order.covers), order.longest_px)
        made = _written(_without_idle_alpha(image), order)
    if len(made.content) > bounds.max_bytes:
        raise too_many_bytes(bounds)
    return made


def _decoded(data: bytes, kind: Format, limits: Limits) -> Decoded:
    if not kind.is_set:
        return decode(data, kind, limits)
    first = next(iter(stills_of(data, kind, limits)), None)
    if first is None:
        raise refusal(Reason.NO_PICTURES)
    return first.decoded


def upright_of(decoded: Decoded) -> Image.Image:
    """
    Give the whole picture as seen, RGB or RGBA, in sRGB.
    """
    image = decoded.image
    if image.mode in _SIXTEEN_BITS:
        image = Image.fromarray((np.asarray(image) >> _EIGHT_BITS).astype(np.uint8))
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        image = _in_srgb(layer.convert("RGB"), decoded.profile)
        image.putalpha(layer.getchannel("A"))
    else:
        plain = image if image.mode == "CMYK" else image.convert("RGB")
        image = _in_srgb(plain, decoded.profile)
    turn = TURNS.get(decoded.orientation)
    return image if turn is None else image.transpose(turn)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """
    Give *image* in sRGB; a profile that cannot be used is ignored, as viewers do.
    """
    try:
        return to_srgb(image, profile)
    except UnusableProfileError:
        return to_srgb(image, None)


def _reduced(image: Image.Image, longest_px: int | None) -> Image.Image:
    """
    Make a picture smaller, never larger.
    """
    if longest_px is None or max(image.size) <= longest_px:
        return image
    scale = longest_px / max(image.size)
    width, height = (max(1, round(side * scale)) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _without_idle_alpha(image: Image.Image) -> Image.Image:
    """
    Drop transparency that nobody sees, and colours that transparency hides.

    What was painted over in a drawing program may still be below.
    """
    if image.mode != "RGBA":
        return image
    alpha = image.getchannel("A")
    if alpha.getextrema() == (_OPAQUE, _OPAQUE):
        return image.convert("RGB")
    seen = alpha.point([0] + [_OPAQUE] * _OPAQUE)
    bare = Image.new("RGBA", image.size, (0, 0, 0, 0))
    bare.paste(image, mask=seen)
    return bare


def _written(image: Image.Image, order: Order) -> Developed:
    """
    Write a bare picture: PNG where something shows through, else JPEG.
    """
    # A new image: nothing that the decoder noted beside the pixels comes along.
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    words = order.words or Words()
    file = BytesIO()
    if bare.mode == "RGBA":
        bare.save(file, "PNG", **_png_words(words))
        media_type = "image/png"
    else:
        bare.save(
            file,
            "JPEG",
            quality=order.quality,
            subsampling=0 if order.quality >= _FINE_QUALITY else 2,
            optimize=True,
            **_jpeg_words(words),
        )
        media_type = "image/jpeg"
    return Developed(file.getvalue(), media_type, *bare.size)


def _jpeg_words(words: Words) -> Mapping[str, bytes]:
    """
    Give the segments that bear words in a JPEG.
    """
    found = {"xmp": words.xmp, "exif": _exif(words)}
    if words.iim:
        length = len(words.iim).to_bytes(4, "big")
        block = _IIM_HEAD + length + words.iim + b"\0" * (len(words.iim) % 2)
        found["extra"] = b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block
    return {name: content for name, content in found.items() if content}


def _png_words(words: Words) -> Mapping[str, object]:
    """
    Give the chunks that bear words in a PNG.
    """
    found: dict[str, object] = {}
    if words.xmp:
        chunks = PngImagePlugin.PngInfo()
        chunks.add_itxt(_XMP_IN_PNG, words.xmp.decode())
        found["pnginfo"] = chunks
    if exif := _exif(words):
        found["exif"] = exif
    return found


def _exif(words: Words) -> bytes:
    """
    Give an EXIF block of creator and copyright alone, or nothing.
    """
    exif = Image.Exif()
    if words.creator:
        exif[ExifTags.Base.Artist] = words.creator.encode()
    if words.copyright:
        exif[ExifTags.Base.Copyright] = words.copyright.encode()
    return exif.tobytes() if len(exif) else b""
