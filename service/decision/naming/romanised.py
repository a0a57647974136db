"""
Write Cyrillic and Greek names in Latin letters, as papers do.

One person is Yuliya on a residence card, Iuliia in a passport, Julija on a class list in
Germany and Ioulia in France.  Captions are read letter by letter (`letters.py`); a
registered name is also written by each of these schemes.

Sources: ICAO Doc 9303-3, section 6 (passports); BGN/PCGN 1947 for Russian, without its
apostrophes, and what English newspapers make of it; ISO 9:1968 without accents; Duden,
transcription of Russian; French usage as for visas before 2010; resolution 55 of the
cabinet of Ukraine (2010); the Bulgarian law of transliteration (2009); ELOT 743 (Greek
passports) and English usage for Greek.

Arabic and Hebrew leave out vowels, and no table brings them back: how somebody is written
in Latin letters there is an alias.
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]")
_TONOS = "\u0301"

_CYRILLIC = """
    а>a б>b в>v г>g д>d е>e ё>e ж>zh з>z и>i й>i к>k л>l м>m н>n о>o п>p р>r с>s т>t у>u ф>f
    х>kh ц>ts ч>ch ш>sh щ>shch ъ>ie ы>y ь> э>e ю>iu я>ia є>ie і>i ї>i ґ>g ў>u
    ђ>dj ј>j љ>lj њ>nj ћ>c џ>dz ѓ>gj ќ>kj ѕ>dz
"""
_IN_CYRILLIC = {
    "passport": "",
    "passport, beginnings as in Ukraine": "^ю>yu ^я>ya ^й>y",
    "English": "^е>ye ё>yo ^ё>yo й>y ий>y ый>y ъ> ю>yu я>ya ия>ia є>ye ї>yi ^й>y",
    "English, plain": "ё>yo й>y ий>iy ый>yy ъ> ю>yu я>ya є>ye ї>yi",
    "with vowels before j": "^е>ye й>y ий>iy ъ> ю>yu я>ya",
    "scholarly": "ж>z й>j х>h ц>c ч>c ш>s щ>sc ъ> ю>ju я>ja є>je ї>ji",
    "first names": "ё>jo ж>zh й>j ий>i ия>ia ъ> ю>ju я>ja",
    "German": """
        в>w ^е>je ё>jo ж>sch з>s й>i ий>i х>ch ц>z ч>tsch ш>sch щ>schtsch ъ> ю>ju я>ja
        є>je ї>ji
    """,
    "German, mixed": "ё>jo й>j ий>ij х>ch ц>z ч>tsch ш>sch щ>schtsch ъ> ю>ju я>ja ^е>je",
    "French": """
        у>ou ге>gue ги>gui ё>io ж>j ий>i ц>ts ч>tch ш>ch щ>chtch ъ> ю>iou я>ia
        ия>ia
    """,
    "French, ё as e": """
        у>ou ге>gue ги>gui ж>j ий>i ц>ts ч>tch ш>ch щ>chtch ъ> ю>iou я>ia ия>ia
    """,
    "Ukrainian": "г>h зг>zgh и>y й>i ^й>y ^є>ye ^ї>yi ^ю>yu ^я>ya",
    "Bulgarian": "й>y х>h щ>sht ъ>a ь>y ю>yu я>ya ия>ia",
}
_GREEK = """
    α>a β>v γ>g δ>d ε>e ζ>z η>i θ>th ι>i κ>k λ>l μ>m ν>n ξ>x ο>o π>p ρ>r σ>s ς>s τ>t υ>y φ>f
    χ>ch ψ>ps ω>o ϊ>i ϋ>y ου>ou γγ>ng γξ>nx γχ>nch ^μπ>b αυ>av ευ>ev ηυ>iv
    αυθ>afth αυκ>afk αυξ>afx αυπ>afp αυσ>afs αυτ>aft αυφ>aff αυχ>afch αυψ>afps
    ευθ>efth ευκ>efk ευξ>efx ευπ>efp ευσ>efs ευτ>eft ευφ>eff ευχ>efch ευψ>efps
"""
_IN_GREEK = {
    "passport": "",
    "everyday": "^ντ>d ^γκ>g μπ>b ^γι>yi χ>h",
    "English": "φ>ph ευ>eu αυ>au ^ντ>d ^γκ>g ^γι>y",
}

_VOWELS = "аеёиоуыэюяєіїъьαεηιουω"


class _Scheme:
    """
    Write a word by one table: the longest rule wins, `^` is for beginnings.
    """

    def __init__(self, usual: str, own: str) -> None:
        """
        Take rules for every scheme of a script, and this one's own.
        """
        rules = dict(each.split(">") for each in f"{usual} {own}".split())
        self._first = {each[1:]: rules.pop(each) for each in list(rules) if each[0] == "^"}
        self._rules = rules
        begun = _one_of(self._first) or "(?!)"
        # German and English write another letter after a vowel, too.
        after = rf"(?<=[{_VOWELS}])(?:[её])" if self._first.keys() & {"е"} else "(?!)"
        self._at_first = re.compile(rf"(?<![^\W\d_])(?:{begun})|{after}")
        self._anywhere = re.compile(_one_of(rules))

    def __call__(self, text: str) -> str:
        """
        Give *text*, in lower case, in Latin letters.
        """
        begun = self._at_first.sub(self._begin, text)
        return self._anywhere.sub(lambda each: self._rules[each[0]], begun)

    def _begin(self, found: re.Match[str]) -> str:
        return self._first.get(found[0]) or self._rules[found[0]]


def _one_of(letters: dict[str, str]) -> str:
    return "|".join(sorted(letters, key=len, reverse=True))


_SCHEMES = (
    *(_Scheme(_CYRILLIC, own) for own in _IN_CYRILLIC.values()),
    *(_Scheme(_GREEK, own) for own in _IN_GREEK.values()),
)


def romanised(text: str) -> Iterator[str]:
    """
    Give *text* in Latin letters by every scheme; nothing if it is in them.
    """
    if _OTHER_SCRIPT.search(text):
        # й and ϊ are letters of their own, a stress is not.
        bare = normalize("NFD", text.lower()).replace(_TONOS, "")
        yield from dict.fromkeys(scheme(normalize("NFC", bare)) for scheme in _SCHEMES)
