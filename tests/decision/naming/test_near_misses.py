"""
A family name with an error in it is still a family name beside the first one.
"""

import pytest

from service.decision.naming import MentionForm, NameEntry, NameIndex, find_mentions

UNIT = frozenset({"unit"})
LEA = NameEntry("lea", "Léa", "Dupont", (), UNIT)
MILA = NameEntry("mila", "Mila", "Van Damme", (), UNIT)
ROY = NameEntry("theo", "Théo", "Roy", (), UNIT)
BEFORE = NameEntry("lea", "Léa", "Martens", (), UNIT)
INDEX = NameIndex.build([LEA, MILA, ROY], former=[BEFORE])


def _forms(text: str) -> list[MentionForm]:
    return [each.form for each in find_mentions(text, INDEX, UNIT)]


@pytest.mark.parametrize(
    "text",
    [
        "Bravo Léa Dupond !",
        "Bravo Léa DUPONTT",
        "bravo léa dupnot",
        "Bravo Léa Dup., première",
        "Dupond Léa, 2e",
        "D. Léa",
        "Bravo Léa Marie Dupond",
        "Bravo Léa Martenz",
        "Bravo Mila Van Dame",
        "Bravo Mila Vandame",
        "Bravo Mila Dame",
        "Dupond, Léa",
        "Bravo Léa\nDupond",
        "Nom : Dupond\nPrénom : Léa",
        "Léa (Dupond)",
    ],
)
def test_first_name_beside_a_misspelt_family_name_is_a_whole_name(text: str) -> None:
    assert [MentionForm.FULL_NAME] == _forms(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bravo Léa !",
        "Léa danse",
        "Heute hat Léa Geburtstag",
        "Bravo Léa. Dupond arrive.",
        "C’est Dupond ! Léa aussi",
        "Léa et son amie Julie Janssens",
        "Avec Léa dans le pont",
        "Théo roi d’un jour",
        "À Léa, bravo",
    ],
)
def test_first_name_beside_other_words_is_a_first_name(text: str) -> None:
    assert [MentionForm.GIVEN_NAME] == _forms(text)
