"""
The demo's forms say the same in every language, and what the law wants said.
"""

from dataclasses import fields

import pytest

from cli.demo.cast import SIGNATORIES
from cli.demo.channels import CHANNELS, GROUPS
from cli.demo.forms.editions import CIRCLE, EDITIONS, FAMILY, NAMES, WORDINGS, Edition, edition
from cli.demo.forms.wording import Wording
from cli.demo.house import COMPLAINTS, LANGUAGES


def paragraphs(text: str) -> list[str]:
    return text.rstrip("\n").split("\n\n")


def test_both_forms_have_two_versions_in_order() -> None:
    numbers = {name: [each.number for each in EDITIONS if each.template == name] for name in NAMES}
    ages = [each.published_days_ago for each in EDITIONS]

    assert {FAMILY: [1, 2], CIRCLE: [1, 2]} == numbers
    assert sorted(ages, reverse=True) == ages


@pytest.mark.parametrize("each", EDITIONS, ids=lambda each: f"{each.template}-{each.number}")
def test_every_version_speaks_the_languages_of_the_house_at_the_same_length(each: Edition) -> None:
    lengths = {len(paragraphs(text)) for text in each.texts.values()}

    assert set(LANGUAGES) == set(each.texts)
    assert len(lengths) == 1


@pytest.mark.parametrize("words", WORDINGS, ids=lambda words: words.language)
def test_every_family_form_says_that_refusing_is_free_and_changing_easy(words: Wording) -> None:
    for number in (1, 2):
        text = edition(FAMILY, number).texts[words.language]
        promised = {
            words.family_free,
            words.change,
            words.reshare,
            words.remains,
            words.explicit,
            words.child,
        }

        assert set() == promised - set(paragraphs(text))


@pytest.mark.parametrize("words", WORDINGS, ids=lambda words: words.language)
def test_every_staff_form_says_that_refusing_costs_nothing_at_work(words: Wording) -> None:
    text = edition(CIRCLE, 2).texts[words.language]

    assert {words.circle_free, words.circle_what} <= set(paragraphs(text))


@pytest.mark.parametrize("words", WORDINGS, ids=lambda words: words.language)
def test_every_language_names_where_to_complain(words: Wording) -> None:
    assert COMPLAINTS in words.complaint


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("words", WORDINGS, ids=lambda words: words.language)
def test_second_version_changes_the_newsletter_and_nothing_else(
    template: str, words: Wording
) -> None:
    then, now = (set(paragraphs(edition(template, each).texts[words.language])) for each in (1, 2))

    assert ({words.newsletter_then}, {words.newsletter_now}) == (then - now, now - then)
    assert (True, ("newsletter",)) == (
        edition(template, 2).material,
        edition(template, 2).changed_channels,
    )


def test_no_paragraph_was_left_in_another_language() -> None:
    for field in fields(Wording):
        said = [getattr(words, field.name) for words in WORDINGS]

        assert len(WORDINGS) == len(set(said)), field.name


def test_forms_name_registered_channels_and_groups_only() -> None:
    registered = {place.slug for place in CHANNELS}

    for each in EDITIONS:
        assert set(each.channels) <= registered
        assert set(GROUPS) == set(each.groups)


def test_everybody_who_answers_can_read_the_form() -> None:
    assert {signatory.language for signatory in SIGNATORIES} <= set(LANGUAGES)
