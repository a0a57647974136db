"""
What is written into a picture that goes out, word for word.
"""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from service.decision.photos import Rights
from service.decision.terms import Medium, RightsSource
from service.usecases.ports.developing import EmbeddedWords
from service.usecases.releases import embedding as names
from service.usecases.releases.embedding import Caption, words_of
from service.usecases.releases.sizes import OF_MEDIUM, OF_PLATFORM, UNCHANGED, size_for

OURS = Rights(
    RightsSource.OWN,
    creator="Zoë <Peeters> & fils",
    owner="Les Jacinthes",
    licence="own work",
    credit_line="© Les Jacinthes",
    licence_from_on=date(2026, 1, 1),
    licence_until_on=date(2027, 1, 1),
)
GOAT = Caption("Une chèvre & un enfant", "fr-BE")


def _read(words: EmbeddedWords) -> dict[str, list[str]]:
    """
    Give every property of a packet with its texts.
    """
    text = words.xmp.decode()
    assert text.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>')
    assert text.endswith('<?xpacket end="r"?>')
    meta = ET.fromstring(text.partition("?>")[2].rpartition("<?")[0])  # noqa: S314 -- ours
    (about,) = meta.findall(f"{{{names.RDF}}}RDF/{{{names.RDF}}}Description")
    return {each.tag: [part.text or "" for part in each.iter() if part.text] for each in about}


def _sets(iim: bytes) -> dict[tuple[int, int], bytes]:
    found = {}
    while iim:
        length = int.from_bytes(iim[3:5], "big")
        found[iim[1], iim[2]] = iim[5 : 5 + length]
        iim = iim[5 + length :]
    return found


def test_everything_that_may_be_said_is_said_and_nothing_else() -> None:
    plus = f"{{{names.PLUS}}}"
    value = names.PLUS_VALUE

    assert {
        f"{{{names.DC}}}creator": ["Zoë <Peeters> & fils"],
        f"{{{names.DC}}}rights": ["© Les Jacinthes"],
        f"{{{names.PHOTOSHOP}}}Credit": ["© Les Jacinthes"],
        f"{{{names.RIGHTS}}}Marked": ["True"],
        f"{{{names.RIGHTS}}}UsageTerms": ["own work"],
        f"{{{names.IPTC_CORE}}}AltTextAccessibility": ["Une chèvre & un enfant"] * 2,
        f"{plus}CreditLineRequired": [f"{value}CR-CAI"],
        f"{plus}LicenseStartDate": ["2026-01-01"],
        f"{plus}LicenseEndDate": ["2026-12-31"],
        f"{plus}ModelReleaseStatus": [f"{value}MR-LMR"],
        f"{plus}DataMining": [f"{value}DMI-PROHIBITED-AIMLTRAINING"],
    } == _read(words_of(OURS, GOAT, shows_people=True))


def test_a_picture_of_nobody_needs_no_release() -> None:
    words = words_of(None, Caption(), shows_people=False)

    assert {
        f"{{{names.PLUS}}}ModelReleaseStatus": [f"{names.PLUS_VALUE}MR-NAP"],
        f"{{{names.PLUS}}}DataMining": [f"{names.PLUS_VALUE}DMI-PROHIBITED-AIMLTRAINING"],
    } == _read(words)
    assert (b"", "", "") == (words.iim, words.creator, words.copyright)


@pytest.mark.parametrize("owner", ["Les Jacinthes", "© Les Jacinthes", ""])
def test_a_notice_has_one_sign(owner: str) -> None:
    rights = Rights(RightsSource.OWN, creator="Les Jacinthes", owner=owner)

    assert "© Les Jacinthes" == words_of(rights, Caption(), shows_people=True).copyright


def test_older_programs_read_whose_it_is_no_longer_than_they_can() -> None:
    long = Rights(RightsSource.OWN, creator="é" * 40, owner="x" * 200, credit_line="c" * 32)

    found = _sets(words_of(long, Caption(), shows_people=True).iim)

    assert {
        (1, 90): b"\x1b%G",
        (2, 80): ("é" * 16).encode(),
        (2, 110): b"c" * 32,
        (2, 116): ("© " + "x" * 125).encode()[:128],
    } == found


def test_the_language_of_the_text_stands_beside_it() -> None:
    xmp = words_of(None, GOAT, shows_people=True).xmp

    assert b'xml:lang="x-default"' in xmp
    assert b'xml:lang="fr-BE"' in xmp
    assert 1 == words_of(None, Caption("A goat"), shows_people=True).xmp.count(b"xml:lang")


@pytest.mark.parametrize(
    ("platform", "medium", "longest"),
    [
        ("facebook", Medium.SOCIAL, 2048),
        (" Instagram.com", Medium.SOCIAL, 1350),
        ("Twitter", Medium.SOCIAL, 2048),
        ("a platform of tomorrow", Medium.SOCIAL, 2048),
        ("", Medium.WEB, 1920),
        ("", Medium.PRINT, None),
        ("", Medium.PRESS, None),
    ],
)
def test_a_picture_is_as_large_as_the_channel_shows_it(
    platform: str, medium: Medium, longest: int | None
) -> None:
    assert longest == size_for(platform, medium).longest_px


def test_every_size_says_why() -> None:
    sizes = [*OF_PLATFORM.values(), *OF_MEDIUM.values(), UNCHANGED]

    assert all(each.reason and 80 <= each.quality <= 95 for each in sizes)
    assert all(name == name.lower() for name in OF_PLATFORM)
