"""
Questions as they come in, and their answers.
"""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType, convert, field

from service.api.bodies import Binary
from service.api.photo_stories import RegionOut
from service.api.requests import utc
from service.api.wire import ContactOut, Id, Incoming, Instant
from service.decision.case import Intent, Use
from service.decision.ids import PersonId, PhotoId
from service.decision.terms import Answer, MatchClass, Matter, Purpose
from service.decision.verdict import Action, Code, Duty, Effect
from service.usecases.checks.question import MAX_NAMES, MAX_PICTURES, CheckQuestion, Upload

Asked = Annotated[
    str,
    Meta(
        max_length=2_000,
        examples=["facebook"],
        description="Id, short name (`slug`) or address of a channel.",
    ),
]
Names = Annotated[
    list[Annotated[str, Meta(max_length=400)]], Meta(max_length=1_000, examples=[["Léa Dupont"]])
]
REPEATS = "Sent once for each."
PlannedOn = Annotated[date, Meta(description="The day it is meant for; left out, today.")]
AsOf = Annotated[
    Instant, Meta(description="By what had happened by then; takes the scope `audit`.")
]
KnownAt = Annotated[
    Instant, Meta(description="As the registry knew it then; takes the scope `audit`.")
]
NamesOfForm = Annotated[
    list[Annotated[str, Meta(max_length=400)]],
    Meta(max_length=MAX_NAMES, examples=[["Léa Dupont"]], description=REPEATS),
]
ImagesOfForm = Annotated[list[Binary], Meta(max_length=MAX_PICTURES, description=REPEATS)]
PhotoIdsOfForm = Annotated[list[Id], Meta(max_length=MAX_PICTURES, description=REPEATS)]
UsesOfForm = Annotated[
    str,
    Meta(max_length=100_000, description="JSON: a list of objects with `person_id` and `matter`."),
]
Caption = Annotated[str, Meta(max_length=50_000, examples=["Léa at the farm"])]
PhotoIds = Annotated[list[Id], Meta(max_length=1_000)]


class UseIn(Incoming, frozen=True, kw_only=True):
    """
    The post also uses a voice, a story, a work or a tag of somebody.
    """

    person_id: Id
    matter: Matter


class PostIn(Incoming, frozen=True, kw_only=True):
    """
    What a post shows, says and uses, where and what for.
    """

    names: Names = field(default_factory=list)
    text: Caption = ""
    photo_ids: PhotoIds = field(default_factory=list)
    uses: Annotated[list[UseIn], Meta(max_length=1_000)] = field(default_factory=list)
    channel: Asked | None = None
    purpose: Purpose = Purpose.INFORMATION

    def to_question(self, uploads: tuple[Upload, ...] = ()) -> CheckQuestion:
        """
        Give the question as the verbs take it.
        """
        return CheckQuestion(
            purpose=self.purpose,
            channel=self.channel,
            uploads=uploads,
            photo_ids=tuple(map(PhotoId, self.photo_ids)),
            names=tuple(self.names),
            text=self.text,
            uses=tuple(Use(PersonId(each.person_id), each.matter) for each in self.uses),
        )


class AskedIntent(StrEnum):
    """
    Whether somebody wonders, or publishes now; proposals are agreed with.
    """

    CHECK = Intent.CHECK.value
    PUBLISH = Intent.PUBLISH.value


class CheckIn(PostIn, frozen=True, kw_only=True):
    """
    May this be published there, then?

    Without `channel`: where may it be published?
    """

    on: PlannedOn | None = None
    as_of: AsOf | None = None
    known_at: KnownAt | None = None
    intent: AskedIntent = AskedIntent.CHECK

    def to_question(self, uploads: tuple[Upload, ...] = ()) -> CheckQuestion:
        """
        Give the question as the verbs take it.
        """
        return replace(
            PostIn.to_question(self, uploads),
            on=self.on,
            as_of=utc(self.as_of, "as_of"),
            known_at=utc(self.known_at, "known_at"),
            intent=Intent(self.intent.value),
        )


class PostForm(Incoming, frozen=True, kw_only=True):
    """
    A post with its pictures.

    `uses` is JSON; what repeats is sent several times.
    """

    image: ImagesOfForm = field(default_factory=list)
    name: NamesOfForm = field(default_factory=list)
    text: Caption = ""
    photo_id: PhotoIdsOfForm = field(default_factory=list)
    uses: UsesOfForm = "[]"
    channel: Asked = ""
    purpose: Purpose = Purpose.INFORMATION


class CheckForm(PostForm, frozen=True, kw_only=True):
    """
    A question with its pictures.
    """

    on: PlannedOn | None = None
    as_of: AsOf | None = None
    known_at: KnownAt | None = None
    intent: AskedIntent = AskedIntent.CHECK


class ReasonOut(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """
    One thing that stands in the way.

    Whose it is and why is for those who may know.
    """

    code: Code
    effect: Effect
    person_id: str | UnsetType = UNSET
    matter: Matter | UnsetType = UNSET
    picture: int | UnsetType = UNSET
    row: str | UnsetType = UNSET


class ObligationOut(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """
    What must be done with something that may be published.
    """

    duty: Duty
    text: str | UnsetType = UNSET
    picture: int | UnsetType = UNSET


class NextStepOut(Struct, frozen=True):
    """
    What to do next, and the human who can help.
    """

    action: Action
    contact: ContactOut


class PlaceOut(Struct, frozen=True, omit_defaults=True):
    """
    Where in a set: a second from the beginning, or a page from 1.
    """

    at_seconds: int | UnsetType = UNSET
    page: int | UnsetType = UNSET


class SightingOut(Struct, frozen=True, omit_defaults=True):
    """
    Where a likeness is: in what was sent, and in what is registered.

    Left out where that is a single picture.
    """

    sent: PlaceOut | UnsetType = UNSET
    registered: PlaceOut | UnsetType = UNSET


class ResemblanceOut(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """
    A registered photo that a picture resembles, and how it differs.

    Places are told in thousandths of the registered photo: what `differs`, and the
    corners of what of it is `seen`.  `cut` says that part of it is missing; `cut_away`
    are people whose marked region lies there, for those who may know.
    """

    photo_id: str
    match: MatchClass
    places: list[SightingOut] | UnsetType = UNSET
    differs: list[RegionOut] | UnsetType = UNSET
    seen: list[tuple[int, int]] | UnsetType = UNSET
    cut: bool | UnsetType = UNSET
    cut_away: list[str] | UnsetType = UNSET


class NamedOut(Struct, frozen=True):
    """
    Whom a page of a document names.

    Several: any of them may be meant.
    """

    page: int
    person_ids: list[str]


class PictureOut(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """
    As what one picture was recognised, in the order they were sent.
    """

    match: MatchClass
    photo_id: str | None
    resembles: list[ResemblanceOut]
    notes: list[str]
    places: list[SightingOut] | UnsetType = UNSET
    people: list[str] | UnsetType = UNSET
    named: list[NamedOut] | UnsetType = UNSET


class VersionsOut(Struct, frozen=True):
    """
    Which rules and which table of jurisdictions gave the verdict.
    """

    engine: str
    jurisdictions: str


class VerdictOut(Struct, frozen=True, kw_only=True):
    """
    The verdict for one channel.
    """

    answer: Answer
    reasons: list[ReasonOut]
    obligations: list[ObligationOut]
    next_step: NextStepOut
    for_date: date
    versions: VersionsOut


class CheckOut(Struct, frozen=True, kw_only=True):
    """
    The answer: the worst of all channels on top, each channel's own below.
    """

    check_id: str
    answer: Answer
    reasons: list[ReasonOut]
    obligations: list[ObligationOut]
    next_step: NextStepOut
    pictures: list[PictureOut]
    for_date: date
    evaluated_at: str
    channels: dict[str, VerdictOut]

    @classmethod
    def of(cls, outcome: dict[str, Any]) -> "CheckOut":
        """
        Show an outcome, as far as it was disclosed.
        """
        return convert(outcome, cls)
