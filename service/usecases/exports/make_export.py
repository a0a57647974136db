"""
Make an export: everything that is known, with its proof.
"""

from collections.abc import Callable
from dataclasses import dataclass

from service.decision.ids import ExportId
from service.decision.powers import Scope
from service.errors import Unavailable
from service.ledger.entry import EntryKind
from service.records.complaints import (
    ExportEvent,
    ExportEventKind,
    ExportScope,
)
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.exports.assemble import Assembler, Mark
from service.usecases.exports.collect import Collector, check_there
from service.usecases.exports.two_people import approved_scope
from service.usecases.ledger.house_key import HouseKey
from service.usecases.ledger.sequence_ledger import SequenceLedger
from service.usecases.ports.typesetting import Typesetter
from service.usecases.sight.people import needs_everybody

Progress = Callable[[int, int], None]
"""Hears how many steps of how many are done."""

NEEDED = (Scope.AUDIT, Scope.REASONS, Scope.PEOPLE_READ, Scope.CONSENTS_READ)
STEPS = 4


@dataclass(frozen=True, slots=True)
class Export:
    """
    One file, ready to be handed out.
    """

    id: str
    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class MakeExport:
    """
    Make an export.
    """

    desk: Desk
    key: HouseKey
    sequence_ledger: SequenceLedger
    typeset: Typesetter

    def __call__(
        self,
        caller: Caller,
        scope: ExportScope,
        export_id: ExportId | None = None,
        progress: Progress = lambda _done, _all: None,
    ) -> Export:
        """
        Write down who exports what, then give the file with that line in it.

        An export of everyone names the request that somebody else approved; each
        approval is good for one.

        Raises:
            NotAllowed: The caller lacks `audit`, `reasons`, `people:read` or
                `consents:read`, or does not see the whole organisation; or nobody
                else has approved an export of everyone.
            NotFound: What it is about is not there.
            Unavailable: The log has not signed the line yet; ask again.
        """
        for each in NEEDED:
            caller.needs(each)
        needs_everybody(caller)
        mark, size = self._marked(caller, scope, export_id)
        is_made = False
        try:
            export = self._made(caller, mark, size, progress)
            is_made = True
        finally:
            if not is_made:
                self._give_back(caller, mark)
        return export

    def _made(self, caller: Caller, mark: Mark, size: int, progress: Progress) -> Export:
        """
        Give the file, once its line is in the signed log.
        """
        progress(1, STEPS)
        self.sequence_ledger.settle(caller.organisation_id)
        with self.desk.database.look(caller.organisation_id) as work:
            head = work.ledger.last_checkpoint()
            found = [
                leaf
                for leaf in work.ledger.leaves(size - 1)
                if f'"{mark.id}"'.encode() in (leaf.entry or b"")
            ]
            if head is None or not found:
                raise Unavailable("The log is being signed just now; ask again in a moment.")
            collected = Collector(work, caller, mark.scope, mark.made_at)()
            collected.add_leaves(found)
            progress(2, STEPS)
            assembler = Assembler(work, collected, mark, head, self.key.signer(work))
            written = assembler.written()
        progress(3, STEPS)
        content = assembler.packed(written, self.typeset)
        progress(STEPS, STEPS)
        return Export(mark.id, f"obstat-export-{mark.id}.zip", content)

    def _give_back(self, caller: Caller, mark: Mark) -> None:
        """
        Write down that nothing was handed out; an approval for it stands.
        """
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            if mark.request_id is not None:
                kind = ExportEventKind.FAILED
                event = ExportEvent(mark.request_id, kind, now, caller.actor.id)
                work.export_requests.add_event(event)
            about = [mark.scope.person_id] if mark.scope.person_id else []
            payload = {"export_id": mark.id, "request_id": mark.request_id}
            self.desk.record.append(work, caller, EntryKind.EXPORT_FAILED, now, payload, about)
            work.commit()

    def _marked(
        self, caller: Caller, scope: ExportScope, export_id: ExportId | None
    ) -> tuple[Mark, int]:
        """
        Write the line of the log; give how many entries stood before it at least.
        """
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            head = work.ledger.last_checkpoint()
            if scope.is_about_everyone:
                scope = approved_scope(work, caller, export_id)
                event = ExportEvent(
                    ExportId(str(export_id)), ExportEventKind.MADE, now, caller.actor.id
                )
                work.export_requests.add_event(event)
            else:
                check_there(work, caller, scope)
            mark = Mark(
                id=self.desk.new_id(),
                made_at=now,
                made_by={"id": caller.actor.id, "kind": caller.actor.kind.value},
                scope=scope,
                request_id=export_id if scope.is_about_everyone else None,
            )
            about = [scope.person_id] if scope.person_id else []
            payload = {"export": mark.told()}
            self.desk.record.append(work, caller, EntryKind.EXPORT_MADE, now, payload, about)
            work.commit()
        return mark, head.size if head else 0
