"""
Names behind hashtags, handles, other alphabets, invisible characters and pictures.
"""

import unicodedata

import pytest

from tests.decision.naming.register import BEARS, mentions, named

COMPOUNDS = {
    "#LéaDupont": "LéaDupont: lea",
    "#leadupont": "leadupont: lea",
    "#LEADUPONT": "LEADUPONT: lea",
    "#dupontlea2019": "dupontlea: lea",
    "#lea_dupont": "lea_dupont: lea",
    "#Léa #Dupont": "Léa #Dupont: lea",
    "@lea.dupont": "lea.dupont: lea",
    "@leadupont_": "leadupont: lea",
    "@ldupont": "ldupont: lea",
    "@lea.d": "lea.d: lea|lea-dubois-1|lea-dubois-2",
    "#TeamLéa": "Léa: lea",
    "#teamlea": "lea: lea",
    "#TEAMLEA": "LEA: lea",
    "#merciAnnaEtTom": "Anna: anna; Tom: tom",
    "#forza_lulu": "lulu: lea",
    "#bravoleadupontchampionne": "leadupont: lea",
    "#hugolefevre #sophiemuller": "hugolefevre: hugo; sophiemuller: sophie",
    "#janvandenberghe": "janvandenberghe: jan",
    "#JanVanDenBerghe": "JanVanDenBerghe: jan",
    "leadupont@school.example": "leadupont: lea",
    "www.example.org/leadupont": "leadupont: lea",
    "LéaDupont souffle, TomMartin rit": "LéaDupont: lea; TomMartin: tom",
    "#annaniversaire": "",
    "#peetersfamilie": "peetersfamilie: anna",
    "#rose #will #prune": "",
    "#Rose": "Rose: rose",
    "#teamrose": "",
    "#TeamRose": "Rose: rose",
    "#merciRose": "Rose: rose",
    "hier avecLéa": "Léa: lea",
    "#leadership #tomate #maximum": "",
    "#sport @sport": "",
    "#hugo #teamhugo": "",
    "leadupont": "leadupont: lea",
}
CHARACTERS = {
    "fullwidth letters": "\uff2c\u00e9\uff41\u3000\uff24\uff55\uff50\uff4f\uff4e\uff54",
    "mathematical letters": "\U0001d40b\U0001d41e\U0001d41a "
    "\U0001d46b\U0001d496\U0001d491\U0001d490\U0001d48f\U0001d495",
    "letters in circles": "Ⓛⓔⓐ Ⓓⓤⓟⓞⓝⓣ",
    "Cyrillic look-alikes": "L\u0435\u0430 Du\u0440\u043ent",
    "Greek look-alikes": "L\u03ad\u03b1 Dup\u03bfnt",
    "a zero-width space inside": "L\u200béa Du\u200bpont",
    "a zero-width space between": "Léa\u200bDupont",
    "zero-width joiners": "L\u200d\u00e9\u200ca Dup\u2060ont",
    "soft hyphens": "Lé\u00ada Du\u00adpont",
    "bidi marks": "\u202aLéa\u202c \u2067Dupont\u2069",
    "decomposed accents": unicodedata.normalize("NFD", "Léa Dupont"),
    "two accents": "L\u00e9\u0301a Dupont",
    "a picture between": "Léa 🎉👨\u200d👩\u200d👧 Dupont",
    "a flag before": "🇧🇪Léa Dupont🇧🇪",
    "a line break": "Léa\r\n\tDupont",
    "a hyphen at the line end": "Léa Du-\npont",
    "hyphens": "Léa-Dupont",
    "underscores": "léa_dupont",
    "no-break spaces": "Léa\u00a0\u202fDupont",
    "a dash and quotes": "«Léa» – “Dupont”",
    "small capitals": "ʟéᴀ ᴅᴜᴘᴏɴᴛ",
    "brackets": "Léa (Dupont)",
}


@pytest.mark.parametrize(("caption", "expected"), COMPOUNDS.items())
def test_words_written_as_one_name_these_people(caption: str, expected: str) -> None:
    assert expected == named(caption)


@pytest.mark.parametrize("disguise", CHARACTERS.values(), ids=CHARACTERS.keys())
def test_lea_is_found_behind_every_disguise(disguise: str) -> None:
    caption = f"Bravo {disguise} !"

    (found,) = mentions(caption)

    assert {"lea"} == found.person_ids
    assert caption[found.start : found.end] == found.text
    around = caption[: found.start] + caption[found.end :]
    assert "Bravo" == "".join(filter(str.isalpha, around))


def test_bears_find_their_own_hugo_in_a_hashtag() -> None:
    assert "hugo: hugo; hugo: hugo" == named("#hugo #teamhugo", BEARS)


def test_a_text_of_cyrillic_letters_is_read_by_sound_too() -> None:
    assert "Анна Петерс" not in named("Анна Петерс")
    assert "Анна: anna" == named("Анна и Петр")


def test_a_letter_on_a_coloured_square_parts_words() -> None:
    assert "Léa Dupont: lea" == named("🅱️Léa Dupont")


@pytest.mark.parametrize("nothing", ["", " ", "🎉", "\u200b", "...", "42", "\u0301", "\ud800"])
def test_a_caption_without_letters_names_nobody(nothing: str) -> None:
    assert "" == named(nothing)


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Bravo L&eacute;a Dupont !", "L&eacute;a Dupont: lea"),
        ("Bravo L&#233;a&nbsp;Dupont", "L&#233;a&nbsp;Dupont: lea"),
        ("Bravo l&#xE9;a", "l&#xE9;a: lea"),
        ("J&uuml;rgen M&uuml;ller", "J&uuml;rgen M&uuml;ller: juergen"),
        ("Juergen M&uuml;ller", "Juergen M&uuml;ller: juergen"),
        ("Anna &amp; Tom", "Anna: anna; Tom: tom"),
        ("Anna&hellip; &lt;b&gt;Tom&lt;/b&gt;", "Anna: anna; Tom: tom"),
        ("R&D; AT&T; Anna", "Anna: anna"),
        ("&#0; &#xD800; &eacut; Anna", "Anna: anna"),
    ],
)
def test_letters_as_html_writes_them_are_letters(caption: str, expected: str) -> None:
    assert expected == named(caption)
