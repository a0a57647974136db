"""
Names with the endings of case languages, and words that only look as if they had one.
"""

import pytest

from service.decision.naming import NameIndex, find_mentions
from tests.decision.naming.register import BEARS, BUTTERFLIES, entry, said

INDEX = NameIndex.build(
    (
        entry("anna", "Anna", "Nowakowa", "Nela"),
        entry("aino", "Aino", "Mäkinen"),
        entry("matti", "Matti", "Virtanen"),
        entry("jan", "Jan", "Nowak"),
        entry("jana", "Jana", "Novotná"),
        entry("agata", "Agata", "Kowalska", units=BEARS),
        entry("pavel", "Paweł", "Wójcik", units=BEARS),
        entry("marek", "Marek", "Zieliński", units=BEARS),
        entry("katerina", "Kateřina", "Nováková", units=BEARS),
        entry("tomas", "Tomáš", "Dvořák", units=BEARS),
        entry("jiri", "Jiří", "Veselý", units=BEARS),
        entry("luka", "Luka", "Horvat", units=BEARS),
        entry("marko", "Marko", "Kovačić", units=BEARS),
        entry("jonas", "Jonas", "Kazlauskas", units=BEARS),
        entry("ruta", "Rūta", "Kazlauskaitė", units=BEARS),
        entry("janis", "Jānis", "Bērziņš", units=BEARS),
        entry("liga", "Līga", "Ozola", units=BEARS),
        entry("kari", "Kari", "Korhonen", units=BEARS),
        entry("eszter", "Eszter", "Nagy", units=BEARS),
        entry("balazs", "Balázs", "Kovács", units=BEARS),
        entry("giorgos", "Γιώργος", "Παπαδόπουλος", units=BEARS),
        entry("nikos", "Nikos", "Papadopoulos", units=BEARS),
        entry("maria", "Maria", "Popescu", units=BEARS),
        entry("julia", "Julia", "Dupont", units=BEARS),
        entry("lucas", "Lucas", "Martin", units=BEARS),
        entry("carla", "Carla", "Peeters", units=BEARS),
    )
)

WHOLE = {
    "urodziny Anny Nowakowej": "Anny Nowakowej: anna",
    "Agaty Kowalskiej, z Agatą Kowalską": "Agaty Kowalskiej: agata; Agatą Kowalską: agata",
    "dla Agacie Kowalskiej": "Agacie Kowalskiej: agata",
    "Jana Nowaka, Janowi Nowakowi": "Jana Nowaka: jan; Janowi Nowakowi: jan",
    "Pawła Wójcika z Markiem Zielińskim": "Pawła Wójcika: pavel; Markiem Zielińskim: marek",
    "Nowaka Jana": "Nowaka Jana: jan",
    "ANNY NOWAKOWEJ": "ANNY NOWAKOWEJ: anna",
    "obrázek Kateřiny Novákové": "Kateřiny Novákové: katerina",
    "s Kateřinou Novákovou": "Kateřinou Novákovou: katerina",
    "Tomáše Dvořáka a Tomášem Dvořákem": "Tomáše Dvořáka: tomas; Tomášem Dvořákem: tomas",
    "Jiřího Veselého": "Jiřího Veselého: jiri",
    "Luke Horvata i Marka Kovačića": "Luke Horvata: luka; Marka Kovačića: marko",
    "Jono Kazlausko ir Rūtos Kazlauskaitės": "Jono Kazlausko: jonas; Rūtos Kazlauskaitės: ruta",
    "Jāņa Bērziņa, Līgas Ozolas": "Jāņa Bērziņa: janis; Līgas Ozolas: liga",
    "Kari Korhosen piirros": "Kari Korhosen: kari",
    "Kari Korhoselle": "Kari Korhoselle: kari",
    "Nagy Eszternek, Kovács Balázzsal": "Nagy Eszternek: eszter; Kovács Balázzsal: balazs",
    "του Γιώργου Παπαδόπουλου": "Γιώργου Παπαδόπουλου: giorgos",
    "τον Γιώργο Παπαδόπουλο": "Γιώργο Παπαδόπουλο: giorgos",
    "Nikou Papadopoulou": "Nikou Papadopoulou: nikos",
}
ALONE = {
    "zdjęcie Anny i Neli": "Anny: anna; Neli: anna",
    "Ainon kuva, lasten kuva Matin kanssa": "Ainon: aino; Matin: matti",
    "Onnea Ainolle!": "Ainolle: aino",
    # Whoever is called just so is meant.
    "obrázek Jany": "Jany: jana",
    "dnes Jana": "Jana: jana",
    # Of another unit, like every first name alone.
    "zdjęcie Agaty": "",
    # One part of two: the other never changes.
    "pentru Mariei Popescu": "Mariei Popescu: maria",
    # In lower case, or where no word shows the language: an everyday word more often.
    "zdjęcie anny": "",
    "Anny": "",
    "Ce matin, Matin gris": "",
}
OTHER_PEOPLE = (
    "Julie Dupont, Juliet Dupont, Juli Dupont",
    "Luca Martin, Luc Martin",
    "Carlo Peeters, Carlos Peeters, Carl Peeters",
    "Marie Popesco, Marie Popescu",
    "Willem Janssen, Janssen Janneke",
    "Liebe Eltern, Schöne Grüße, Frohe Ostern",
    "Bonne Année Janvier, Le Matin Virton",
)


@pytest.mark.parametrize(("caption", "expected"), (WHOLE | ALONE).items())
def test_a_name_in_any_case_is_found(caption: str, expected: str) -> None:
    assert expected == said(find_mentions(caption, INDEX, BUTTERFLIES))


@pytest.mark.parametrize("caption", OTHER_PEOPLE)
def test_a_name_that_is_almost_the_same_is_not_theirs(caption: str) -> None:
    assert "" == said(find_mentions(caption, INDEX, BUTTERFLIES))


def test_a_name_with_an_ending_is_found_beside_others() -> None:
    text = "Agata Kowalska, Anny Nowakowej et Nagy Eszternek Tomáše Dvořáka"

    assert (
        "Agata Kowalska: agata; Anny Nowakowej: anna; Nagy Eszternek: eszter; Tomáše Dvořáka: tomas"
        == said(find_mentions(text, INDEX, BUTTERFLIES))
    )


def test_a_former_name_with_an_ending_is_found() -> None:
    index = NameIndex.build([entry("anna", "Anna", "Lis")], [entry("anna", "Anna", "Nowakowa")])

    assert "Anny Nowakowej: anna" == said(
        find_mentions("portret Anny Nowakowej", index, BUTTERFLIES)
    )
