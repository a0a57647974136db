"""
Answers as they come in and go out.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any

from msgspec import Meta, Struct, field, structs

from service.api.bodies import Binary
from service.api.form_structs import Matters
from service.api.requests import utc
from service.api.wire import Id, Incoming, Language, Text
from service.decision.consents import ConsentAct
from service.decision.ids import FormVersionId, PersonId, SignatoryId
from service.decision.terms import ActKind, Capacity, Matter, Method, Purpose
from service.usecases.consents import (
    ConsentDetails,
    EvidenceDetails,
    Reach,
    Signing,
    StopDetails,
)

Words = Annotated[
    list[Annotated[str, Meta(max_length=64)]],
    Meta(max_length=100, description="Ids or short names.", examples=[["facebook"]]),
]
MediaType = Annotated[str, Meta(max_length=100, examples=["application/pdf"])]
Note = Annotated[str, Meta(max_length=20_000)]
SignedAt = Annotated[datetime, Meta(tz=True, examples=["2026-03-01T09:00:00Z"])]

BASE64 = "^([0-9A-Za-z+/]{4})*([0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$"


class ReachIn(Incoming, frozen=True, kw_only=True):
    """
    Which channels an answer is about.
    """

    channels: Words = field(default_factory=list)
    groups: Annotated[list[Annotated[str, Meta(max_length=64)]], Meta(max_length=100)] = field(
        default_factory=list
    )
    everywhere: Annotated[
        bool, Meta(description="Every channel, also those to come; never for a yes.")
    ] = False

    def to_reach(self) -> Reach:
        """
        Give what is reached as the verbs take it.
        """
        return Reach(tuple(self.channels), tuple(self.groups), self.everywhere)


class EvidenceIn(Incoming, frozen=True, kw_only=True):
    """
    A scan, recording or message; `content` is base64.
    """

    media_type: MediaType
    content: Annotated[
        bytes, Meta(examples=["JVBERi0xLjcK"], extra_json_schema={"pattern": BASE64})
    ]
    note: Note = ""

    def to_evidence(self) -> EvidenceDetails:
        """
        Give the evidence as the verbs take it.
        """
        return EvidenceDetails(self.media_type, self.content, self.note)


class EvidenceForm(Incoming, frozen=True, kw_only=True):
    """
    A scan, recording or message as a file.
    """

    file: Binary
    note: Note = ""


class SaidIn(ReachIn, frozen=True, kw_only=True):
    """
    What somebody answered, whoever they are and whomever it is about.

    With neither `signed_at` nor `signed_on` it was signed now.
    """

    capacity: Capacity
    kind: Annotated[ActKind, Meta(examples=["given"])]
    matters: Annotated[list[Matter], Meta(max_length=20)] = field(default_factory=list)
    purposes: Annotated[list[Purpose], Meta(max_length=20)] = field(default_factory=list)
    explicit: bool = False
    form_version_id: Annotated[
        Id | None, Meta(examples=["0197a1c2-7d5e-7abc-8def-0123456789ab"])
    ] = None
    language: Language = ""
    method: Method = Method.WEB
    signed_at: SignedAt | None = None
    signed_on: date | None = None
    expires_on: date | None = None
    evidence: EvidenceIn | None = None
    witness_note: Note = ""

    def said(self, person_id: str, signatory_id: str) -> ConsentDetails:
        """
        Give the answer of one about another, as the verbs take it.
        """
        form = self.form_version_id
        return ConsentDetails(
            person_id=PersonId(person_id),
            signatory_id=SignatoryId(signatory_id),
            capacity=self.capacity,
            kind=self.kind,
            reach=self.to_reach(),
            matters=frozenset(self.matters),
            purposes=frozenset(self.purposes),
            explicit=self.explicit,
            form_version_id=None if form is None else FormVersionId(form),
            language=self.language,
            method=self.method,
            signing=Signing(utc(self.signed_at, "signed_at"), self.signed_on),
            expires_on=self.expires_on,
            evidence=self.evidence.to_evidence() if self.evidence else None,
            witness_note=self.witness_note,
        )


class ConsentIn(SaidIn, frozen=True, kw_only=True):
    """
    One answer of one signatory about one person.

    With neither `signed_at` nor `signed_on` it was signed now.  `web` is a page on which
    they answered themselves, yours or ours.  A yes with the day of its signature was given
    otherwise and says how; on a paper, it waits for its scan.
    """

    person_id: Id
    signatory_id: Id
    starts_on: date | None = None

    def to_details(self) -> ConsentDetails:
        """
        Give the answer as the verb takes it.
        """
        return replace(self.said(self.person_id, self.signatory_id), starts_on=self.starts_on)


class StopIn(ReachIn, frozen=True, kw_only=True):
    """
    Whose answers end, and which: all, if nothing more is said.
    """

    channels: Annotated[
        list[Annotated[str, Meta(max_length=64)]],
        Meta(max_length=100, description="Ids or short names."),
    ] = field(default_factory=list)
    person_id: Id
    signatory_id: Id
    matters: Annotated[list[Matter], Meta(max_length=20)] = field(default_factory=list)
    note: Note = ""

    def to_details(self) -> StopDetails:
        """
        Give the stop as the verbs take it.
        """
        return StopDetails(
            person_id=PersonId(self.person_id),
            signatory_id=SignatoryId(self.signatory_id),
            reach=self.to_reach(),
            matters=frozenset(self.matters),
            note=self.note,
        )


class RevocationIn(StopIn, frozen=True, kw_only=True):
    """
    Whose yes the organisation stops: all of it, if nothing more is said.
    """


class WithdrawalIn(StopIn, frozen=True, kw_only=True):
    """
    What is taken back: everything, if nothing more is said.

    No reason is asked.
    """

    method: Method = Method.WEB
    signed_at: SignedAt | None = None
    signed_on: date | None = None

    def to_details(self) -> StopDetails:
        """
        Give the withdrawal as the verb takes it.
        """
        signing = Signing(utc(self.signed_at, "signed_at"), self.signed_on)
        return replace(super().to_details(), method=self.method, signing=signing)


class InvalidationIn(Incoming, frozen=True, kw_only=True):
    """
    On what ground an act never counted.
    """

    note: Text


class ConsentOut(Struct, frozen=True, kw_only=True):
    """
    An act as recorded, by ids only: nobody's name or address.
    """

    id: str
    person_id: str
    signatory_id: str
    capacity: Capacity
    kind: ActKind
    matters: Matters
    signed_from: datetime
    signed_until: datetime
    recorded_at: datetime
    channel_ids: list[str]
    group_ids: list[str]
    everywhere: bool
    purposes: list[Purpose]
    explicit: bool
    method: Method
    form_version_id: str | None
    starts_on: date | None
    expires_on: date | None
    evidence_id: str | None
    evidence_due_on: date | None
    targets_act_id: str | None

    @classmethod
    def of(cls, act: ConsentAct) -> "ConsentOut":
        """
        Show an act.
        """
        shown: dict[str, Any] = {name: getattr(act, name) for name in _FIELDS}
        for name in ("matters", "channel_ids", "group_ids", "purposes"):
            shown[name] = sorted(shown[name])
        return cls(**shown)


_FIELDS = tuple(each.name for each in structs.fields(ConsentOut))
