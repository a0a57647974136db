"""
Names that somebody might overlook: in addresses, on other papers, in compounds.

Each way of hiding a name stands beside what looks like it and names nobody.
"""

import pytest

from service.decision.naming import MentionForm, NameIndex, find_mentions, match_name
from tests.decision.naming.register import BEARS, BUTTERFLIES, entry, said

INDEX = NameIndex.build(
    (
        entry("lea", "Léa", "Dupont"),
        entry("anais", "Anaïs", "Lefèvre"),
        entry("hans", "Hans", "Müller"),
        entry("bea", "Bea", "Wald"),
        entry("sam", "Sam", "Peeters"),
        entry("vera", "Vera", "Nys"),
        entry("oscar", "Oscar", "Wouters", units=BEARS),
        entry("yuliya", "Юлия", "Иванова", units=BEARS),
        entry("dmitri", "Дмитрий", "Щербаков", units=BEARS),
        entry("evgeni", "Евгений", "Журавлёв", units=BEARS),
        entry("ekaterina", "Екатерина", "Цветаева", units=BEARS),
        entry("oleksii", "Олексій", "Зеленський", units=BEARS),
        entry("georgi", "Георги", "Щерев", units=BEARS),
        entry("giorgos", "Γιώργος", "Παπαδόπουλος", units=BEARS),
        entry("evangelia", "Ευαγγελία", "Νταλάρα", units=BEARS),
    )
)

ADDRESSES = {
    "https://site.example/photos/L%C3%A9a": "L%C3%A9a: lea",
    "voir L%C3%A9a%20Dupont.jpg": "L%C3%A9a%20Dupont: lea",
    "?q=l%c3%a9a+dupont": "l%c3%a9a+dupont: lea",
    "L%25C3%25A9a%2520Dupont": "L%25C3%25A9a%2520Dupont: lea",
    "La%CC%88 %4c%65%61": "%4c%65%61: lea",
    "L%E9a%20Dupont": "L%E9a%20Dupont: lea",
    "Ana%C3%AFs et L&eacute;a": "Ana%C3%AFs: anais; L&eacute;a: lea",
    "M%C3%BCller, Hans et Hans%20M%C3%BCller": "M%C3%BCller, Hans: hans; Hans%20M%C3%BCller: hans",
    "Hans Mueller, M%C3%BCller": "Hans Mueller: hans; M%C3%BCller: hans",
    "https://site.example/Oscar%2FWouters": "Oscar%2FWouters: oscar",
    "100%Bea, 20%Dupont": "Bea: bea; Dupont: lea",
    "100% des enfants, 50%25 off, 5%de plus": "",
    "% %z %C3 %": "",
}
PAPERS = {
    "Yuliya Ivanova, Iuliia Ivanova": "Yuliya Ivanova: yuliya; Iuliia Ivanova: yuliya",
    "Julia Ivanova, Yulia Ivanova": "Julia Ivanova: yuliya; Yulia Ivanova: yuliya",
    "Julija Ivanova, Julija Iwanowa": "Julija Ivanova: yuliya; Julija Iwanowa: yuliya",
    "Ioulia Ivanova, #yuliaivanova": "Ioulia Ivanova: yuliya; yuliaivanova: yuliya",
    "Y. Ivanova, I. Ivanova, J. Ivanova": (
        "Y. Ivanova: yuliya; I. Ivanova: yuliya; J. Ivanova: yuliya"
    ),
    "Dmitry Shcherbakov, Dmitrii Shcherbakov": (
        "Dmitry Shcherbakov: dmitri; Dmitrii Shcherbakov: dmitri"
    ),
    "Dmitrij Ščerbakov, Dmitri Chtcherbakov": (
        "Dmitrij Ščerbakov: dmitri; Dmitri Chtcherbakov: dmitri"
    ),
    "Dmitrij Schtscherbakow": "Dmitrij Schtscherbakow: dmitri",
    "Evgeny Zhuravlev, Yevgeny Zhuravlyov": (
        "Evgeny Zhuravlev: evgeni; Yevgeny Zhuravlyov: evgeni"
    ),
    "Jewgeni Schurawljow, Evgueni Jouravlev": (
        "Jewgeni Schurawljow: evgeni; Evgueni Jouravlev: evgeni"
    ),
    "Yekaterina Tsvetayeva, Jekaterina Zwetajewa": (
        "Yekaterina Tsvetayeva: ekaterina; Jekaterina Zwetajewa: ekaterina"
    ),
    "Oleksii Zelenskyi, Oleksiy Zelenskiy": (
        "Oleksii Zelenskyi: oleksii; Oleksiy Zelenskiy: oleksii"
    ),
    "Georgi Shterev, ГЕОРГИ ЩЕРЕВ": "Georgi Shterev: georgi; ГЕОРГИ ЩЕРЕВ: georgi",
    "Giorgos Papadopoulos, Yiorgos Papadopoulos": (
        "Giorgos Papadopoulos: giorgos; Yiorgos Papadopoulos: giorgos"
    ),
    "ΠΑΠΑΔΟΠΟΥΛΟΣ ΓΙΩΡΓΟΣ": "ΠΑΠΑΔΟΠΟΥΛΟΣ ΓΙΩΡΓΟΣ: giorgos",
    "Evangelia Ntalara, Evangelia Dalara": (
        "Evangelia Ntalara: evangelia; Evangelia Dalara: evangelia"
    ),
    "Iulia, Yulia et Julia": "",
}
COMPOUNDS = {
    "Die Müllerschen, die Dupontkinder": "Müllerschen: hans; Dupontkinder: lea",
    "die Muellersche Familie": "Muellersche: hans",
    "Waldkinder im Wald": "Wald: bea",
    "die waldkinder, Menschen, Kirschen": "",
}
INITIALS = {
    "D.L. a gagné, et L.D. aussi": "D.L: lea; L.D: lea",
    "D. L. et D.-L.": "D. L: lea; D.-L: lea",
    # Of Sam Peeters and Vera Nys these are no initials.
    "P.S. bij N.V. Bakker": "",
    "DL et LD": "",
}
LINES = {
    "Ana- \nïs rit": "Ana- \nïs: anais",
    "Ana\u2011\nïs rit": "Ana\u2011\nïs: anais",
    "Osc-\t\r\n  ar Wouters": "Osc-\t\r\n  ar Wouters: oscar",
}


@pytest.mark.parametrize(
    ("caption", "expected"), (ADDRESSES | PAPERS | COMPOUNDS | INITIALS | LINES).items()
)
def test_names_that_hide_are_found_and_others_are_not(caption: str, expected: str) -> None:
    assert expected == said(find_mentions(caption, INDEX, BUTTERFLIES))


@pytest.mark.parametrize("name", ["léa-dupont", "léadupont", "anaïs-lefèvre"])
def test_name_of_a_host_is_read_as_a_browser_shows_it(name: str) -> None:
    text = f"https://xn--{name.encode('punycode').decode()}.example/"

    [found] = find_mentions(text, INDEX, frozenset())

    assert MentionForm.FULL_NAME is found.form
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "host", ["xn--", "xn--99999999", "xn--a-\nb", "xn---", "xn--" + "z" * 90, "xn--\udc80"]
)
def test_host_that_means_nothing_names_nobody(host: str) -> None:
    assert () == find_mentions(f"https://{host}", INDEX, BUTTERFLIES)


def test_two_people_in_one_host_are_both_named() -> None:
    host = "léa-dupont-oscar-wouters".encode("punycode").decode()

    found = find_mentions(f"https://xn--{host}.example", INDEX, frozenset())

    assert {"lea", "oscar"} == frozenset().union(*(each.person_ids for each in found))


def test_a_question_gives_the_name_of_another_paper() -> None:
    [found] = match_name("Julia Ivanova", INDEX, BEARS)

    assert {"yuliya"} == found.person_ids
