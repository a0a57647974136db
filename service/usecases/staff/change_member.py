"""
Change a member: their name, the language they read, their roles.
"""

from dataclasses import dataclass

from service.decision.ids import MemberId
from service.decision.powers import Scope
from service.errors import InvalidInput
from service.ledger.entry import EntryKind
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.details import KEEP, changed
from service.usecases.plain import differences, digest_of, plain
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import is_own
from service.usecases.staff.member_details import MemberDetails, checked_member
from service.usecases.staff.overseeing import kept_member, needs_over, seen_member


@dataclass(frozen=True, slots=True)
class ChangeMember:
    """
    Change a member.
    """

    gate: Gate

    def __call__(self, caller: Caller, member_id: MemberId, details: MemberDetails) -> Member:
        """
        Change what was told and give the member as recorded; it counts at once.

        Everybody chooses their own language, and of what they want no letters; the rest is
        for an administrator of every place where the member has a role, before and after.

        Raises:
            NotAllowed: No `admin` scope there.
            NotFound: There is no such member for this caller.
            InvalidInput: Something told is unusable; an address never changes, since
                one-time links go there.
        """
        if details.email is not KEEP:
            raise InvalidInput("Invite the new address, end the old account.", field="email")
        only_choices = details == MemberDetails(language=details.language, quiet=details.quiet)
        own = only_choices and is_own(caller, member_id)
        if not own:
            caller.narrowed(Scope.ADMIN)
        with self.gate.desk.database.begin(caller.organisation_id) as work:
            now = self.gate.desk.clock()
            before = (seen_member if own else kept_member)(work, caller, member_id)
            after = checked_member(work, changed(before, details))
            if not own:
                needs_over(caller, after)
            if after == before:
                return before
            version = work.staff.add(after, now, caller.actor.id)
            payload = {
                "member_id": member_id,
                "version": version,
                "changed": differences(before, after),
                "roles": plain(after.appointments),
                "digest": digest_of(after),
            }
            self.gate.desk.record.append(work, caller, EntryKind.STAFF_CHANGED, now, payload)
            work.commit()
        return after
