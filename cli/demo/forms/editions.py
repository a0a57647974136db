"""
Say what each version of each form covers, and what changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cli.demo.channels import FORM_CHANNELS
from cli.demo.forms.de import GERMAN
from cli.demo.forms.en import ENGLISH
from cli.demo.forms.fr import FRENCH
from cli.demo.forms.nl import DUTCH
from cli.demo.forms.wording import circle_text, family_text
from service.decision.terms import Category, Matter, Purpose

FAMILY = "droit-image-familles"
CIRCLE = "droit-image-entourage"
NAMES = {
    FAMILY: "Droit à l’image – bénéficiaires et familles",
    CIRCLE: "Droit à l’image – équipe, bénévoles, partenaires, visiteurs",
}
FIRST_DAYS_AGO, SECOND_DAYS_AGO = 1000, 60
WORDINGS = (FRENCH, DUTCH, GERMAN, ENGLISH)

FAMILY_MATTERS = frozenset(Matter) - {Matter.TAG}
CIRCLE_MATTERS = frozenset({Matter.IMAGE, Matter.NAME, Matter.NAME_WITH_IMAGE, Matter.STORY})
FAMILY_CATEGORIES = frozenset({Category.BENEFICIARY, Category.CLIENT})
REPORTS = frozenset({Purpose.INFORMATION, Purpose.ACTIVITY_REPORT, Purpose.ARCHIVE})


@dataclass(frozen=True, slots=True)
class Edition:
    """
    One version of a form: what it asks, and its words in every language.
    """

    template: str
    number: int
    published_days_ago: int
    texts: Mapping[str, str]
    matters: frozenset[Matter]
    purposes: frozenset[Purpose]
    channels: tuple[str, ...]
    groups: tuple[str, ...]
    explicit: bool
    """Holds the express statement for special categories (GDPR article 9)."""
    material: bool = False
    changed_channels: tuple[str, ...] = ()
    categories: frozenset[Category] = frozenset()
    """Whom its words are for; none named: everybody."""


def _family(number: int, published_days_ago: int, *changed: str) -> Edition:
    return Edition(
        FAMILY,
        number,
        published_days_ago,
        {words.language: family_text(words, number) for words in WORDINGS},
        FAMILY_MATTERS,
        REPORTS,
        FORM_CHANNELS,
        ("social", "web", "print"),
        explicit=True,
        categories=FAMILY_CATEGORIES,
        material=bool(changed),
        changed_channels=changed,
    )


def _circle(number: int, published_days_ago: int, *changed: str) -> Edition:
    return Edition(
        CIRCLE,
        number,
        published_days_ago,
        {words.language: circle_text(words, number) for words in WORDINGS},
        CIRCLE_MATTERS,
        REPORTS | {Purpose.COMPETENCE, Purpose.RECRUITMENT},
        FORM_CHANNELS,
        ("social", "web", "print"),
        explicit=False,
        categories=frozenset(Category) - FAMILY_CATEGORIES,
        material=bool(changed),
        changed_channels=changed,
    )


EDITIONS: tuple[Edition, ...] = (
    _family(1, FIRST_DAYS_AGO),
    _circle(1, FIRST_DAYS_AGO),
    _family(2, SECOND_DAYS_AGO, "newsletter"),
    _circle(2, SECOND_DAYS_AGO, "newsletter"),
)
"""In the order in which they were published."""


def edition(template: str, number: int) -> Edition:
    """
    Give one version of a form.
    """
    return {(each.template, each.number): each for each in EDITIONS}[template, number]
