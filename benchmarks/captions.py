"""
Measure finding 100,000 registered names in captions of 2,000 characters.

The rival is the least that any program must do: `casefold` of the text and one
pass of the same Aho-Corasick library over the plain names, which finds neither
accents left out nor any other way of writing.
"""

import gc
import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import ahocorasick
from ahocorasick_rs import AhoCorasick, Implementation

from benchmarks.ratio import Ratio, table
from service.decision.naming import NameEntry, NameIndex, find_mentions

NAMES, PER_UNIT, CHARACTERS = 100_000, 50, 2_000
AT_MOST = 5.0
MANY = 50
ROUNDS = 200
PAGE_BYTES = 4096

_GIVEN_NAMES = """
Léa Emma Louise Alice Chloé Inès Jade Manon Camille Sarah Zoé Juliette Rose Claire Aimé Hugo Jules
Lucas Gabriel Arthur Nathan Tom Théo Noé Mohamed Yassine Amina Fatima Lotte Sanne Daan Sem Bram
Femke Jürgen Björn Günther Anke Heike Søren Zoë Maël Raphaël Anaïs Noël Will Max Grace Jean-Pierre
Marie-Lou Anne-Sophie Jan-Willem Ana François Élodie Céline Loïc Agnès Hélène Mathéo Nour Ibrahim
"""
_FAMILY_NAMES = """
Dupont Martin Petit Grand Lambert Dubois Leroy Moreau Janssens Peeters Maes Jacobs Mertens Claes
Müller Schmidt Schneider Weber König Braun Young Baker Hill Smith García Lopez Nguyen Diallo Traoré
Benali Y\u0131lmaz Kowalski Novák Lefèvre Gérard Noël Rousseau Boulanger Renard Bauer Vogel Sommer
"""
_BEFORE = ("",) * 30 + ("De ", "Van ", "Van den ", "Le ", "D'", "El ", "de la ")
_STEMS = (
    "ba ber bou cor dan del du fa for gar ger ha ker la lam ler mar mon na pol ra ro sau ver wil"
)
_ENDS = "t rt ns el er ard eau in ier ot ens sen mans aux and ois ey i a o ez ski"

_PLAIN = (
    "What a day at the farm with all the children of the group! We saw sheep, goats and two very "
    "patient horses; some fed the hens, others baked bread. Thanks to everybody who came along. "
    "De kinderen hebben genoten van de zon en van het water, en morgen gaan we naar zee. "
)
_ACCENTS = (
    "Quelle belle journée à la ferme avec les enfants du groupe ! On a vu des chèvres, des "
    "agneaux et même un âne très têtu ; merci à toutes les familles d’être venues. L’après-midi, "
    "goûter préparé par l’équipe, puis jeux près de l’étang jusqu’à seize heures… À bientôt ! "
)


@dataclass(frozen=True, slots=True)
class Measured:
    """
    What one caption cost, in microseconds.
    """

    caption: str
    ours: float
    rival: float
    found: int


def entries() -> list[NameEntry]:
    """
    Make up 100,000 people with names as four languages have them.
    """
    chance = random.Random(1)
    stems, ends = _STEMS.split(), _ENDS.split()
    made = ["".join(chance.choices(stems, k=chance.choice((1, 2, 2, 3)))) for _ in range(60_000)]
    families = _FAMILY_NAMES.split() * 400 + [
        stem.capitalize() + chance.choice(ends) for stem in made
    ]
    givens = _GIVEN_NAMES.split() * 20 + [
        "".join(chance.choices(stems, k=2)).capitalize() for _ in range(3_000)
    ]
    return [
        NameEntry(
            f"p{number}",
            chance.choice(givens),
            chance.choice(_BEFORE) + chance.choice(families),
            (),
            frozenset({f"u{number // PER_UNIT}"}),
        )
        for number in range(NAMES)
    ]


def caption(filler: str, people: list[NameEntry]) -> str:
    """
    Spread the names of *people* evenly over a caption of 2,000 characters.
    """
    names = [f"{each.given} {each.family}" for each in people]
    words = (filler * 10)[: CHARACTERS - sum(map(len, names)) - len(names)].split(" ")
    step = len(words) // (len(names) + 1)
    for place, name in reversed(list(enumerate(names, start=1))):
        words.insert(place * step, name)
    return " ".join(words)


def _casefolded(automaton: AhoCorasick, text: str) -> object:
    return automaton.find_matches_as_indexes(text.casefold())


def best_microseconds(work: Callable[[], object]) -> float:
    """
    Give the shortest of many rounds: the machine's noise only ever adds.
    """
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - started)
    return best * 1e6


def resident_bytes() -> int:
    """
    Give how much memory this process holds now.
    """
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_BYTES


def captions(everybody: list[NameEntry]) -> dict[str, str]:
    """
    Give captions with no, a few and many names, in plain letters and with accents.
    """
    some = everybody[:2] + everybody[7_000:7_003]
    many = everybody[2:6] + everybody[9_000:9_046]
    plain_names = [each for each in everybody if (each.given + each.family).isascii()]
    return {
        "0 names": caption(_PLAIN, []),
        "0 names, accents": caption(_ACCENTS, []),
        "5 names": caption(_PLAIN, plain_names[:2] + plain_names[7_000:7_003]),
        "5 names, accents": caption(_ACCENTS, some),
        "5 names, accents, emoji, hashtags": caption(_ACCENTS, some)[:-24]
        + " 🎉🐑 #ferme #TeamLéa 🐐",
        "50 names": caption(_PLAIN, plain_names[2:6] + plain_names[9_000:9_046]),
        "50 names, accents": caption(_ACCENTS, many),
    }


def measure_captions(everybody: list[NameEntry], index: NameIndex) -> list[Measured]:
    """
    Measure every caption against the rival.
    """
    plain = [f"{each.given} {each.family}".casefold() for each in everybody]
    automaton = AhoCorasick(plain, implementation=Implementation.ContiguousNFA)
    own = frozenset({"u0"})
    return [
        Measured(
            name,
            best_microseconds(partial(find_mentions, text, index, own)),
            best_microseconds(partial(_casefolded, automaton, text)),
            len(find_mentions(text, index, own)),
        )
        for name, text in captions(everybody).items()
    ]


def measure_library(everybody: list[NameEntry]) -> Ratio:
    """
    Compare the two Aho-Corasick libraries on the plain names.
    """
    plain = [f"{each.given} {each.family}".casefold() for each in everybody]
    chosen = AhoCorasick(plain, implementation=Implementation.ContiguousNFA)
    other = ahocorasick.Automaton()
    for name in plain:
        other.add_word(name, name)
    other.make_automaton()
    text = caption(_ACCENTS, everybody[:5]).casefold()
    ours = best_microseconds(lambda: chosen.find_matches_as_indexes(text))
    rival = best_microseconds(lambda: list(other.iter(text)))
    return Ratio(
        "captions: ahocorasick_rs, time of pyahocorasick", f"{ours:.1f} µs", f"{rival:.1f} µs",
        ours / rival, at_most=1.0,
    )  # fmt: skip


def measure() -> list[Ratio]:
    """
    Give times as multiples of the rival's, then what building and changing cost.
    """
    everybody = entries()
    before = resident_bytes()
    started = time.perf_counter()
    index = NameIndex.build(everybody)
    built = time.perf_counter() - started
    held = resident_bytes() - before
    one = NameEntry("new", "Nina", "Newcomer", (), frozenset({"u1"}))
    added = best_microseconds(lambda: index.with_changes([one]))
    replaced = best_microseconds(lambda: index.with_changes([one], ["p1"]))
    build = f"{built:.2f} s"
    return [
        *(ratio_of(each) for each in measure_captions(everybody, index)),
        measure_library(everybody),
        Ratio("captions: add one name, of a build", f"{added:.0f} µs", build, added / built / 1e6),
        Ratio("captions: replace one", f"{replaced:.0f} µs", build, replaced / built / 1e6),
        Ratio("captions: memory a name", f"{held / NAMES:.0f} B", "1000 B", held / NAMES / 1000),
    ]


def ratio_of(each: Measured) -> Ratio:
    """
    Say what was promised: many names make many mentions, which the rival does not.
    """
    return Ratio(
        f"captions: {each.caption} ({each.found} found)",
        f"{each.ours:.1f} µs",
        f"{each.rival:.1f} µs",
        each.ours / each.rival,
        at_most=AT_MOST if each.found < MANY else None,
    )


if __name__ == "__main__":
    found = measure()
    print(json.dumps([asdict(each) for each in found]) if "--json" in sys.argv else table(found))
