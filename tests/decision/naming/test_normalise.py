"""
A text becomes words of a to z, and every word knows where it came from.
"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.decision.naming import initials_of, normalise
from service.decision.naming.letters import Shape

SOUNDS = {
    "Léa Dupont": " lea dupont ",
    "Ça, c’est Noël !": " ca c est noel ",
    "Straße, œuf, Æsir": " strasse oeuf aesir ",
    "Jürgen Ångström": " jurgen angstrom ",
    "Ærø İstanbul \u0131\u011fd\u0131r": " aero istanbul igdir ",
    "Łódź Žďár": " lodz zdar ",
    "42 ½ € 5e": " e ",
    "Иван": " ivan ",
    "李小明": " li xiao ming ",
    "김민": " gim min ",
    "ﬁn ﬀ": " fin ff ",
    "e\u0301te\u0301": " ete ",
    "a\u00adb\u200bc": " abc ",
    "a\ud800b": " a b ",
    "🇧🇪 🅰 ①": " ",
}
SHAPES = {
    (Shape.WRITTEN_OUT, "Jürgen Ångström"): " juergen aangstroem ",
    (Shape.WRITTEN_OUT, "u\u0308ber"): " ueber ",
    (Shape.WRITTEN_OUT, "Du-\r\n pont"): " dupont ",
    (Shape.LOOKS, "\u0410\u043d\u043d\u0430"): " ahha ",
    (Shape.LOOKS, "\u0420\u0443\u0440"): " pyp ",
    (Shape.LOOKS, "a\u200bb"): " a b ",
    (Shape.LOOKS, "Ⓛⓔⓐ 🅻🄴🄰"): " lea lea ",
}


@pytest.mark.parametrize(("text", "folded"), SOUNDS.items())
def test_letters_are_read_by_sound(text: str, folded: str) -> None:
    assert folded == normalise(text).folded.decode()


@pytest.mark.parametrize(("reading", "folded"), SHAPES.items())
def test_letters_have_other_readings(reading: tuple[Shape, str], folded: str) -> None:
    shape, text = reading

    assert folded == normalise(text, shape).folded.decode()


@given(st.text() | st.text("aé ,\n🎉"), st.sampled_from(Shape))
def test_any_text_becomes_words_between_single_spaces(text: str, shape: Shape) -> None:
    read = normalise(text, shape)

    words = read.folded.decode().split()
    assert read.folded == (" " + "".join(f"{word} " for word in words)).encode()
    assert read.folded == read.spaced.lower()
    assert all(word.isascii() and word.isalpha() for word in words)


@given(st.lists(st.sampled_from(["Léa", "Straße", "Ægir", "Noe\u0308l", "дом", "a\u200bb"])))
def test_every_word_leads_back_to_where_it_stood(words: list[str]) -> None:
    text = "¡" + " … ".join(words) + "!"
    read = normalise(text)
    way_back = read.way_back()

    found, at = [], 1
    for word in read.folded.split():
        start, end = way_back.span(at, at + len(word))
        found.append(text[start:end])
        at += len(word) + 1

    assert words == found


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_composed_and_decomposed_read_the_same(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)

    assert normalise(text).folded == normalise(decomposed).folded


def test_initials_are_the_first_letters_of_the_words() -> None:
    assert "ld" == initials_of("Léa Dupont")
    assert "jpvdb" == initials_of("Jean-Pierre van den Berghe")
    assert "" == initials_of("?!")
