"""
Signatories: those who may answer for a person.
"""

from typing import Annotated

from litestar import Router, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import UNSET, Meta, Struct, UnsetType

from service.api.requests import After, Limit, Once, page
from service.api.wire import (
    Email,
    ExternalIdFilter,
    GivenName,
    Id,
    Incoming,
    Language,
    Name,
    PageOut,
    Phone,
)
from service.decision.ids import PersonId, SignatoryId
from service.records.people import Signatory
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.signatories import SignatoryDetails

ExternalId = Annotated[str, Meta(max_length=64, examples=["P-0117"])]


class SignatoryIn(Incoming, frozen=True, kw_only=True):
    """
    A signatory to enter.
    """

    given_name: GivenName
    family_name: Name
    email: Email = ""
    phone: Phone = ""
    language: Language = ""
    external_id: ExternalId = ""


class SignatoryChange(Incoming, frozen=True, kw_only=True):
    """
    What changes about a signatory; what is left out stays.
    """

    given_name: GivenName | UnsetType = UNSET
    family_name: Name | UnsetType = UNSET
    email: Email | UnsetType = UNSET
    phone: Phone | UnsetType = UNSET
    language: Language | UnsetType = UNSET
    external_id: ExternalId | UnsetType = UNSET


class SignatoryOut(Struct, frozen=True):
    """
    A signatory as recorded.
    """

    id: str
    given_name: str
    family_name: str
    email: str
    phone: str
    language: str
    external_id: str

    @classmethod
    def of(cls, signatory: Signatory) -> "SignatoryOut":
        """
        Show a signatory.
        """
        return cls(**{name: getattr(signatory, name) for name in cls.__struct_fields__})


@post("/", operation_id="registerSignatory", sync_to_thread=True)
def register_signatory(
    data: JSONBody[SignatoryIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> SignatoryOut:
    """
    Enter somebody who may answer for a person; an authority says for whom.
    """
    details = SignatoryDetails(**data.told())
    return SignatoryOut.of(registry.signatories.register_signatory(once(data), details))


@patch("/{signatory_id:str}", operation_id="changeSignatory", sync_to_thread=True)
def change_signatory(
    signatory_id: FromPath[str],
    data: JSONBody[SignatoryChange],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> SignatoryOut:
    """
    Change what is known of a signatory.
    """
    details = SignatoryDetails(**data.told())
    changed = registry.signatories.change_signatory(caller, SignatoryId(signatory_id), details)
    return SignatoryOut.of(changed)


@get("/{signatory_id:str}", operation_id="getSignatory", sync_to_thread=True)
def get_signatory(
    signatory_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> SignatoryOut:
    """
    Give one signatory.
    """
    return SignatoryOut.of(registry.signatories.get_signatory(caller, SignatoryId(signatory_id)))


@get("/", operation_id="listSignatories", sync_to_thread=True)
def list_signatories(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    external_id: ExternalIdFilter = None,
) -> PageOut[SignatoryOut]:
    """
    List signatories.
    """
    listing = registry.signatories.list_signatories(
        caller, page(limit, after, external_id=external_id)
    )
    return PageOut([SignatoryOut.of(each) for each in listing.items], listing.next_after)


class InvitationIn(Incoming, frozen=True, kw_only=True):
    """
    How somebody is asked to answer.
    """

    person_id: Id | None = None
    """About whom; left out: everybody they may answer for."""
    on_paper: bool = False
    """Give the link to be printed, as text or QR code, and send nothing."""


class InvitationOut(Struct, frozen=True):
    """
    A link that was made for somebody.
    """

    signatory_id: str
    sent: bool
    address: str | None
    """Only where it is to be printed."""


@post(
    "/{signatory_id:str}/invitation",
    operation_id="inviteSignatory",
    status_code=200,
    sync_to_thread=True,
)
def invite_signatory(
    signatory_id: FromPath[str],
    data: JSONBody[InvitationIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> InvitationOut:
    """
    Ask a signatory, or a person who answers alone, to answer on a page.

    The link shows nothing by itself: a code goes to the registered contact.  While a hold
    lies on whom they would be asked about, nothing is sent (409, `asking-held`; to a key
    that may not know of holds it looks as if no address were known).
    """
    invite = registry.families.invite_signatory
    about = None if data.person_id is None else PersonId(data.person_id)
    made = invite(caller, SignatoryId(signatory_id), about, on_paper=data.on_paper)
    return InvitationOut(signatory_id, made.is_sent, made.address if data.on_paper else None)


ROUTES = Router(
    "/signatories",
    route_handlers=[
        register_signatory,
        change_signatory,
        get_signatory,
        list_signatories,
        invite_signatory,
    ],
    tags=["signatories"],
)
