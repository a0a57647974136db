"""
Small whole files of every kind, to be cut and bent.
"""

from typing import Final

from tests.fingerprint.drawing import draw_scene, encode

_TINY: Final = draw_scene(11, (40, 30))

SMALL_FILES: Final = {
    "jpeg": encode(_TINY, "JPEG", quality=70),
    "jpeg progressive": encode(_TINY, "JPEG", quality=70, progressive=True),
    "jpeg cmyk": encode(_TINY.convert("CMYK"), "JPEG", quality=50),
    "png": encode(_TINY.quantize(16), "PNG"),
    "png animated": encode(
        _TINY.quantize(8), "PNG", save_all=True, append_images=[_TINY.rotate(9).quantize(8)]
    ),
    "webp": encode(_TINY, "WEBP", quality=50),
    "webp lossless": encode(_TINY.quantize(8).convert("RGB"), "WEBP", lossless=True),
    "webp animated": encode(_TINY, "WEBP", save_all=True, append_images=[_TINY.rotate(9)]),
    "heif": encode(_TINY, "HEIF", quality=30),
    "avif": encode(_TINY, "AVIF", quality=40, speed=10),
    "tiff": encode(_TINY.convert("L"), "TIFF"),
    "tiff lzw": encode(_TINY.quantize(16), "TIFF", compression="tiff_lzw"),
    "gif": encode(_TINY.quantize(16), "GIF"),
    "gif animated": encode(
        _TINY.quantize(8), "GIF", save_all=True, append_images=[_TINY.rotate(9).quantize(8)]
    ),
    "bmp": encode(_TINY.quantize(16), "BMP"),
}
