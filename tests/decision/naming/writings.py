"""
The ways in which a registered name gets written, and what stands around it.
"""

import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

from service.decision.naming import NameEntry
from tests.decision.naming.register import BEARS, BUTTERFLIES, REGISTER, entry

GIVEN = (
    "Léa", "Zoé", "Hugo", "Jean-Pierre", "Anne Sophie", "Björn", "Jürgen", "Søren", "Łukasz",
    "Rose", "Will", "Aimé", "Max", "Inès", "Noël", "Šárka", "İpek", "Mary Jane", "Ольга", "Ελένη",
)  # fmt: skip
FAMILY = (
    "Dupont", "D’Hondt", "van den Berghe", "De Smet", "Müller", "Groß", "O'Neill", "Le Goff",
    "García-López", "N'Diaye", "Żółkiewski", "Petit", "Young", "de la Tour", "McDonald", "Ångström",
    "Лебедев", "Papadópoulos", "Saint-Exupéry", "Ten Hove",
)  # fmt: skip
FILLER = (
    "hier nous avons joué", "après-midi", "dans la cour", "c’est", "wij gingen", "naar zee", "zon",
    "heute haben wir", "schön", "gespielt", "übrigens", "we had fun", "at the fair", "2024", "5e",
    "🎉", "🐐", "…", "!", "(", ")", "\n", "—", "«", "»", "ça va", "œuf", "größer", "niño",
)  # fmt: skip

Writing = Callable[[NameEntry], str]


def _plain(text: str) -> str:
    marked = unicodedata.normalize("NFD", text)
    return "".join(each for each in marked if unicodedata.category(each) != "Mn")


def _glued(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _parts(each: NameEntry) -> str:
    return f"{each.given} {each.family}"


def _wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and c.isalpha() else c for c in text)


WHOLE: dict[str, Writing] = {
    "as registered": _parts,
    "family name first": lambda each: f"{each.family} {each.given}",
    "with a comma": lambda each: f"{each.family}, {each.given}",
    "family name in capitals": lambda each: f"{each.family.upper()} {each.given}",
    "lower case": lambda each: _parts(each).lower(),
    "upper case": lambda each: _parts(each).upper(),
    "without accents": lambda each: _plain(_parts(each)),
    "decomposed": lambda each: unicodedata.normalize("NFD", _parts(each)),
    "hyphens": lambda each: _parts(each).replace(" ", "-"),
    "underscores": lambda each: _parts(each).replace(" ", "_"),
    "line breaks": lambda each: _parts(each).replace(" ", "\n"),
    "no hyphens": lambda each: _parts(each).replace("-", " "),
    "no apostrophes": lambda each: _parts(each).replace("’", "").replace("'", ""),
    "another apostrophe": lambda each: _parts(each).replace("’", "'"),
    "a picture between": lambda each: f"{each.given} 🎉 {each.family}",
    "fullwidth": lambda each: _wide(_parts(each)),
    "zero-width inside": lambda each: "\u200b".join(_parts(each)),
    "genitive": lambda each: f"{_parts(each)}s",
    "possessive": lambda each: f"{_parts(each)}’s",
    "a middle initial": lambda each: f"{each.given} X. {each.family}",
    "hashtag": lambda each: f"#{_glued(each.given)}{_glued(each.family)}",
    "lower-case hashtag": lambda each: f"#{_glued(_parts(each)).lower()}",
    "handle": lambda each: f"@{_glued(each.given)}.{_glued(each.family)}".lower(),
    "initial first": lambda each: f"{each.given[0]}. {each.family}",
    "initial last": lambda each: f"{each.given} {each.family[0].upper()}.",
}
SHORT: dict[str, Writing] = {
    "given name": lambda each: each.given,
    "family name": lambda each: each.family.title(),
    "capitals": lambda each: each.given.upper(),
    "possessive": lambda each: f"{each.given}'s",
    "genitive": lambda each: f"{each.given}s",
    "initials": lambda each: f"{each.given[0]}.{each.family[0].upper()}.",
    "alias": lambda each: each.aliases[0],
    "alias in lower case": lambda each: each.aliases[0].lower(),
    "camel hashtag": lambda each: f"#Team{_glued(each.given)}",
}

people = st.builds(
    lambda given, family, units: entry("wanted", given, family, "Zouzou", units=units),
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
    st.sampled_from((BUTTERFLIES, BEARS)),
)
own_people = people.filter(lambda each: each.unit_ids == BUTTERFLIES)
fillers = st.lists(st.sampled_from(FILLER), max_size=6).map(" ".join)
_written = st.builds(
    lambda entry, way: {**WHOLE, **SHORT}[way](entry),
    st.sampled_from(REGISTER).filter(lambda each: bool(each.aliases)) | people,
    st.sampled_from(sorted(WHOLE.keys() | SHORT.keys())),
)
captions = st.lists(
    _written
    | fillers
    | st.text(max_size=8)
    | st.sampled_from((", ", " ", "#", "@", ".", "\u200b")),
    max_size=10,
).map("".join)
"""Names written in every way, between and beside anything."""
