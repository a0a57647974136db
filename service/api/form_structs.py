"""
Forms as they come in and go out.
"""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct, field

from service.api.channel_structs import Ids, Purposes, Slug
from service.api.wire import Id, Incoming, Line
from service.decision.ids import ChannelId, GroupId
from service.decision.terms import Category, Matter, Purpose
from service.records.forms import FormVersionRecord
from service.usecases.forms import Form, ListedForm, VersionDetails

Matters = Annotated[list[Matter], Meta(max_length=20, examples=[["image", "name"]])]
Texts = Annotated[
    dict[str, Annotated[str, Meta(max_length=20_000)]],
    Meta(
        max_length=50, examples=[{"fr-BE": "Puis-je montrer votre photo ? Refuser ne coûte rien."}]
    ),
]


class TemplateIn(Incoming, frozen=True, kw_only=True):
    """
    A form to begin.
    """

    slug: Slug
    name: Line


class FormVersionIn(Incoming, frozen=True, kw_only=True):
    """
    A version to publish: what it asks, and the words in each language.
    """

    texts: Texts
    matters: Matters
    purposes: Purposes
    states_refusal_is_free: Annotated[
        bool,
        Meta(description="The text says that refusing changes nothing.", examples=[True]),
    ]
    material: Annotated[
        bool, Meta(description="It asks something new: an older yes lapses for what changed.")
    ]
    channel_ids: Ids = field(default_factory=list)
    group_ids: Ids = field(default_factory=list)
    explicit: Annotated[
        bool, Meta(description="It has the explicit statement of GDPR article 9.")
    ] = False
    changed_channel_ids: Annotated[list[Id], Meta(max_length=100, examples=[None])] | None = None
    changed_matters: Annotated[list[Matter], Meta(max_length=20, examples=[None])] | None = None
    categories: Annotated[
        list[Category],
        Meta(max_length=20, description="Whom its words are for; none: everybody."),
    ] = field(default_factory=list)

    def to_details(self) -> VersionDetails:
        """
        Give the version as the verb takes it.
        """
        channels, matters = self.changed_channel_ids, self.changed_matters
        return VersionDetails(
            texts=self.texts,
            matters=frozenset(self.matters),
            purposes=frozenset(self.purposes),
            states_refusal_is_free=self.states_refusal_is_free,
            material=self.material,
            channel_ids=frozenset(map(ChannelId, self.channel_ids)),
            group_ids=frozenset(map(GroupId, self.group_ids)),
            explicit=self.explicit,
            changed_channel_ids=None if channels is None else frozenset(map(ChannelId, channels)),
            changed_matters=None if matters is None else frozenset(matters),
            categories=frozenset(self.categories),
        )


class TemplateOut(Struct, frozen=True):
    """
    A form over all its versions.
    """

    id: str
    slug: str
    name: str
    closed: Annotated[bool, Meta(description="Nobody is asked in its words any more.")]

    @classmethod
    def of(cls, form: ListedForm) -> "TemplateOut":
        """
        Show a form.
        """
        return cls(form.id, form.slug, form.name, form.closed)


class FormTextOut(Struct, frozen=True):
    """
    The exact text of one language and its SHA-256, hexadecimal.
    """

    text: str
    sha256: str


class FormVersionOut(Struct, frozen=True, kw_only=True):
    """
    A version exactly as it is shown; it never changes.
    """

    id: str
    template_id: str
    number: int
    published_at: datetime
    texts: dict[str, FormTextOut]
    matters: list[Matter]
    purposes: list[Purpose]
    channel_ids: list[str]
    group_ids: list[str]
    explicit: bool
    material: bool
    changed_channel_ids: list[str] | None
    changed_matters: list[Matter] | None
    categories: list[Category]

    @classmethod
    def of(cls, record: FormVersionRecord) -> "FormVersionOut":
        """
        Show a version.
        """
        version = record.version
        channels, matters = version.changed_channel_ids, version.changed_matters
        texts = {
            language: FormTextOut(each.text, each.digest)
            for language, each in sorted(record.texts.items())
        }
        return cls(
            id=version.id,
            template_id=version.template_id,
            number=version.number,
            published_at=version.published_at,
            texts=texts,
            matters=sorted(record.matters),
            purposes=sorted(record.purposes),
            channel_ids=sorted(record.channel_ids),
            group_ids=sorted(record.group_ids),
            explicit=record.explicit,
            material=version.material,
            changed_channel_ids=None if channels is None else sorted(channels),
            changed_matters=None if matters is None else sorted(matters),
            categories=sorted(record.categories),
        )


class FormOut(Struct, frozen=True):
    """
    A form with all its versions, by number.
    """

    id: str
    slug: str
    name: str
    versions: list[FormVersionOut]
    closed: Annotated[bool, Meta(description="Nobody is asked in its words any more.")]

    @classmethod
    def of(cls, form: Form) -> "FormOut":
        """
        Show a form.
        """
        versions = [FormVersionOut.of(each) for each in form.versions]
        template = form.template
        return cls(template.id, template.slug, template.name, versions, form.closed)
