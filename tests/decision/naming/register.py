"""
The people whom the captions of these tests are about, and how to ask for them.
"""

from service.decision.naming import Mention, NameEntry, NameIndex, find_mentions

BUTTERFLIES = frozenset({"butterflies"})
"""The unit of whoever writes the captions."""
BEARS = frozenset({"bears"})
"""Another unit of the same organisation."""


def entry(
    person_id: str,
    given: str,
    family: str,
    *aliases: str,
    units: frozenset[str] = BUTTERFLIES,
) -> NameEntry:
    """
    Register one name.
    """
    return NameEntry(person_id, given, family, aliases, units)


REGISTER = (
    entry("lea", "Léa", "Dupont", "Lulu"),
    entry("rose", "Rose", "D’Hondt"),
    entry("will", "Will", "De Smet"),
    entry("claire", "Claire", "Petit"),
    entry("aime", "Aimé", "N’Diaye"),
    entry("prune", "Prune", "Lambert"),
    entry("mai", "Mai", "Nguyễn"),
    entry("max", "Max", "Vogel"),
    entry("jan", "Jan", "van den Berghe"),
    entry("anna", "Anna", "Peeters"),
    entry("soren", "Søren", "Groß"),
    entry("zoe", "Zoë", "Ó Briain"),
    entry("bram", "Jean-Pierre Albert", "Maes", "Bram"),
    entry("tom", "Tom", "Martin"),
    entry("hugo", "Hugo", "Lefèvre", units=BEARS),
    entry("tom-bear", "Tom", "Renard", units=BEARS),
    entry("juergen", "Jürgen", "Müller", units=BEARS),
    entry("sophie", "Sophie", "Müller", units=BEARS),
    entry("ana", "Ana María", "García López", units=BEARS),
    entry("yves", "Yves", "de La Tour", units=BEARS),
    entry("marie", "Marie", "Dupont", units=BEARS),
    entry("lea-martin", "Léa", "Martin", units=BEARS),
    entry("lea-dubois-1", "Léa", "Dubois", units=BEARS),
    entry("lea-dubois-2", "Léa", "Dubois", units=BEARS),
)
INDEX = NameIndex.build(REGISTER)


def mentions(caption: str, own_units: frozenset[str] = BUTTERFLIES) -> tuple[Mention, ...]:
    """
    Find who is named in *caption*.
    """
    return find_mentions(caption, INDEX, own_units)


def named(caption: str, own_units: frozenset[str] = BUTTERFLIES) -> str:
    """
    Say who is named in *caption*, as in "Léa: lea; Tom: tom".
    """
    return said(mentions(caption, own_units))


def said(found: tuple[Mention, ...]) -> str:
    """
    Write mentions as "text: people", homonyms with a bar between them.
    """
    return "; ".join(f"{each.text}: {'|'.join(sorted(each.person_ids))}" for each in found)
