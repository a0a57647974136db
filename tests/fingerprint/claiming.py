"""
Files that say something of themselves, written as other programs write them.
"""

import struct
from typing import Final
from xml.sax.saxutils import escape

from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from tests.fingerprint.drawing import draw_scene, encode

VOCABULARY: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"
XMP_KINDS: Final = ("JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF")
"""The kinds of file that Pillow writes a packet into, but for PNG, where we do."""
_SPACES: Final = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "mwg-rs": "http://www.metadataworkinggroup.com/schemas/regions/",
}


def packet(body: str, *, before: str = "", attributes: str = "") -> bytes:
    """
    Give an XMP packet around properties.
    """
    spaces = " ".join(f"xmlns:{prefix}='{space}'" for prefix, space in _SPACES.items())
    text = (
        f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{before}'
        f"<x:xmpmeta {spaces}><rdf:RDF><rdf:Description rdf:about='' {attributes}>{body}"
        "</rdf:Description></rdf:RDF></x:xmpmeta>" + " " * 2000 + '<?xpacket end="w"?>'
    )
    return text.encode()


def bag(name: str, *items: str, kind: str = "Bag") -> str:
    """
    Give a property with several texts.
    """
    inner = "".join(f"<rdf:li>{escape(each)}</rdf:li>" for each in items)
    return f"<{name}><rdf:{kind}>{inner}</rdf:{kind}></{name}>"


def in_languages(name: str, **texts: str) -> str:
    """
    Give a text in several languages; `x_default` stands for all.
    """
    inner = "".join(
        f"<rdf:li xml:lang='{code.replace('_', '-')}'>{escape(text)}</rdf:li>"
        for code, text in texts.items()
    )
    return f"<{name}><rdf:Alt>{inner}</rdf:Alt></{name}>"


def plain(name: str, text: str) -> str:
    """
    Give a property with one text.
    """
    return f"<{name}>{escape(text)}</{name}>"


def region(name: str, *corner: str, unit: str = "relative") -> str:
    """
    Give one marked region, at left, top, width and height.
    """
    sides = "".join(
        plain(f"Iptc4xmpExt:{each}", value)
        for each, value in zip(("rbX", "rbY", "rbW", "rbH"), corner, strict=True)
    )
    return (
        "<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'>"
        "<Iptc4xmpExt:RegionBoundary rdf:parseType='Resource'>"
        f"{plain('Iptc4xmpExt:rbShape', 'rectangle')}{plain('Iptc4xmpExt:rbUnit', unit)}{sides}"
        f"</Iptc4xmpExt:RegionBoundary>{in_languages('Iptc4xmpExt:Name', x_default=name)}"
        "</rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>"
    )


def source(code: str) -> str:
    """
    Say of which kind of source it is.
    """
    return plain("Iptc4xmpExt:DigitalSourceType", f"{VOCABULARY}{code}")


def iim(*sets: tuple[int, int, bytes]) -> bytes:
    """
    Give a block of IPTC-IIM.
    """
    return b"".join(
        bytes((0x1C, record, number)) + len(octets).to_bytes(2, "big") + octets
        for record, number, octets in sets
    )


def saying(kind: str = "JPEG", xmp: bytes = b"", *, seed: int = 1, **options: object) -> bytes:
    """
    Give a small picture whose file says something.
    """
    image = draw_scene(seed, (64, 48))
    if kind == "PNG":
        texts = PngInfo()
        texts.add_itxt("XML:com.adobe.xmp", xmp.decode())
        return encode(image, kind, pnginfo=texts, **options)
    if kind == "TIFF":
        return encode(image, kind, tiffinfo={700: xmp}, **options)
    return encode(image, kind, **({"xmp": xmp} if xmp else {}), **options)


def tiff_with_iim(block: bytes) -> bytes:
    """
    Give a TIFF with a block of IPTC-IIM in its tag.
    """
    return encode(draw_scene(1, (64, 48)), "TIFF", tiffinfo={33723: block})


def with_iim(jpeg: bytes, block: bytes) -> bytes:
    """
    Put a block of IPTC-IIM into a JPEG, as Photoshop does.
    """
    padded = block + bytes(len(block) % 2)
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + padded
    body = b"Photoshop 3.0\0" + resource
    segment = b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body
    return jpeg[:2] + segment + jpeg[2:]


def with_xmp(jpeg: bytes, xmp: bytes) -> bytes:
    """
    Put an XMP packet into a JPEG.
    """
    body = b"http://ns.adobe.com/xap/1.0/\0" + xmp
    return jpeg[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + jpeg[2:]


def exif(artist: str, copyright_notice: str) -> bytes:
    """
    Give what a camera writes that knows whose it is.
    """
    found = Image.Exif()
    found[ExifTags.Base.Artist] = artist
    found[ExifTags.Base.Copyright] = copyright_notice
    return found.tobytes()
