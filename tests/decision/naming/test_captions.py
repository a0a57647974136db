"""
Captions as people write them, and who is named in them.
"""

import pytest

from tests.decision.naming.register import named

FRENCH = {
    "Léa Dupont a soufflé ses huit bougies.": "Léa Dupont: lea",
    "Bravo à DUPONT Léa et à Hugo Lefevre !": "DUPONT Léa: lea; Hugo Lefevre: hugo",
    "Liste : Dupont, Léa ; Petit, Claire": "Dupont, Léa: lea; Petit, Claire: claire",
    "Merci à Léa D. et à L. Dupont": "Léa D: lea|lea-dubois-1|lea-dubois-2; L. Dupont: lea",
    "Les dessins d’Anna et de Lulu": "Anna: anna; Lulu: lea",
    "l'Anna de la photo, qu'Aimé adore": "Anna: anna; Aimé: aime",
    "avec léa, tom et anna peeters": "léa: lea; tom: tom; anna peeters: anna",
    "Léa a gagné, Tom y va, Anna à la mer": "Léa: lea; Tom: tom; Anna: anna",
    "Léa dans le jardin, Tom dort": "Léa: lea; Tom: tom",
    "une rose pour claire": "",
    "Une eau claire, une prune, le mois de mai": "",
    "il aime le petit train, max. dix enfants": "",
    "Rose sourit, Claire dort, Prune rit, Mai chante": (
        "Rose: rose; Claire: claire; Prune: prune; Mai: mai"
    ),
    "ROSE ET CLAIRE AU PARC": "ROSE: rose; CLAIRE: claire",
    "rose d’hondt a dansé": "rose d’hondt: rose",
    "Aimé N'Diaye et Aime Ndiaye": "Aimé N'Diaye: aime; Aime Ndiaye: aime",
    "le petit claire de lune": "",
    "La famille Dupont était là": "Dupont: lea",
    "Les Dupont et les Petit": "Dupont: lea; Petit: claire",
    "Le grand prix : un petit tour": "",
    "Yves de Latour et Yves De La Tour": "Yves de Latour: yves; Yves De La Tour: yves",
    "Hugo était là, Renard aussi": "",
    "Photo de Tom Renard": "Tom Renard: tom-bear",
    "Marie Dupont, Léa Martin": "Marie Dupont: marie; Léa Martin: lea-martin",
    "Marie Dupont, Léa": "Marie Dupont: marie; Dupont, Léa: lea",
    "Léa Dubois a lu son texte": "Léa Dubois: lea-dubois-1|lea-dubois-2",
    "M. Lefèvre, notre directeur": "",
    "M. Nguyen et M. Petit": "M. Nguyen: mai; Petit: claire",
    "H. Lefèvre a marqué": "H. Lefèvre: hugo",
    "Lefèvre H. a marqué": "Lefèvre H: hugo",
    "Jean-Pierre, Jean Pierre et Jeanpierre": (
        "Jean-Pierre: bram; Jean Pierre: bram; Jeanpierre: bram"
    ),
    "J.-P. Maes et J.P. Maes": "J.-P. Maes: bram; J.P. Maes: bram",
    "L.D. a bien travaillé": "L.D: lea",
    "La R.L.D.F. et la TV, le BD": "",
    "Léa 5A, Tom 3B": "Léa: lea; Tom: tom",
    "LÉA A GAGNÉ ET TOM Y VA": "LÉA: lea; TOM: tom",
    "C'est aujourd'hui, d'accord, le 5e jour": "",
    "Léa M. Dupont et Hugo X. Y. Lefèvre": "Léa M. Dupont: lea; Hugo X. Y. Lefèvre: hugo",
}
DUTCH = {
    "Jan van den Berghe en Anna zwemmen": "Jan van den Berghe: jan; Anna: anna",
    "Jan Vandenberghe, Jan Vanden Berghe": "Jan Vandenberghe: jan; Jan Vanden Berghe: jan",
    "Van den Berghe Jan (5 jaar)": "Van den Berghe Jan: jan",
    "Berghe, Jan van den": "Berghe, Jan: jan",
    "Jans verjaardag, Anna's taart, Lea's fiets": "Jans: jan; Anna: anna; Lea: lea",
    "J. Van den Berghe en J. Vandenberghe": "J. Van den Berghe: jan; J. Vandenberghe: jan",
    "Wil je mee? Will wil mee.": "Will: will",
    "will de smet lacht": "will de smet: will",
    "Will De Smet en De Smet Will": "Will De Smet: will; De Smet Will: will",
    "Will Desmet": "Will Desmet: will",
    "W.D.S. en W.D. deden mee": "W.D.S: will; W.D: will",
    "Mooie foto van Bram en Zoe": "Bram: bram; Zoe: zoe",
    "een bos rozen, een bosje mais, max twee": "",
    "De vogel zit in de boom": "",
    "Meester Vogel leest voor": "Vogel: max",
}
GERMAN = {
    "Max Vogel und Sören Gross spielen": "Max Vogel: max; Sören Gross: soren",
    "Soeren Groß, Søren Gross": "Soeren Groß: soren; Søren Gross: soren",
    "Jürgen Müllers Bild und Juergen Mueller": "Jürgen Müllers: juergen; Juergen Mueller: juergen",
    "Jurgen Muller, Sophie Müller": "Jurgen Muller: juergen; Sophie Müller: sophie",
    "J. Müller und S. Mueller": "J. Müller: juergen; S. Mueller: sophie",
    "MÜLLER, Sophie": "MÜLLER, Sophie: sophie",
    "Maxens Hund, Annas Katze, Maxs Ball": "Maxens: max; Annas: anna; Maxs: max",
    "max. 20 Kinder, der vogel singt": "",
    "Wir will gehen, sagt man nicht": "",
    "Die Müllers und Jürgen waren da": "",
}
ENGLISH = {
    "Will and Max's drawing": "Will: will; Max: max",
    "will you come? it will rain": "",
    "Will I see you? Will you?": "Will: will; Will: will",
    "Tom's cake, Zoe's kite, the Duponts": "Tom: tom; Zoe: zoe; Duponts: lea",
    "Zoe O'Briain and ZOE OBRIAIN": "Zoe O'Briain: zoe; ZOE OBRIAIN: zoe",
    "A young rose in a claire light": "",
    "Ana Garcia, Ana Lopez, Ana María López García": (
        "Ana Garcia: ana; Ana Lopez: ana; Ana María López García: ana"
    ),
    "Ana G. and Ana L.": "Ana G: ana; Ana L: ana",
    "Anna P's turn, Léa D's turn": "Anna P: anna; Léa D: lea|lea-dubois-1|lea-dubois-2",
    "A Lefèvre at heart": "",
    "with H Lefèvre on the left": "H Lefèvre: hugo",
    "Nobody here is called Emma Stone": "",
}


@pytest.mark.parametrize(("caption", "expected"), FRENCH.items())
def test_french_captions_name_these_people(caption: str, expected: str) -> None:
    assert expected == named(caption)


@pytest.mark.parametrize(("caption", "expected"), DUTCH.items())
def test_dutch_captions_name_these_people(caption: str, expected: str) -> None:
    assert expected == named(caption)


@pytest.mark.parametrize(("caption", "expected"), GERMAN.items())
def test_german_captions_name_these_people(caption: str, expected: str) -> None:
    assert expected == named(caption)


@pytest.mark.parametrize(("caption", "expected"), ENGLISH.items())
def test_english_captions_name_these_people(caption: str, expected: str) -> None:
    assert expected == named(caption)
