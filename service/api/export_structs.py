"""
What exports and stories look like on the wire.
"""

from datetime import datetime

from msgspec import Struct

from service.api.wire import Id, Incoming, Instant, Text
from service.decision.ids import ComplaintId, PersonId, PublicationId
from service.records.complaints import ExportEventKind, ExportScope
from service.usecases.exports import RequestStory
from service.usecases.stories import RecordKind, StoryLine


class ExportIn(Incoming, frozen=True, kw_only=True):
    """
    What an export is about: one of the three.
    """

    person_id: Id | None = None
    publication_id: Id | None = None
    complaint_id: Id | None = None
    include_others: bool = False

    def to_scope(self) -> ExportScope:
        """
        Give it as the verb takes it.
        """
        return ExportScope(
            person_id=None if self.person_id is None else PersonId(self.person_id),
            publication_id=(
                None if self.publication_id is None else PublicationId(self.publication_id)
            ),
            complaint_id=None if self.complaint_id is None else ComplaintId(self.complaint_id),
            include_others=self.include_others,
        )


class ExportRequestIn(Incoming, frozen=True, kw_only=True):
    """
    An export of everyone, or of all that was recorded in a period; and why.
    """

    reason: Text
    from_at: Instant | None = None
    until_at: Instant | None = None


class ExportEventOut(Struct, frozen=True):
    """
    What became of a request.
    """

    kind: ExportEventKind
    recorded_at: datetime
    actor_id: str


class ExportRequestOut(Struct, frozen=True, kw_only=True):
    """
    A request for an export that two people are needed for.
    """

    id: str
    requested_at: datetime
    requested_by: str
    reason: str
    from_at: datetime | None
    until_at: datetime | None
    is_approved: bool
    events: list[ExportEventOut]

    @classmethod
    def of(cls, story: RequestStory) -> "ExportRequestOut":
        """
        Show a request.
        """
        request = story.request
        return cls(
            id=request.id,
            requested_at=request.requested_at,
            requested_by=request.requested_by,
            reason=request.reason,
            from_at=request.scope.from_at,
            until_at=request.scope.until_at,
            is_approved=story.is_approved,
            events=[
                ExportEventOut(each.kind, each.recorded_at, each.actor_id) for each in story.events
            ],
        )


class RecordOut(Struct, frozen=True):
    """
    The record behind a line of a story.
    """

    kind: RecordKind
    id: str


class WithheldOut(Struct, frozen=True):
    """
    What an export leaves out, why, and how often.
    """

    what: str
    reason: str
    count: int


class ExportPreviewOut(Struct, frozen=True):
    """
    What an export would hold and withhold.
    """

    holds: dict[str, int]
    withheld: list[WithheldOut]


class ExportMadeOut(Struct, frozen=True):
    """
    An export that somebody took.
    """

    entry: int
    made_at: datetime
    actor_id: str
    actor_kind: str
    about: str
    subject_id: str
    includes_others: bool


class StoryLineOut(Struct, frozen=True):
    """
    One entry of the log in one sentence.
    """

    entry: int
    at: datetime
    kind: str
    sentence: str
    record: RecordOut | None

    @classmethod
    def of(cls, line: StoryLine) -> "StoryLineOut":
        """
        Show a line.
        """
        named = line.record
        record = RecordOut(named.kind, named.id) if named else None
        return cls(line.index, line.at, line.kind, line.sentence, record)
