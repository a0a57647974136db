"""
The fast finder finds what the obvious one finds.
"""

import re

from hypothesis import given
from hypothesis import strategies as st

from service.decision.naming import NameEntry, NameIndex, find_mentions
from tests.decision.naming.reference import found_by_hand
from tests.decision.naming.register import BEARS, BUTTERFLIES, entry

_NAMES = ("Lea", "Tomas", "Anna", "Dupont", "Renard", "Peeters")
_WORDS = (*_NAMES, "L.", "T.", "D.", "R.", "Soleil", "Plage", "avec", "et")

_register = st.lists(
    st.builds(
        entry,
        st.sampled_from("abcd"),
        st.sampled_from(_NAMES),
        st.sampled_from(_NAMES),
        units=st.sampled_from((BUTTERFLIES, BEARS)),
    ),
    max_size=6,
)
_TWO_INITIALS = re.compile(r"\b[A-Z]\.\W+[A-Z]\.")
_captions = st.lists(
    st.tuples(st.sampled_from(_WORDS), st.sampled_from((" ", ", ", " – ", "\n"))), max_size=12
).map(lambda words: "".join(word + gap for word, gap in words))
_plain_captions = _captions.filter(lambda caption: not _TWO_INITIALS.search(caption))


@given(_register, _plain_captions)
def test_plain_captions_name_whom_they_name_by_hand(
    register: list[NameEntry], caption: str
) -> None:
    found = find_mentions(caption, NameIndex.build(register), BUTTERFLIES)

    by_hand = found_by_hand(caption, register, BUTTERFLIES)
    assert by_hand == {(each.start, each.end): set(each.person_ids) for each in found}
