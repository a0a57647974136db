"""
Say who decides what a unit publishes: whom a checker is sent to.
"""

from collections.abc import Sequence

from service.decision.channels import Contact
from service.decision.ids import UnitId
from service.decision.powers import Role
from service.records.paging import Page
from service.records.staff import Member
from service.usecases.ports.work import UnitOfWork

PUBLISHER = "publisher"


def publishers_of(work: UnitOfWork, unit_id: UnitId | None) -> Sequence[Member]:
    """
    Give the members who publish for a unit, its own first.
    """
    after: str | None = None
    found: list[Member] = []
    while True:
        page = work.staff.list_page(Page(limit=200, after=after))
        found += [
            each for each in page.items if each.is_active and each.holds(Role.PUBLISHER, unit_id)
        ]
        after = page.next_after
        if after is None:
            return sorted(found, key=lambda each: (_is_for_everybody(each), each.id))


def contact_of(member: Member) -> Contact:
    """
    Give a member as somebody a next step can point to.
    """
    return Contact(name=member.name, role=PUBLISHER, email=member.email)


def _is_for_everybody(member: Member) -> bool:
    return any(each.role is Role.PUBLISHER and each.unit_id is None for each in member.appointments)
