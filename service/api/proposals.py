"""
Proposals: posts on their way to whoever may publish them.
"""

from datetime import date, datetime
from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta, Struct, field

from service.api.check_structs import Caption, UseIn
from service.api.publication_structs import AltText, As, PublicationOut, Where
from service.api.requests import After, Limit, Once, page
from service.api.wire import ID_PATTERN, Id, Incoming, PageOut, Text
from service.decision.case import Use
from service.decision.ids import PersonId, PhotoId, ProposalId
from service.decision.proposing import State
from service.decision.takedowns import Cause
from service.decision.terms import Purpose
from service.records.activity import PublishedAs
from service.records.proposals import ProposalStory
from service.usecases.caller import Caller
from service.usecases.checks.question import MAX_PICTURES
from service.usecases.proposals import ProposalDetails, ReleaseDetails
from service.usecases.registry import Registry

IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]
StateFilter = Annotated[
    State | None, QueryParameter(name="state", description="Only those in this state.")
]
"""Under another name inside: `state` is the framework's own word."""
Mine = Annotated[bool, QueryParameter(description="What the caller proposed.")]
Asked = Annotated[str, Meta(max_length=2_000, examples=["facebook"])]
AltTexts = Annotated[
    list[AltText],
    Meta(
        max_length=MAX_PICTURES,
        description="What each photo shows, in words, in the order of `photo_ids`.",
    ),
]
Line = Annotated[str, Meta(max_length=400, examples=["No number plates"])]


class ProposalIn(Incoming, frozen=True, kw_only=True):
    """
    A post to propose: registered photos, each in words, and a caption.

    `checklist` repeats every line of the channel's checklist.
    """

    channel: Asked
    purpose: Purpose = Purpose.INFORMATION
    photo_ids: Annotated[list[Id], Meta(max_length=MAX_PICTURES)] = field(default_factory=list)
    text: Caption = ""
    alt_texts: AltTexts = field(default_factory=list)
    uses: Annotated[list[UseIn], Meta(max_length=200)] = field(default_factory=list)
    planned_on: date | None = None
    checklist: Annotated[list[Line], Meta(max_length=100)] = field(default_factory=list)

    def to_details(self) -> ProposalDetails:
        """
        Give the proposal as the verb takes it.
        """
        return ProposalDetails(
            channel=self.channel,
            purpose=self.purpose,
            photo_ids=tuple(map(PhotoId, self.photo_ids)),
            caption=self.text,
            alt_texts=tuple(self.alt_texts),
            uses=tuple(Use(PersonId(each.person_id), each.matter) for each in self.uses),
            planned_on=self.planned_on,
            checklist=tuple(self.checklist),
        )


class SendBackIn(Incoming, frozen=True, kw_only=True):
    """
    Why it is not published like this.
    """

    note: Text


class ReleaseIn(Incoming, frozen=True, kw_only=True):
    """
    Where it was posted, and in whose name.
    """

    where: Where = ""
    published_as: As = PublishedAs.ORGANISATION


class ProposalEventOut(Struct, frozen=True, kw_only=True):
    """
    What became of a proposal, and what was written beside it.
    """

    state: State
    recorded_at: datetime
    actor_id: str
    check_id: str | None
    publication_id: str | None
    cause: Cause | None
    note: str


class ProposalOut(Struct, frozen=True, kw_only=True):
    """
    A proposal; `text` and `alt_texts` are null once they are destroyed.
    """

    id: str
    state: State
    channel_id: str
    purpose: Purpose
    photo_ids: list[str]
    text: str | None
    alt_texts: list[str] | None
    planned_on: date | None
    checklist: list[str]
    check_id: str
    proposed_at: datetime
    proposed_by: str
    approvals_needed: Annotated[
        int, Meta(description="So many members must agree; 0: a publisher is enough.")
    ]
    approved_by: Annotated[
        list[str], Meta(description="Members who agreed, of those who may agree today.")
    ]
    events: list[ProposalEventOut]

    @classmethod
    def of(cls, story: ProposalStory) -> "ProposalOut":
        """
        Show a proposal; a list shows no events.
        """
        proposal, words = story.proposal, story.words
        return cls(
            id=proposal.id,
            state=story.state,
            channel_id=proposal.channel_id,
            purpose=proposal.purpose,
            photo_ids=list(proposal.photo_ids),
            text=words.caption if words else None,
            alt_texts=list(words.alt_texts) if words else None,
            planned_on=proposal.planned_on,
            checklist=list(proposal.checklist),
            check_id=proposal.check_id,
            proposed_at=proposal.proposed_at,
            proposed_by=proposal.proposed_by,
            approvals_needed=story.approvals.needed,
            approved_by=list(story.approvals.by),
            events=[
                ProposalEventOut(
                    state=each.state,
                    recorded_at=each.recorded_at,
                    actor_id=each.actor_id,
                    check_id=each.check_id,
                    publication_id=each.publication_id,
                    cause=each.cause,
                    note=story.notes.get(each.number, ""),
                )
                for each in story.events
            ],
        )


@post("/", operation_id="proposePost", sync_to_thread=True)
def propose_post(
    data: JSONBody[ProposalIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> ProposalOut:
    """
    Propose a post to the publishers of its channel.

    It is checked first: with `do_not_publish`, 409 names the check that says why.
    """
    return ProposalOut.of(registry.proposals.propose_post(once(data), data.to_details()))


@post(
    "/{proposal_id:str}/approve",
    operation_id="approveProposal",
    status_code=200,
    sync_to_thread=True,
)
def approve_proposal(
    proposal_id: FromPath[str], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> ProposalOut:
    """
    Agree with a proposal; it is checked again for its day.

    Never by whoever proposed it, unless the organisation says so.  On a channel with
    `two_approvals` two members agree, signed in on the pages: a key gets 403.
    """
    return ProposalOut.of(registry.proposals.approve_proposal(once(), ProposalId(proposal_id)))


@post(
    "/{proposal_id:str}/send-back",
    operation_id="sendBackProposal",
    status_code=200,
    sync_to_thread=True,
)
def send_back_proposal(
    proposal_id: FromPath[str],
    data: JSONBody[SendBackIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ProposalOut:
    """
    Send a proposal back with a word.
    """
    story = registry.proposals.send_back_proposal(once(data), ProposalId(proposal_id), data.note)
    return ProposalOut.of(story)


@post(
    "/{proposal_id:str}/withdraw",
    operation_id="withdrawProposal",
    status_code=200,
    sync_to_thread=True,
)
def withdraw_proposal(
    proposal_id: FromPath[str], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> ProposalOut:
    """
    Take one's own proposal back.
    """
    return ProposalOut.of(registry.proposals.withdraw_proposal(once(), ProposalId(proposal_id)))


@post("/{proposal_id:str}/release", operation_id="releaseProposal", sync_to_thread=True)
def release_proposal(
    proposal_id: FromPath[str],
    data: JSONBody[ReleaseIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> PublicationOut:
    """
    Say where an approved proposal was posted; it is decided again now.

    When the verdict at this instant is not `publish`, 409 names the check that says
    why, nothing is published and the proposal is blocked.
    """
    details = ReleaseDetails(data.where, data.published_as)
    made = registry.proposals.release_proposal(once(data), ProposalId(proposal_id), details)
    return PublicationOut.of(made, once.caller)


@get("/{proposal_id:str}", operation_id="getProposal", sync_to_thread=True)
def get_proposal(
    proposal_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ProposalOut:
    """
    Give one proposal and what became of it.
    """
    return ProposalOut.of(registry.proposals.get_proposal(caller, ProposalId(proposal_id)))


@get("/", operation_id="listProposals", sync_to_thread=True)
def list_proposals(  # one argument a query parameter
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    in_state: StateFilter = None,
    unit_id: IdFilter = None,
    channel_id: IdFilter = None,
    mine: Mine = False,  # noqa: FBT002  # a query has names, no positions
) -> PageOut[ProposalOut]:
    """
    List proposals, oldest first: the queue, or with `mine` one's own.
    """
    which = {"unit_id": unit_id, "channel_id": channel_id}
    asked = page(limit, after, state=in_state.value if in_state else None, **which)
    listing = registry.proposals.list_proposals(caller, asked, mine=mine)
    return PageOut([ProposalOut.of(each) for each in listing.items], listing.next_after)


ROUTES = Router(
    "/proposals",
    route_handlers=[
        propose_post,
        approve_proposal,
        send_back_proposal,
        withdraw_proposal,
        release_proposal,
        get_proposal,
        list_proposals,
    ],
    tags=["proposals"],
)
