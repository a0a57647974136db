"""
A decoded picture -> what its file says of itself.

XMP first, then IPTC-IIM, then EXIF: the same thing said again is not looked at.  Written
in the IPTC/PLUS names (domain section 3.2), and in the one that programs for private
photos use for faces.  Whatever is broken or hostile says nothing, and the picture is
read all the same.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from PIL import ExifTags, Image, TiffImagePlugin

from service.fingerprint import iim
from service.fingerprint.claims import (
    MOST,
    NO_CLAIMS,
    WHOLE,
    ClaimedRegion,
    Claims,
    names_in,
    printed,
    source_type_in,
)
from service.fingerprint.decode import Decoded, whatever_is_raised_is_nothing
from service.fingerprint.xmp import Property, properties_in

Properties = Mapping[str, tuple[Property, ...]]

_DC: Final = "http://purl.org/dc/elements/1.1/ "
_PHOTOSHOP: Final = "http://ns.adobe.com/photoshop/1.0/ "
_RIGHTS: Final = "http://ns.adobe.com/xap/1.0/rights/ "
_EXTENSION: Final = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/ "
_FACES: Final = "http://www.metadataworkinggroup.com/schemas/regions/ "
_IIM_BLOCK: Final = 0x0404
"""Among the resources that Photoshop keeps in a JPEG."""
_IIM_TAG: Final = 33723
_XMP_NAMES: Final = ("xmp", "XML:com.adobe.xmp")
_UPRIGHT: Final = 1


def claims_of(decoded: Decoded) -> Claims:
    """
    Read what the file of a picture says of itself; never raises.
    """
    found = [NO_CLAIMS]
    with whatever_is_raised_is_nothing():
        found.append(_claims(decoded.image, is_upright=decoded.orientation == _UPRIGHT))
    return found[-1]


def _claims(image: Image.Image, *, is_upright: bool) -> Claims:
    said = properties_in(_packet(image))
    older = iim.texts_in(_block(image))
    exif = _exif(image)
    creators = (printed(each) for each in _texts(said, f"{_DC}creator")[:MOST])
    return Claims(
        creator=_first(
            ", ".join(each for each in creators if each),
            *older.get(iim.CREATOR, ()),
            exif.get(ExifTags.Base.Artist, ""),
        ),
        credit_line=_first(*_line(said, f"{_PHOTOSHOP}Credit"), *older.get(iim.CREDIT, ())),
        copyright_notice=_first(
            *_line(said, f"{_DC}rights"),
            *older.get(iim.NOTICE, ()),
            exif.get(ExifTags.Base.Copyright, ""),
        ),
        usage_terms=_first(*_line(said, f"{_RIGHTS}UsageTerms")),
        event=_first(*_line(said, f"{_EXTENSION}Event"), *_texts(said, f"{_EXTENSION}EventId")),
        people=names_in(_people(said)),
        regions=_regions(said, is_upright=is_upright),
        source_type=source_type_in(_texts(said, f"{_EXTENSION}DigitalSourceType")),
    )


def _packet(image: Image.Image) -> bytes:
    """
    Give the XMP packet as it stands in the file.
    """
    for name in _XMP_NAMES:
        packet = image.info.get(name)
        if isinstance(packet, str):
            return packet.encode("utf-8", "ignore")
        if isinstance(packet, bytes):
            return packet
    return b""


def _block(image: Image.Image) -> bytes:
    """
    Give the block of IPTC-IIM.
    """
    resources = image.info.get("photoshop")
    block = resources.get(_IIM_BLOCK) if isinstance(resources, dict) else None
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        block = image.tag_v2.get(_IIM_TAG)
    return block if isinstance(block, bytes) else b""


def _exif(image: Image.Image) -> dict[int, str]:
    """
    Give the two texts of EXIF that say whose it is.
    """
    found: dict[int, str] = {}
    with whatever_is_raised_is_nothing():
        exif = image.getexif()
        for tag in (ExifTags.Base.Artist, ExifTags.Base.Copyright):
            value = exif.get(tag)
            if isinstance(value, str):
                found[tag] = _as_utf_8(value)
    return found


def _as_utf_8(text: str) -> str:
    """
    Read again what was taken for one letter an octet: most programs write UTF-8.
    """
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _first(*texts: str) -> str:
    """
    Give the first text in which something can be read.
    """
    return next((found for each in texts if (found := printed(each))), "")


def _texts(said: Properties, name: str) -> list[str]:
    return [text for each in said.get(name, ()) for text in each.texts]


def _line(said: Properties, name: str) -> list[str]:
    return [each.line for each in said.get(name, ())]


def _items(said: Properties, name: str) -> list[Property]:
    """
    Give the things of a list, or the one thing that stands there without one.
    """
    return [one for each in said.get(name, ()) for one in each.items or (each,)]


def _people(said: Properties) -> Iterable[str]:
    """
    Give the names of those who are seen, wherever they stand.
    """
    yield from _texts(said, f"{_EXTENSION}PersonInImage")
    for each in _items(said, f"{_EXTENSION}PersonInImageWDetails"):
        yield from _line(each.parts, f"{_EXTENSION}PersonName")
    for each in _items(said, f"{_EXTENSION}ImageRegion"):
        yield from _texts(each.parts, f"{_EXTENSION}PersonInImage")
    for regions in said.get(f"{_FACES}Regions", ()):
        for each in _items(regions.parts, f"{_FACES}RegionList"):
            if [kind.lower() for kind in _line(each.parts, f"{_FACES}Type")] in ([], ["face"]):
                yield from _line(each.parts, f"{_FACES}Name")


def _regions(said: Properties, *, is_upright: bool) -> tuple[ClaimedRegion, ...]:
    """
    Give the regions that the file marks and names.

    Where the picture is stored turned, programs differ in what left and top mean.
    """
    found = []
    for each in _items(said, f"{_EXTENSION}ImageRegion")[:MOST]:
        name = names_in(
            [
                *_line(each.parts, f"{_EXTENSION}Name"),
                *_texts(each.parts, f"{_EXTENSION}PersonInImage"),
            ]
        )
        if name:
            place = _rectangle(each.parts) if is_upright else None
            found.append(ClaimedRegion(name[0], place))
    return tuple(found)


def _rectangle(region: Properties) -> tuple[int, int, int, int] | None:
    """
    Give a rectangle in thousandths, if it is one that lies in the picture.
    """
    for each in region.get(f"{_EXTENSION}RegionBoundary", ()):
        shape, unit = (
            _first(*_line(each.parts, f"{_EXTENSION}{name}")) for name in ("rbShape", "rbUnit")
        )
        if (shape, unit) != ("rectangle", "relative"):
            continue
        with whatever_is_raised_is_nothing():
            left, top, width, height = (
                float(_first(*_line(each.parts, f"{_EXTENSION}{name}"))) * WHOLE
                for name in ("rbX", "rbY", "rbW", "rbH")
            )
            right, bottom = math.ceil(left + width), math.ceil(top + height)
            left, top = math.floor(left), math.floor(top)
            if 0 <= left < right <= WHOLE and 0 <= top < bottom <= WHOLE:
                return int(left), int(top), int(right - left), int(bottom - top)
    return None
