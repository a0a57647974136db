"""
Ask for an export of everyone, and agree to what others ask.

Whoever could take everything alone would be the one thing that an attacker needs
(threat T22).
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import ExportId
from service.decision.powers import Scope
from service.errors import Conflict, InvalidInput, NotAllowed
from service.ledger.entry import EntryKind
from service.records.complaints import (
    ExportEvent,
    ExportEventKind,
    ExportRequest,
    ExportScope,
)
from service.records.paging import Listing, Page
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class RequestStory:
    """
    A request with what became of it.
    """

    request: ExportRequest
    events: tuple[ExportEvent, ...]

    @property
    def is_approved(self) -> bool:
        """
        Tell whether it may be made now.
        """
        kinds = [each.kind for each in self.events]
        taken = kinds.count(ExportEventKind.MADE) - kinds.count(ExportEventKind.FAILED)
        return kinds.count(ExportEventKind.APPROVED) > taken


@dataclass(frozen=True, slots=True)
class RequestExport:
    """
    Ask for an export of everyone, or of a period.
    """

    desk: Desk

    def __call__(self, caller: Caller, scope: ExportScope, reason: str) -> RequestStory:
        """
        Write down who asks and why; nothing is exported yet.

        Raises:
            NotAllowed: The caller lacks `audit`, or sees some units only.
            InvalidInput: It is not about everyone, or no reason is given.
        """
        caller.needs(Scope.AUDIT)
        needs_everybody(caller)
        if not scope.is_about_everyone:
            raise InvalidInput("This takes no second person: export it.", field="scope")
        if scope.from_at and scope.until_at and scope.from_at >= scope.until_at:
            raise InvalidInput("The period ends before it begins.", field="until_at")
        why = text.paragraphs(reason, "reason", longest=2_000, required=True)
        with self.desk.database.begin(caller.organisation_id) as work:
            if made_before := recall(work, caller):
                return story_of(work, ExportId(made_before))
            now = self.desk.clock()
            request = ExportRequest(ExportId(self.desk.new_id()), now, caller.actor.id, scope, why)
            work.export_requests.add(request)
            payload = {"request": plain(request)}
            self.desk.record.append(work, caller, EntryKind.EXPORT_REQUESTED, now, payload)
            keep(work, caller, request.id, now)
            work.commit()
        return RequestStory(request, ())


@dataclass(frozen=True, slots=True)
class ApproveExport:
    """
    Agree to an export that somebody else asked for.
    """

    desk: Desk

    def __call__(self, caller: Caller, export_id: ExportId) -> RequestStory:
        """
        Let it be made, once.

        Raises:
            NotAllowed: The caller lacks `audit` or asked for it.
            NotFound: Nobody asked for it.
            Conflict: It is approved already.
        """
        caller.needs(Scope.AUDIT)
        needs_everybody(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.export_requests.lock_story(export_id)
            story = story_of(work, export_id)
            if story.request.requested_by == caller.actor.id:
                raise NotAllowed("Whoever asks for everything cannot approve it too.")
            if story.is_approved:
                raise Conflict("This export is approved already.")
            now = self.desk.clock()
            event = ExportEvent(export_id, ExportEventKind.APPROVED, now, caller.actor.id)
            work.export_requests.add_event(event)
            payload = {"event": plain(event)}
            self.desk.record.append(work, caller, EntryKind.EXPORT_APPROVED, now, payload)
            work.commit()
        return RequestStory(story.request, (*story.events, event))


@dataclass(frozen=True, slots=True)
class ListExportRequests:
    """
    List what was asked for and what became of it.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[RequestStory]:
        """
        Give one page, oldest first.

        Raises:
            NotAllowed: The caller lacks `audit`, or sees some units only.
        """
        caller.needs(Scope.AUDIT)
        needs_everybody(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            found = work.export_requests.list_page(page)
            stories = tuple(
                RequestStory(each, tuple(work.export_requests.events_of(each.id)))
                for each in found.items
            )
        return Listing(stories, found.next_after)


def approved_scope(work: UnitOfWork, caller: Caller, export_id: ExportId | None) -> ExportScope:
    """
    Give the scope of a request that somebody else approved.

    Raises:
        NotAllowed: Nobody asked, nobody approved, or it was made already.
        NotFound: There is no such request.
    """
    if export_id is None:
        message = "An export of everyone takes two people: ask for it, and let somebody approve."
        raise NotAllowed(message)
    # Two who take it at once would both count the same approval.
    work.export_requests.lock_story(export_id)
    story = story_of(work, export_id)
    approvers = {each.actor_id for each in story.events if each.kind is ExportEventKind.APPROVED}
    if not story.is_approved or not approvers - {story.request.requested_by}:
        raise NotAllowed("Nobody else has approved this export, or it was made already.")
    if caller.actor.id not in {story.request.requested_by, *approvers}:
        raise NotAllowed("Only whoever asked for it or approved it takes this export.")
    return story.request.scope


def used_for_everything(
    work: UnitOfWork, caller: Caller, export_id: ExportId | None, at: datetime
) -> None:
    """
    Use up an approval for the whole house; one of a period is none.

    Raises:
        NotAllowed: As when it is looked for; or it is of a period.
        NotFound: There is no such request.
    """
    scope = approved_scope(work, caller, export_id)
    if scope.from_at or scope.until_at or export_id is None:
        raise NotAllowed("This export was approved for a period, not for everything.")
    made = ExportEvent(export_id, ExportEventKind.MADE, at, caller.actor.id)
    work.export_requests.add_event(made)


def story_of(work: UnitOfWork, export_id: ExportId) -> RequestStory:
    """
    Give a request with what became of it.
    """
    request = work.export_requests.get(export_id)
    return RequestStory(request, tuple(work.export_requests.events_of(export_id)))
