"""
"May this name be published?": whom the asker may mean, and nobody else.
"""

from functools import partial

import pytest

from service.decision.naming import MentionForm, NameIndex, match_name
from service.errors import InvalidInput
from tests.decision.naming.register import BEARS, BUTTERFLIES, INDEX, REGISTER, entry, said
from tests.decision.naming.steps import steps_of

ANSWERS = {
    "Léa Dupont": "Léa Dupont: lea",
    "dupont léa": "dupont léa: lea",
    "Léa D.": "Léa D: lea",
    "léa d": "léa d: lea",
    "L.D.": "L.D: lea",
    "LD": "LD: lea",
    "lulu": "lulu: lea",
    "Mme Dupont": "Dupont: lea",
    "famille dupont": "dupont: lea",
    "la petite Léa": "Léa: lea",
    "rose": "rose: rose",
    "will": "will: will",
    "an": "an: aime",
    "Léa Martin": "",
    "Hugo": "",
    "Hugo Lefèvre": "",
    "Zzyx": "",
    "Tom Martin et Léa Dupont": "Tom Martin: tom; Léa Dupont: lea",
    "#LéaDupont": "LéaDupont: lea",
    "M. Lambert": "Lambert: prune",
    "L. Lambert": "",
    "Tom et Léa": "",
    "Dr Lambert-Vanderweyden": "",
}


@pytest.mark.parametrize(("name", "expected"), ANSWERS.items())
def test_a_name_means_these_people_of_the_own_unit(name: str, expected: str) -> None:
    assert expected == said(match_name(name, INDEX, BUTTERFLIES))


def test_homonyms_are_all_candidates() -> None:
    (found,) = match_name("Léa Dubois", INDEX, BEARS)

    assert {"lea-dubois-1", "lea-dubois-2"} == found.person_ids
    assert MentionForm.FULL_NAME is found.form


def test_one_first_name_of_two_children_means_both() -> None:
    index = NameIndex.build([entry("a", "Tom", "Martin"), entry("b", "Tom", "Renard")])

    (found,) = match_name("Tom", index, BUTTERFLIES)

    assert {"a", "b"} == found.person_ids


@pytest.mark.parametrize("name", ["", "  ", "?!", "🎉", "\u200b", "42"])
def test_a_name_without_letters_is_refused(name: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        match_name(name, INDEX, BUTTERFLIES)

    assert "name" == refused.value.field


@pytest.mark.parametrize(
    ("elsewhere", "nowhere"),
    [
        ("Hugo Lefèvre", "Hogu Lefuvré"),
        ("Jürgen Müller", "Jergün Mallür"),
        ("Marie D.", "Miere D."),
        ("#SophieMüller", "#SephioMüllir"),
        ("Léa Dubois", "Léo Dabois"),
    ],
)
def test_a_name_from_elsewhere_takes_the_same_steps_as_one_from_nowhere(
    elsewhere: str, nowhere: str
) -> None:
    own = BUTTERFLIES
    index = NameIndex.build([each for each in REGISTER if each.given != "Léa"])
    match_name("Tom", index, own)
    match_name("#TomTomTomTom", index, own)  # how to cut so many letters is kept

    known, unknown = (
        steps_of(partial(match_name, name, index, own)) for name in (elsewhere, nowhere)
    )

    assert match_name(elsewhere, index, own) == match_name(nowhere, index, own)
    assert unknown == known
