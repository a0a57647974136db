"""
Text that people typed.
"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import InvalidInput
from service.usecases import text


@given(typed=st.text(max_size=300))
def test_a_line_is_accepted_clean_or_refused_with_its_field(typed: str) -> None:
    try:
        kept = text.line(typed, "name")
    except InvalidInput as refusal:
        refused = refusal
    else:
        _check_kept(kept)
        return

    assert "name" == refused.field


def _check_kept(kept: str) -> None:
    assert kept == kept.strip() == unicodedata.normalize("NFC", kept)
    assert 0 < len(kept) <= text.MAX_LINE
    assert "  " not in kept
    assert kept == text.line(kept, "name"), "accepting twice changes nothing"
    assert not any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} for letter in kept)


@pytest.mark.parametrize(
    "hidden", ["\u202e", "\u2066", "\u200f", "\ufeff", "\u200b", "\u00ad", "\x00", "\x1b", "\ue000"]
)
def test_what_nobody_sees_is_refused(hidden: str) -> None:
    with pytest.raises(InvalidInput):
        text.line(f"Lé{hidden}a", "name")


@pytest.mark.parametrize(
    "name",
    [
        "Zoë",
        "Ζωή",
        "Зоя",
        "\u0632\u0648\u064a\u06cc",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "ज़ोया",
        "佐藤",
        "O’Brien-Šárka d’Ñ",
        "𠮷野",
    ],
)
def test_names_of_every_script_are_kept(name: str) -> None:
    assert unicodedata.normalize("NFC", name) == text.line(name, "name")


@given(typed=st.text(max_size=300))
def test_paragraphs_keep_their_lines(typed: str) -> None:
    try:
        kept = text.paragraphs(typed, "note")
    except InvalidInput:
        return

    assert kept == text.paragraphs(kept, "note")
    assert "\r" not in kept


def test_paragraphs_are_not_glued_together() -> None:
    assert "Seen.\n\nBoth signed." == text.paragraphs("Seen. \r\n\r\nBoth\tsigned.\n", "note")


@pytest.mark.parametrize("address", ["a@b", "nadia.peeters+obstat@jacinthes.example", ""])
def test_addresses_are_kept(address: str) -> None:
    assert address == text.email(address)


@pytest.mark.parametrize("address", ["a", "@b", "a@", "a@b@c", "a b@c", "<a@b>", "a@b\nBcc: x@y"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidInput):
        text.email(address)


@pytest.mark.parametrize("tag", ["fr", "fr-BE", "fr-x-falc", "nl-Latn-BE", "es-419", ""])
def test_language_tags_are_kept(tag: str) -> None:
    assert tag == text.language(tag)


@pytest.mark.parametrize("tag", ["f", "FR", "fr_BE", "french", "fr-be", "fr-x-", "x-falc"])
def test_what_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(InvalidInput):
        text.language(tag)


@pytest.mark.parametrize("slug", ["", "-a", "a-", "A", "a_b", "é", "a" * 64, "a\n"])
def test_what_is_no_short_name_is_refused(slug: str) -> None:
    with pytest.raises(InvalidInput):
        text.slug(slug)
