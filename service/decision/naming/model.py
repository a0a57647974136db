"""
Say what is known of a name, and what was found in a text.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class MentionForm(Enum):
    """
    How a person is named in a text, the most telling form first.
    """

    FULL_NAME = "full_name"
    """Given name and family name in either order, also with an alias for the given name."""
    GIVEN_AND_INITIAL = "given_and_initial"
    """Léa D."""
    INITIAL_AND_FAMILY = "initial_and_family"
    """L. Dupont, or Dupont L."""
    INITIALS = "initials"
    """L.D."""
    FAMILY_NAME = "family_name"
    """The family name alone."""
    GIVEN_NAME = "given_name"
    """The given name alone."""
    ALIAS = "alias"
    """A nickname or stage name."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """
    Hold one name of one person; somebody with an old name has two entries.
    """

    person_id: str
    given: str
    """All given names as registered; the first one is taken to be the everyday one."""
    family: str
    aliases: tuple[str, ...]
    unit_ids: frozenset[str]
    """Units in which a given name alone is enough to know who is meant."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """
    Point at a page of one of the documents in a question.
    """

    picture: int
    """The number of the document among the pictures."""
    page: int
    """From 1."""


class Mention(NamedTuple):
    """
    Point at a stretch of text that names somebody.

    `text` is the original between `start` and `end`.  More than one person id
    means homonyms: somebody has to say who is meant.
    """

    start: int
    end: int
    text: str
    form: MentionForm
    person_ids: frozenset[str]
    """Everybody who may be meant, never empty."""
    leaf: Leaf | None = None
    """Where in a document; None: in the words of the post."""
