"""
Name the words and numbers of wire structs, each with an example.

The examples go into `openapi.json`; from them the manual is written and every
route is tried in tests.
"""

from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar

from litestar.params import QueryParameter
from msgspec import UNSET, Meta, Struct, structs

from service.decision.channels import Contact

T = TypeVar("T")

ID_PATTERN = "^[0-9A-Za-z_-]{1,64}$"
KEY_PATTERN = "^[!-~]+$"
INSTANT_PATTERN = r"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?([Zz]|[+-]\d{2}:\d{2})$"

Id = Annotated[
    str,
    Meta(
        pattern=ID_PATTERN,
        examples=["0197a1c2-7d5e-7abc-8def-0123456789ab"],
    ),
]
Line = Annotated[str, Meta(max_length=400, examples=["Les Coquelicots"])]
GivenName = Annotated[str, Meta(max_length=400, examples=["Léa"])]
Name = Annotated[str, Meta(max_length=400, examples=["Dupont"])]
Proof = Annotated[str, Meta(max_length=4000, examples=["Birth certificate 2015/117, seen"])]
Text = Annotated[str, Meta(max_length=20_000, examples=["Seen on paper, signed by both."])]
Email = Annotated[str, Meta(max_length=254, examples=["communication@jacinthes.example"])]
Phone = Annotated[str, Meta(max_length=40, examples=["+32 2 555 01 23"])]
Language = Annotated[str, Meta(max_length=35, examples=["fr-BE"])]
ExternalIdFilter = Annotated[
    str | None,
    QueryParameter(
        min_length=1,
        max_length=64,
        pattern=r"^[^\x00-\x1f]+$",
        description="Only whoever has this outside number.",
    ),
]
Instant = Annotated[datetime, Meta(tz=True, examples=["2027-09-01T00:00:00Z"])]


class Incoming(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """
    What comes in: a field that is not known is refused, and named.
    """

    def told(self) -> dict[str, Any]:
        """
        Give what was said: fields that were left out are left out here too.
        """
        return {name: value for name, value in structs.asdict(self).items() if value is not UNSET}


class ContactIn(Incoming, frozen=True, kw_only=True):
    """
    A named human or desk that the next step points to.
    """

    name: Annotated[str, Meta(max_length=400, examples=["Nadia Peeters"])]
    role: Annotated[str, Meta(max_length=400, examples=["contact for social networks"])]
    email: Email = ""
    phone: Phone = ""

    def to_contact(self) -> Contact:
        """
        Give the contact as the verbs take it.
        """
        return Contact(name=self.name, role=self.role, email=self.email, phone=self.phone)


class ContactOut(Struct, frozen=True):
    """
    A named human or desk that the next step points to.
    """

    name: str
    role: str
    email: str
    phone: str

    @classmethod
    def of(cls, contact: Contact) -> "ContactOut":
        """
        Show a contact.
        """
        return cls(contact.name, contact.role, contact.email, contact.phone)


class EndIn(Incoming, frozen=True, kw_only=True):
    """
    The first day on which something no longer holds; left out, today.
    """

    until_on: date | None = None


class PageOut(Struct, Generic[T], frozen=True):
    """
    One page of a list; `next`, until it is null, goes into `after`.
    """

    items: list[T]
    next: str | None
