"""
Hold forms exactly as they were shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from service.decision.consents import FormVersion
from service.decision.ids import ChannelId, EvidenceId, GroupId, TemplateId
from service.decision.terms import Category, Matter, Purpose


@dataclass(frozen=True, slots=True)
class FormTemplate:
    """
    A form over all its versions.
    """

    id: TemplateId
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class FormClosure:
    """
    That a form was closed, or opened again.

    Each is written beside those before it; a form without any is open.
    """

    template_id: TemplateId
    closed: bool

    @property
    def id(self) -> str:
        """
        Give the identifier of the form: its closures are one history.
        """
        return self.template_id


@dataclass(frozen=True, slots=True)
class FormText:
    """
    The exact text of one language and its SHA-256, hexadecimal.
    """

    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class FormVersionRecord:
    """
    A version of a form: what it asks and the words it uses.
    """

    version: FormVersion
    texts: Mapping[str, FormText]
    matters: frozenset[Matter]
    channel_ids: frozenset[ChannelId]
    group_ids: frozenset[GroupId]
    purposes: frozenset[Purpose]
    explicit: bool = False
    """The text contains the explicit statement of GDPR article 9."""
    categories: frozenset[Category] = frozenset()
    """Whom its words are for; none named: everybody."""

    def is_for(self, category: Category) -> bool:
        """
        Tell whether its words are for people of this category.
        """
        return not self.categories or category in self.categories

    @property
    def id(self) -> str:
        """
        Give the identifier of the version.
        """
        return self.version.id


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    A scan, recording or message that proves an act; kept as it came.
    """

    id: EvidenceId
    media_type: str
    digest: str
    """SHA-256 of the content, hexadecimal."""
    content: bytes
    note: str = ""

    def __repr__(self) -> str:
        """
        Show everything but the content, which is personal.
        """
        return f"Evidence(id={self.id!r}, media_type={self.media_type!r}, digest={self.digest!r})"
