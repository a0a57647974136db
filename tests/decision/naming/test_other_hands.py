"""
One name as several hands write it: run together, apart, abbreviated, in older spelling.
"""

import pytest

from service.decision.naming import NameIndex, find_mentions
from tests.decision.naming.register import BEARS, BUTTERFLIES, entry, said

INDEX = NameIndex.build(
    (
        entry("lea", "Léa", "Dupont"),
        entry("lucas", "Lucas", "Martin"),
        entry("marie", "Marie", "Petit"),
        entry("denis", "Denis", "Nicolas"),
        entry("tim", "Tim", "van den Berg", units=BEARS),
        entry("daan", "Daan", "van den Berg", units=BEARS),
        entry("noor", "Noor", "van Dijk", units=BEARS),
        entry("otto", "Otto", "von der Heide", units=BEARS),
        entry("jp", "Jean-Pierre", "Lemaire", units=BEARS),
        entry("mac", "Ewan", "MacDonald", units=BEARS),
        entry("mc", "Rory", "McCarthy", units=BEARS),
        entry("two", "Iona", "Mac Kenzie", units=BEARS),
        entry("thys", "Thijs", "De Bruyn", units=BEARS),
        entry("nys", "Els", "Nys", units=BEARS),
        entry("ase", "Åse", "Ødegård", units=BEARS),
        entry("kim", "Kim", "Ono", units=BEARS),
        entry("an", "An", "Schaap", units=BEARS),
        entry("felix", "Felix", "Müller", units=BEARS),
        entry("zoe", "Zoë", "Martin-Müller", units=BEARS),
    )
)

TOGETHER = {
    "bravo leadupont et dupontlea": "leadupont: lea; dupontlea: lea",
    "Leadupont": "Leadupont: lea",
    "LEADUPONT": "LEADUPONT: lea",
    "léadupont": "léadupont: lea",
    "leadupont.jpg": "leadupont: lea",
    "IMG_dupontlea2.jpg": "dupontlea: lea",
    "timvandenberg, vandenbergtim": "timvandenberg: tim; vandenbergtim: tim",
    "felixmuller felixmueller": "felixmuller: felix; felixmueller: felix",
    "leaduponts Bild": "leaduponts: lea",
    "lea.dupont@school.example": "lea.dupont: lea",
    "dupont-lea@school.example": "dupont-lea: lea",
    "https://pages.example/album/lea-dupont?x=1": "lea-dupont: lea",
    "pages.example/Lea%20Dupont": "Lea%20Dupont: lea",
    "lea+dupont": "lea+dupont: lea",
    # Two short halves, or one, are a word sooner or later.
    "un kimono": "",
    "anschaap": "",
    # Within a longer word only behind a mark.
    "leadupontage": "",
}
APART = {
    "L é a  D u p o n t": "L é a  D u p o n t: lea",
    "l é a d u p o n t": "l é a d u p o n t: lea",
    "Bravo à L É A D U P O N T !": "L É A D U P O N T: lea",
    "B R A V O   L É A": "L É A: lea",
    "B R A V O  L É A   D U P O N T !": "L É A   D U P O N T: lea",
    "L-é-a D-u-p-o-n-t": "L-é-a D-u-p-o-n-t: lea",
    "L.É.A. D.U.P.O.N.T.": "L.É.A. D.U.P.O.N.T: lea",
    "L\u00a0é\u00a0a\u2003D\u00a0u\u00a0p\u00a0o\u00a0n\u00a0t": (
        "L\u00a0é\u00a0a\u2003D\u00a0u\u00a0p\u00a0o\u00a0n\u00a0t: lea"
    ),
    "T I M   V A N   D E N   B E R G": "T I M   V A N   D E N   B E R G: tim",
    "T I M": "",
    "la B D, la T V, a b c": "",
}
ABBREVIATED = {
    "Tim v.d. Berg et Tim vd Berg": "Tim v.d. Berg: tim; Tim vd Berg: tim",
    "Tim v. d. Berg en T. v/d Berg": "Tim v. d. Berg: tim; T. v/d Berg: tim",
    "Berg, Tim v.d.": "Berg, Tim: tim",
    "Noor v. Dijk et Noor v Dijk": "Noor v. Dijk: noor; Noor v Dijk: noor",
    "Otto v. d. Heide": "Otto v. d. Heide: otto",
    "JP Lemaire et J-P Lemaire et J. P. Lemaire": (
        "JP Lemaire: jp; J-P Lemaire: jp; J. P. Lemaire: jp"
    ),
    "Lemaire JP": "Lemaire JP: jp",
    "jp lemaire": "",
    "T. M. v.d. Berg": "T. M. v.d. Berg: tim",
    "with L. M. Dupont, L.M. Dupont and N M van Dijk": (
        "L. M. Dupont: lea; L.M. Dupont: lea; N M van Dijk: noor"
    ),
    "E. R. Lemaire": "",
    # Daan is called v.d. Berg, too, but a particle is no initial.
    "juf v.d. Berg, mevr. v. d. Berg": "",
    "D. v.d. Berg en D. Berg": "D. v.d. Berg: daan; D. Berg: daan",
}
SPELLED = {
    "Ewan McDonald, Ewan Macdonald": "Ewan McDonald: mac; Ewan Macdonald: mac",
    "Ewan Mac Donald, E. Mc Donald": "Ewan Mac Donald: mac; E. Mc Donald: mac",
    "Rory MacCarthy, Rory Maccarthy": "Rory MacCarthy: mc; Rory Maccarthy: mc",
    "Iona McKenzie, Iona Mackenzie": "Iona McKenzie: two; Iona Mackenzie: two",
    "Thijs De Bruijn, Thys De Bruyn": "Thijs De Bruijn: thys; Thys De Bruyn: thys",
    "Noor van Dyk et Noor Van D\u0133k": "Noor van Dyk: noor; Noor Van D\u0133k: noor",
    "Els Nijs": "Els Nijs: nys",
    "Zoe Muller et Zoe Mueller": "Zoe Muller: zoe; Zoe Mueller: zoe",
    "Aase Odegaard, Ase Odegard": "Aase Odegaard: ase; Ase Odegard: ase",
    "Aase Oedegaard, Åse Ødegaard": "Aase Oedegaard: ase; Åse Ødegaard: ase",
}
SAINTS = {
    "La Saint-Nicolas à l'école Saint-Denis": "",
    "St. Nicolas, Sint Nicolas, Sankt Nicolas": "",
    "Rue Saint-Denis, 5": "",
    "On the 21st Denis danced": "Denis: denis",
    "Saint-Denis avec Denis Nicolas": "Denis Nicolas: denis",
    "Le saint jour : Denis rit": "Denis: denis",
    "St.-Denis, Ste. Denis, Saint\u00a0Denis, SINT-DENIS": "",
    "Bij de Sint: Denis lacht": "Denis: denis",
    "Op de foto met de Sint. Denis lacht": "Denis: denis",
    "De Sint, Denis en Piet": "Denis: denis",
    "Santa!\nDenis smiles": "Denis: denis",
}
OTHER_WORDS = (
    "la mariée, une leçon, the leaf is green",
    "Mariage, Leafs, Lucasfilm, Timing, Denise",
    "petits pains, maximum, it is time, le matin",
    "a b c d e f g, 1 2 3, x y z",
    "M. v.d. H. uit B.",
    "Van dag tot dag, v.d. week",
    "Mac of PC, een Big Mac",
)


@pytest.mark.parametrize(
    ("caption", "expected"), (TOGETHER | APART | ABBREVIATED | SPELLED | SAINTS).items()
)
def test_the_same_person_is_named(caption: str, expected: str) -> None:
    assert expected == said(find_mentions(caption, INDEX, BUTTERFLIES))


def test_a_nickname_without_letters_is_none() -> None:
    index = NameIndex.build([entry("lea", "Léa", "Dupont", "!", "")])

    assert "Léa Dupont: lea" == said(find_mentions("Léa Dupont !", index, BUTTERFLIES))


@pytest.mark.parametrize("caption", OTHER_WORDS)
def test_other_words_name_nobody(caption: str) -> None:
    assert "" == said(find_mentions(caption, INDEX, BUTTERFLIES | BEARS))
