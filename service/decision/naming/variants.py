"""
Write a name as other hands, towns and countries write it.

Only what is written both ways of one and the same family: a registry has Nijs and the
caption Nys.  Names that merely sound alike (Mohamed, Mohammed) are for aliases.
"""

import re
from collections.abc import Iterator

Words = tuple[str, ...]

_MAY_VARY = re.compile(r"ij|[a-z]y|\b(?:v[ao]n |ma?c)")
_ALONE = re.compile(r"(?<=[b-df-hj-np-tu-xz])y(?=[b-df-hj-np-tv-xz])")
"""A y that may be an ij: Nys and De Bruyn, not Young or Mary."""
_SON = re.compile(r"ma?c(?=[a-z]{4})|mc(?=[a-z]{3})")
_SONS = ("mac", "mc")
_OF_THE = frozenset(("de", "den", "der", "dem"))
_OF = frozenset(("van", "von"))
_A_RING = str.maketrans({"å": "aa", "Å": "Aa"})


def with_double_a(text: str) -> str:
    """
    Write å as aa, and leave ø to fall away: Odegaard.
    """
    return text.translate(_A_RING)


def variants(words: Words) -> Iterator[Words]:
    """
    Give every other way of writing *words*.
    """
    if not _MAY_VARY.search(" ".join(words)):
        return
    for other in (_with_y(words), _with_ij(words)):
        if other != words:
            yield other
    yield from _abbreviated(words)
    yield from _of_sons(words)


def _with_y(words: Words) -> Words:
    return tuple(word.replace("ij", "y") for word in words)


def _with_ij(words: Words) -> Words:
    return tuple(_ALONE.sub("ij", word) for word in words)


def _abbreviated(words: Words) -> Iterator[Words]:
    """
    Write v. Dijk, v.d. Berg and vd Berg.
    """
    if len(words) == 1 or words[0] not in _OF:
        return
    if len(words) > len(("van", "den")) and words[1] in _OF_THE:
        yield ("v", "d", *words[2:])
        yield ("vd", *words[2:])
    else:
        yield ("v", *words[1:])


def _of_sons(words: Words) -> Iterator[Words]:
    """
    Write MacDonald, McDonald, Mc Donald and Mac Donald for one another.
    """
    for place, word in enumerate(words):
        begun = _SON.match(word)
        if begun:
            rest: Words = (word[begun.end() :], *words[place + 1 :])
        elif word in _SONS and place + 1 < len(words):
            rest = words[place + 1 :]
        else:
            continue
        for son in _SONS:
            yield (*words[:place], son, *rest)
            yield (*words[:place], son + rest[0], *rest[1:])
