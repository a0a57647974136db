"""
Recognise people by their names, in a caption or in a question.

Pure: text and names in, `Mention`s out.  No consent is known here; whether a
mention stands in the way is decided by the rooms around this one.

Start reading at `find.py`.  A text walks

    normalise.py    characters → words of a to z     (letters.py; escapes.py; way_back.py)
    reading.py      the several ways to read it: umlauts, look-alikes     (search.py)
    compounds.py    words with capitals inside, lone capitals     (hashtags.py)
    index.py        who is to be found     (layer.py; lexicon.py: one pass over a text)
    belief.py       is it really the name?                            (words.py)
    overlap.py      the longest wins
    near_misses.py  a first name alone, or a whole name with an error in it?
    declined.py     what is left, put back into the first case       (cases.py)

and becomes mentions (`model.py`); a name of the register becomes phrases in `spelling.py`,
as other hands write it in `variants.py`, on other papers in `romanised.py`.  An erasure
looks wider: `traces.py`.  Whether somebody is in the register already is another question:
`namesakes.py`.

Which errors we chose.  A child missed is exposed; a needless question makes people
stop asking.  So a name with a capital always counts, also where it is an everyday
word ("Rose", "Max." in its own unit); in lower case it counts unless it stands in
`words.py` or has two letters.  A whole name counts in any case, but not when it is
two everyday words in lower case, family name first ("le petit claire").  A name after
"Saint" is a place or a day.  A whole name run together counts from seven letters on, of
which each half has three.  With the ending of another case ("Anny Nowakowej") a whole name
counts everywhere, a first name only in a text that shows its language; where somebody
is called just so, that one is meant.  Homonyms are one mention with several people.

Not found: typing errors, digits for letters (L3a), names in scripts written without
spaces other than Chinese and Korean, Arabic and Hebrew names in Latin letters (their
vowels are written nowhere), diminutives that nobody registered as an alias, endings of
plurals and of languages not in `cases.py`, two bare capitals without dots, initials of
the family name before the given one (D. Léa: next to each other in every list of a class),
a second given name that is not in the register (Léa Marie Dupont).

No table of diminutives: Alex is Alexandre, Alexandra, Alessia and a name by itself, Sacha
is anybody's.  Half of such questions would be about somebody else, and who is called so is
known to those who write the register: an alias says it.

We chose Aho-Corasick over words looked up one by one because one pass finds names of
several words, and phrases anchored at the beginning of a word only because endings
then need no phrases of their own.
"""

from service.decision.naming.find import find_mentions, match_name
from service.decision.naming.index import NameIndex
from service.decision.naming.model import Leaf, Mention, MentionForm, NameEntry
from service.decision.naming.namesakes import Namesakes, whole_spellings
from service.decision.naming.normalise import normalise
from service.decision.naming.spelling import initials_of
from service.decision.naming.traces import Traces

__all__ = [
    "Leaf",
    "Mention",
    "MentionForm",
    "NameEntry",
    "NameIndex",
    "Namesakes",
    "Traces",
    "find_mentions",
    "initials_of",
    "match_name",
    "normalise",
    "whole_spellings",
]
