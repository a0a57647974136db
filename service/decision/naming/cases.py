"""
List the endings that names take in the case languages of the Union.

A word with one of these endings may be a name in another case: Polish "Anny Nowakowej",
Finnish "Virtasen", Hungarian "Eszternek", Greek "Papadopoulou".  Each table reads
"ending>ending of the first case", in the letters that `letters.py` leaves (ą is a).
Endings of plurals are left out, as are those of French, Dutch, German and English, which
`belief.py` knows, and of languages that leave names alone or write an apostrophe before
the ending.  Estonian and Irish are not there: what they change in a name cannot be told
from its ending.

Sources: Rada Języka Polskiego, advice on names (rjp.pan.pl); Internetová jazyková
příručka (prirucka.ujc.cas.cz); Pravidlá slovenského pravopisu (juls.savba.sk); Toporišič,
Slovenska slovnica; Hrvatski pravopis (pravopis.hr); Ambrazas, Lithuanian Grammar; Nau,
Latvian; Iso suomen kielioppi (scripta.kotus.fi/visk); A magyar helyesírás szabályai, 12th
edition; Holton and others, Greek: a comprehensive grammar; Gramatica limbii române.

"a>a" is a case that keeps the letter once accents fall away: Polish Kowalską.

To add a language: the endings of the singular, and words of captions that none of the
languages beside it has.
"""

_VOWELS = "aeiouy"
_DOUBLED = "bcdfgklmnprstvz"

_FINNISH_CASES = ("n", "lla", "lle", "lta", "ssa", "sta")
# Gradation: Matti, Matin.  Only a double consonant between vowels can be told.
_GRADATION = " ".join(
    f"{letter}{vowel}{case}>{letter}{letter}{vowel}"
    for letter in "kpt"
    for vowel in _VOWELS
    for case in _FINNISH_CASES
)
# "With": Eszter, Eszterrel; Balázs, Balázzsal.
_HUNGARIAN_WITH = " ".join(
    f"{letter}{letter}{vowel}l>{letter}" for letter in _DOUBLED for vowel in "ae"
)

_ENDINGS = {
    "pl": """
        y>a i>a ie>a e>a o>a u>a a>a ii>ia ej>a iej>a cie>ta rze>ra ce>ka dze>ga
        a> owi> em> iem> u> ie> ka>ek kowi>ek kiem>ek ku>ek la>el lowi>el lem>el
        iego>i iemu>i im>i ego>y emu>y ym>y rze>r cie>t
    """,
    "cs sk": """
        y>a e>a u>a o>a ou>a i>e ii>ie ej>a
        a> ovi> em> om> u> e> i> la>el lovi>el lem>el ka>ek kovi>ek kem>ek kom>ek
        eho>y emu>y ym>y ho> mu> m>
    """,
    "sl hr": """
        e>a i>a o>a u>a om>a oj>a in>a
        a> u> om> em> a>o u>o om>o
    """,
    "lt": """
        o>as ui>as a>as u>as ai>as io>is iui>is i>is iu>is aus>us ui>us u>us
        os>a ai>a oje>a es>e ei>e
    """,
    "lv": """
        a>s am>s u>s a>is im>is i>is um>us u>us as>a ai>a u>a es>e ei>e i>e
    """,
    "fi": f"""
        n> lla> lle> lta> ssa> sta> sen>nen sella>nen selle>nen selta>nen ssa>nen {_GRADATION}
    """,
    "hu": f"""
        nak> nek> val> vel> hoz> hez> bol> rol> tol> ban> ben> ra> re> ert> t> ot> et> at> e> ek>
        zzsal>zs zzsel>zs sszal>sz sszel>sz ccsal>cs ccsel>cs ggyal>gy ggyel>gy nnyal>ny
        nnyel>ny {_HUNGARIAN_WITH}
    """,
    "el": """
        oy>os ou>os o>os e>os i>is a>as as>a is>i oys>oy ous>ou oy>oy ou>ou
    """,
    "ro": """
        ei>a iei>ia ului> o>a
    """,
}
_ONLY_THE_LAST = ("fi", "hu", "ro")
"""In these one part of a whole name changes, in the others every part."""
_UNMISTAKABLE = {
    "fi": "lla lle lta ssa sen sella selle selta",
    "hu": "nak nek val vel hoz hez tol rol rrel rral zzsal zzsel",
}
"""Endings that no name has by itself, on the last word of a whole name: "Nagy Eszternek"."""

_WORDS = {
    "pl": """
        nasz nasza nasze naszego naszej dla przez oraz razem dzieci zdjecie zdjecia urodziny
        rysunek gratulacje dziekujemy wraz podczas dzis
    """,
    "cs sk": """
        jsme jsou dnes dneska deti nasi nasich trida tridy obrazek fotka fotky narozeniny dekujeme
        spolu triedy obrazok narodeniny dakujeme
    """,
    "sl hr": """
        smo danes otroci slika hvala danas djeca crtez risba rodjendan rodendan
    """,
    "lt": """
        musu vaikai vaiku siandien gimtadienis nuotrauka piesinys aciu kartu sveikiname
    """,
    "lv": """
        berni bernu sodien dzimsanas zimejums paldies apsveicam
    """,
    "fi": """
        tanaan lapset lasten kuva kuvat kuvassa kanssa syntymapaiva piirustus onnea meidan
    """,
    "hu": """
        egyutt gyerekek gyermekek kepe kepen rajza szuletesnap szuletesnapja szulinapja
        koszonjuk gratulalunk nagyon
    """,
    "el": """
        stin ston apo paidia zografia genethlia chronia
    """,
    "ro": """
        sunt copii copiii desenul impreuna felicitari multumim noastra nostri pentru aniversarea
    """,
}

_LANGUAGES = {language: 1 << place for place, language in enumerate(_ENDINGS)}
"""A bit for each, so that several are one number."""
EVERY_PART_CHANGES = sum(
    bit for language, bit in _LANGUAGES.items() if language not in _ONLY_THE_LAST
)


def _by_ending() -> dict[bytes, tuple[tuple[bytes, int], ...]]:
    table: dict[bytes, dict[bytes, int]] = {}
    for language, endings in _ENDINGS.items():
        for pair in endings.split():
            ending, _, first_case = pair.encode().partition(b">")
            known = table.setdefault(ending, {})
            known[first_case] = known.get(first_case, 0) | _LANGUAGES[language]
    return {ending: tuple(known.items()) for ending, known in table.items()}


FIRST_CASES = _by_ending()
"""Ending → what stands there in the first case, and in which languages."""
LONGEST_ENDING = max(map(len, FIRST_CASES))
UNMISTAKABLE = {
    ending.encode(): _LANGUAGES[language]
    for language, endings in _UNMISTAKABLE.items()
    for ending in endings.split()
}
TELLING_WORDS = {
    f" {word}".encode(): _LANGUAGES[language]
    for language, words in _WORDS.items()
    for word in words.split()
}
"""Words that show in which language a caption is."""
