"""
Write the words that go out with a picture.

As XMP, and as what older programs read.

Whose the picture is, how to name them, what it shows for who cannot see it, and that
releases are limited (domain section 3.2).  Never who is shown, where, or that somebody
is a minor.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from xml.etree import ElementTree as ET

from service.decision.photos import Rights
from service.usecases.ports.developing import EmbeddedWords
from service.usecases.releases.statements import licence_page_of, notice_of

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC: Final = "http://purl.org/dc/elements/1.1/"
PHOTOSHOP: Final = "http://ns.adobe.com/photoshop/1.0/"
RIGHTS: Final = "http://ns.adobe.com/xap/1.0/rights/"
PLUS: Final = "http://ns.useplus.org/ldf/xmp/1.0/"
PLUS_VALUE: Final = "http://ns.useplus.org/ldf/vocab/"
IPTC_CORE: Final = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
META: Final = "adobe:ns:meta/"
_PREFIXES: Final = {
    "rdf": RDF,
    "dc": DC,
    "photoshop": PHOTOSHOP,
    "xmpRights": RIGHTS,
    "plus": PLUS,
    "Iptc4xmpCore": IPTC_CORE,
    "x": META,
}
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_DEFAULT: Final = "x-default"
_PACKET: Final = (
    b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    b'<?xpacket end="r"?>',
)
_UTF_8: Final = b"\x1b%G"
"""How IIM says that its texts are UTF-8 (dataset 1:90)."""
_IIM: Final = {"creator": (2, 80, 32), "credit": (2, 110, 32), "notice": (2, 116, 128)}
"""Record, dataset and the most octets of each (IPTC-IIM 4.2)."""


@dataclass(frozen=True, slots=True)
class Caption:
    """
    What a picture shows, for who cannot see it, and in which language.
    """

    text: str = ""
    language: str = ""


def words_of(rights: Rights | None, caption: Caption, *, shows_people: bool) -> EmbeddedWords:
    """
    Give the words to embed.
    """
    known = rights
    notice = notice_of(known)
    return EmbeddedWords(
        xmp=_packet(known, notice, caption, shows_people=shows_people),
        iim=_iim(
            creator=known.creator if known else "",
            credit=known.credit_line if known else "",
            notice=notice,
        ),
        creator=known.creator if known else "",
        copyright=notice,
    )


def _packet(rights: Rights | None, notice: str, caption: Caption, *, shows_people: bool) -> bytes:
    """
    Write the XMP packet.
    """
    for prefix, namespace in _PREFIXES.items():
        ET.register_namespace(prefix, namespace)
    meta = ET.Element(f"{{{META}}}xmpmeta")
    about = ET.SubElement(
        ET.SubElement(meta, f"{{{RDF}}}RDF"), f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""}
    )
    if rights is not None:
        _rights(about, rights)
    if notice:
        _in_languages(about, f"{{{DC}}}rights", notice)
        _plain(about, f"{{{RIGHTS}}}Marked", "True")
    if caption.text:
        _in_languages(about, f"{{{IPTC_CORE}}}AltTextAccessibility", caption.text, caption.language)
    _plus(about, "ModelReleaseStatus", "MR-LMR" if shows_people else "MR-NAP")
    _plus(about, "DataMining", "DMI-PROHIBITED-AIMLTRAINING")
    before, after = _PACKET
    packet: bytes = ET.tostring(meta, encoding="utf-8")
    return before + packet + after


def _rights(about: ET.Element, rights: Rights) -> None:
    """
    Write whose it is and under what terms.
    """
    if rights.creator:
        several = ET.SubElement(ET.SubElement(about, f"{{{DC}}}creator"), f"{{{RDF}}}Seq")
        _plain(several, f"{{{RDF}}}li", rights.creator)
    if rights.credit_line:
        _plain(about, f"{{{PHOTOSHOP}}}Credit", rights.credit_line)
        _plus(about, "CreditLineRequired", "CR-CAI")
    if rights.licence:
        _in_languages(about, f"{{{RIGHTS}}}UsageTerms", rights.licence)
    if licence_page := licence_page_of(rights):
        _plain(about, f"{{{RIGHTS}}}WebStatement", licence_page)
    if rights.licence_from_on is not None:
        _plain(about, f"{{{PLUS}}}LicenseStartDate", rights.licence_from_on.isoformat())
    if rights.licence_until_on is not None and rights.licence_until_on > date.min:
        # Ours is the first day without a licence, theirs the last one with it.
        last_on = rights.licence_until_on - timedelta(days=1)
        _plain(about, f"{{{PLUS}}}LicenseEndDate", last_on.isoformat())


def _plain(parent: ET.Element, name: str, value: str) -> None:
    ET.SubElement(parent, name).text = value


def _plus(parent: ET.Element, name: str, code: str) -> None:
    _plain(parent, f"{{{PLUS}}}{name}", f"{PLUS_VALUE}{code}")


def _in_languages(parent: ET.Element, name: str, value: str, language: str = "") -> None:
    """
    Write a text that might be there in several languages.
    """
    several = ET.SubElement(ET.SubElement(parent, name), f"{{{RDF}}}Alt")
    for each in dict.fromkeys((_DEFAULT, language)):
        if each:
            ET.SubElement(several, f"{{{RDF}}}li", {_LANGUAGE: each}).text = value


def _iim(**texts: str) -> bytes:
    """
    Write what programs read that know no XMP, as long as it may be there.
    """
    written = b""
    for name, text in texts.items():
        record, number, longest = _IIM[name]
        octets = text.encode()[:longest].decode("utf-8", "ignore").encode()
        if octets:
            written += _dataset(record, number, octets)
    return _dataset(1, 90, _UTF_8) + written if written else b""


def _dataset(record: int, number: int, octets: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(octets).to_bytes(2, "big") + octets
