"""
Write what answers name as nodes of a graph, and read them.

Every node has its kind, its id and its fields exactly.  They come in the order in which
they refer to each other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import msgspec

from service.decision.ids import PersonId
from service.errors import InvalidInput
from service.ledger.canonical import Plain
from service.ledger.entry import EntryKind
from service.records.channels import ChannelGroup, ChannelRecord
from service.records.forms import FormTemplate, FormVersionRecord
from service.records.organisation import Unit
from service.records.paging import MAX_PAGE, Listing, Page
from service.records.people import AuthorityRecord, PersonRecord, Signatory
from service.usecases import text
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork

FIELDS = "obstat:fields"


@dataclass(frozen=True, slots=True)
class NodeKind:
    """
    One kind of thing that answers name.
    """

    name: str
    record: type[Any]
    stores: Callable[[UnitOfWork], Any]
    """Where it is kept, as versions."""
    entry: EntryKind
    word: str
    """What its id is called in the ledger."""
    subject: Callable[[Any], list[PersonId]] = lambda _: []
    """Whom it is about, for the ledger."""


KINDS: Final = (
    NodeKind(
        "Unit", Unit, lambda work: work.organisations.units, EntryKind.UNIT_CREATED, "unit_id"
    ),
    NodeKind(
        "ChannelGroup",
        ChannelGroup,
        lambda work: work.channel_groups,
        EntryKind.CHANNEL_GROUP_CREATED,
        "group_id",
    ),
    NodeKind(
        "Channel",
        ChannelRecord,
        lambda work: work.channels,
        EntryKind.CHANNEL_REGISTERED,
        "channel_id",
    ),
    NodeKind(
        "Form",
        FormTemplate,
        lambda work: work.forms,
        EntryKind.FORM_TEMPLATE_CREATED,
        "template_id",
    ),
    NodeKind(
        "FormVersion",
        FormVersionRecord,
        lambda work: work.forms,
        EntryKind.FORM_VERSION_PUBLISHED,
        "version_id",
    ),
    NodeKind(
        "Person",
        PersonRecord,
        lambda work: work.people,
        EntryKind.PERSON_ENROLLED,
        "person_id",
        lambda each: [each.id],
    ),
    NodeKind(
        "Signatory",
        Signatory,
        lambda work: work.signatories,
        EntryKind.SIGNATORY_REGISTERED,
        "signatory_id",
    ),
    NodeKind(
        "Authority",
        AuthorityRecord,
        lambda work: work.authorities,
        EntryKind.AUTHORITY_RECORDED,
        "authority_id",
        lambda each: [each.authority.person_id],
    ),
)
OF_THE_HOUSE: Final = KINDS[:5]
"""What is there whoever answers: units, groups, channels, forms and their versions."""
BY_TYPE: Final[Mapping[str, NodeKind]] = {f"obstat:{each.name}": each for each in KINDS}


def node_of(kind: NodeKind, record: object) -> dict[str, Plain]:
    """
    Write one thing.
    """
    told = plain(record)
    name = getattr(record, "id")  # noqa: B009 -- every record has one, some as a property
    return {"@id": f"urn:obstat:{kind.name}:{name}", "@type": f"obstat:{kind.name}", FIELDS: told}


def record_in(kind: NodeKind, node: Mapping[str, Any]) -> Any:  # noqa: ANN401  # of the kind
    """
    Read one thing.

    Raises:
        InvalidInput: A field is missing, of another kind, or no text.
    """
    try:
        record = msgspec.convert(node.get(FIELDS), kind.record)
    except msgspec.ValidationError as wrong:
        _, _, place = str(wrong).rpartition(" - at `$.")
        message = f"It cannot be read: {place.rstrip('`') or 'a field is missing'}."
        raise InvalidInput(message, field=kind.name) from None
    check_texts(node[FIELDS], kind.name)
    return record


def all_of(kind: NodeKind, work: UnitOfWork) -> Iterator[Any]:
    """
    Walk everything of a kind.
    """
    store = kind.stores(work)
    if kind.record is FormTemplate:
        yield from _walk(store.list_templates)
    elif kind.record is FormVersionRecord:
        for template in _walk(store.list_templates):
            yield from store.list_versions(template.id)
    else:
        yield from _walk(store.list_page)


def find(kind: NodeKind, work: UnitOfWork, record: Any) -> object | None:  # noqa: ANN401  # of the kind
    """
    Find what is known under the same id.
    """
    store = kind.stores(work)
    if kind.record is FormTemplate:
        found: object | None = store.find_template(record.id)
        return found
    if kind.record is FormVersionRecord:
        versions: Sequence[FormVersionRecord] = store.list_versions(record.version.template_id)
        return next((each for each in versions if each.id == record.id), None)
    known: object | None = store.find(record.id)
    return known


def _walk(read: Callable[[Page], Listing[Any]]) -> Iterator[Any]:
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing = read(page)
        yield from listing.items
        page = replace(page, after=listing.next_after) if listing.next_after else None


def check_texts(value: object, field: str) -> None:
    """
    Refuse text that nobody could have typed here (threat T20).

    Raises:
        InvalidInput: Characters that hide, reorder or control.
    """
    if isinstance(value, str):
        text.paragraphs(value, field)
    elif isinstance(value, Mapping):
        for part in value.values():
            check_texts(part, field)
    elif isinstance(value, list):
        for part in value:
            check_texts(part, field)
