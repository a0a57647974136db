"""
A family name with an error in it is still a family name beside the first one.
"""

import pytest

from service.decision.naming import MentionForm, NameEntry, NameIndex, find_mentions, match_name

UNIT = frozenset({"unit"})
LEA = NameEntry("lea", "Léa", "Dupont", (), UNIT)
MILA = NameEntry("mila", "Mila", "Van Damme", (), UNIT)
ROY = NameEntry("theo", "Théo", "Roy", (), UNIT)
ANNA = NameEntry("anna", "Anna", "van den Berg", (), UNIT)
INES = NameEntry("ines", "Inès", "de la Cruz", (), UNIT)
JAN = NameEntry("jan", "Jan", "D'Hondt", (), UNIT)
MAX = NameEntry("max", "Max", "Vandeputte", (), UNIT)
EVA = NameEntry("eva", "Eva", "De Smet", (), UNIT)
MEI = NameEntry("mei", "Mei", "Wu", (), UNIT)
WOUT = NameEntry("wout", "Wout", "Peeters", (), UNIT)
JO = NameEntry("jo", "Jo", "Lesage", (), UNIT)
BEFORE = NameEntry("lea", "Léa", "Martens", (), UNIT)
TOM = NameEntry("tom", "Tom", "Dupont", (), UNIT)
EVERYBODY = [LEA, MILA, ROY, ANNA, INES, JAN, MAX, EVA, JO, MEI, WOUT]
INDEX = NameIndex.build(EVERYBODY, former=[BEFORE])


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
        "Bravo Léa K. Dupond",
        "Bravo Léa Du.",
        "Bravo Léa Du…",
        "Bravo Léa Dup***",
        "Bravo Anna VDB",
        "bravo anna vdb",
        "Bravo Anna van den B.",
        "Bravo Inès de la C.",
        "Bravo Inès DLC",
        "Bravo Jan D’H.",
        "Bravo Max VDP",
        "Bravo Eva DS",
        "Bravo Eva De S",
        "Bravo Léa Dpt",
        "bravo léa dpnt",
        "Dpt Léa",
        "Bravo Léa-Dpt",
        "Bravo Léa DT",
        "Bravo Max Vdptt",
        "Bravo Mei Woo",
        "Bravo Mei Wou",
        "Woo Mei",
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
        "Anna van de kleuterklas",
        "Eva met haar vriendin",
        "Jo et les autres",
        "Eva de 3e année",
        "Inès de la classe de Julie",
        "Léa dpt Nord",
        "Bravo Léa DVD",
        "Bravo Léa Dr Durand",
        "Mei wou",
        "Mei, Woo",
        "Mei Woensdag",
        "Bravo Mei. Woo",
    ],
)
def test_first_name_beside_other_words_is_a_first_name(text: str) -> None:
    assert [MentionForm.GIVEN_NAME] == _forms(text)


@pytest.mark.parametrize(
    "text",
    [
        "@lea_2012",
        "Merci @Léa !",
        "lea_xyz@mail.example",
        "https://social.example/lea.2012",
        "social.example/lea.2012",
    ],
)
def test_account_or_address_is_more_than_a_first_name(text: str) -> None:
    assert [MentionForm.FULL_NAME] == _forms(text)


@pytest.mark.parametrize("name", ["@lea_2012", "@Léa"])
def test_account_that_somebody_asks_for_is_more_than_a_first_name(name: str) -> None:
    [found] = match_name(name, INDEX, UNIT)

    assert MentionForm.FULL_NAME is found.form


def test_hashtag_of_a_first_name_is_a_first_name() -> None:
    assert [MentionForm.GIVEN_NAME] == _forms("Bravo #Léa !")


def test_first_name_in_a_sentence_with_somebody_of_that_family_is_a_whole_name() -> None:
    siblings = NameIndex.build([LEA, TOM])
    texts = ("Léa, Jules et leur frère Tom Dupont", "Tom Dupont est là. Bravo Léa")
    found = [find_mentions(each, siblings, UNIT) for each in texts]
    forms = [each.form for some in found for each in some if each.person_ids == {"lea"}]

    assert [MentionForm.FULL_NAME, MentionForm.GIVEN_NAME] == forms


def test_whole_name_in_one_field_has_a_family_name_too() -> None:
    as_one = NameIndex.build([NameEntry("lea", "Léa Dupont", "", (), UNIT)])
    found = [find_mentions(each, as_one, UNIT) for each in ("Bravo Léa Dupond", "Bravo Léa !")]

    forms = [each.form for some in found for each in some]
    assert [MentionForm.FULL_NAME, MentionForm.GIVEN_NAME] == forms


def test_first_name_right_beside_another_child_is_a_first_name() -> None:
    assert [MentionForm.GIVEN_NAME] * 2 == _forms("Mei Wout")
