"""
Answers by name as they come in and go out.
"""

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct

from service.api.consent_structs import SaidIn
from service.api.wire import Id, Incoming, Line
from service.decision.terms import ActKind, Capacity, Matter, Method
from service.records.people import PersonRecord
from service.records.unmatched import Discard, NamedPerson, UnmatchedAnswer
from service.usecases.unmatched import ReceivedAnswer, State, UnmatchedStory


class NamedIn(Incoming, frozen=True, kw_only=True):
    """
    Somebody as an answer calls them.
    """

    given_name: Annotated[str, Meta(max_length=400, examples=["Léa"])] = ""
    family_name: Line
    born_on: date | None = None

    def to_named(self) -> NamedPerson:
        """
        Give the name as the verb takes it.
        """
        return NamedPerson(self.given_name, self.family_name, self.born_on)


class AnswerIn(SaidIn, frozen=True, kw_only=True):
    """
    An answer with the names that it bears.

    Without `signatory` the person answers.
    """

    person: NamedIn
    signatory: NamedIn | None = None

    def to_received(self) -> ReceivedAnswer:
        """
        Give the answer as the verb takes it: nobody knows yet about whom it is.
        """
        signatory = self.signatory.to_named() if self.signatory else None
        return ReceivedAnswer(self.person.to_named(), signatory, self.said("", ""))


class ReceivedOut(Struct, frozen=True):
    """
    What became of an answer: `id` is that of the act, or of what waits.
    """

    id: str
    state: State


class CandidateOut(Struct, frozen=True):
    """
    Somebody who may be meant.
    """

    person_id: str
    given_name: str
    family_name: str
    born_on: date | None

    @classmethod
    def of(cls, person: PersonRecord) -> "CandidateOut":
        """
        Show a person by name and day of birth.
        """
        return cls(person.id, person.given_name, person.family_name, person.born_on)


class UnmatchedOut(Struct, frozen=True, kw_only=True):
    """
    An answer that waits, as it came.
    """

    id: str
    received_at: datetime
    given_name: str
    family_name: str
    born_on: date | None
    signatory: str
    capacity: Capacity
    kind: ActKind
    matters: list[Matter]
    channel_ids: list[str]
    group_ids: list[str]
    everywhere: bool
    method: Method
    signed_at: datetime | None
    signed_on: date | None
    has_evidence: bool

    @classmethod
    def of(cls, answer: UnmatchedAnswer) -> "UnmatchedOut":
        """
        Show an answer that waits.
        """
        return cls(
            id=answer.id,
            received_at=answer.received_at,
            given_name=answer.person.given_name,
            family_name=answer.person.family_name,
            born_on=answer.person.born_on,
            signatory=answer.signatory.full_name if answer.signatory else "",
            capacity=answer.capacity,
            kind=answer.kind,
            matters=sorted(answer.matters),
            channel_ids=sorted(answer.channel_ids),
            group_ids=sorted(answer.group_ids),
            everywhere=answer.everywhere,
            method=answer.method,
            signed_at=answer.signed_at,
            signed_on=answer.signed_on,
            has_evidence=bool(answer.media_type),
        )


class UnmatchedStoryOut(Struct, frozen=True):
    """
    An answer that waits, with those who may be meant.
    """

    answer: UnmatchedOut
    candidates: list[CandidateOut]

    @classmethod
    def of(cls, story: UnmatchedStory) -> "UnmatchedStoryOut":
        """
        Show both.
        """
        return cls(
            UnmatchedOut.of(story.answer), [CandidateOut.of(each) for each in story.candidates]
        )


class UnmatchedList(Struct, frozen=True):
    """
    All answers that wait.
    """

    items: list[UnmatchedOut]


class ChoiceIn(Incoming, frozen=True, kw_only=True):
    """
    Who is meant; without `signatory_id`, whoever the answer names.
    """

    person_id: Id
    signatory_id: Id | None = None


class DiscardIn(Incoming, frozen=True, kw_only=True):
    """
    Why nobody here is meant.
    """

    reason: Discard
