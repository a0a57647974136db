"""
A house with people who work in it, behind the running service.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from uuid import uuid4

import httpx

from service.decision.ids import UnitId
from service.decision.powers import Appointment, Role
from service.errors import Unavailable
from service.records.organisation import SecondFactor
from service.usecases.caller import Caller
from service.usecases.organisations.operator import operator_of
from service.usecases.staff import MemberDetails, Origin
from service.web.session import COOKIE
from tests.api.door import Door, House
from tests.houses import JACINTHES
from tests.loopback import PLAIN
from tests.web.browser.visitor import Visitor
from tests.web.site import Site

PASSWORD = "seven blue chairs under a lamp"


@dataclass(frozen=True)
class StaffedHouse:
    """
    One organisation of the running service; `door` is its key to the API.
    """

    site: Site
    door: Door

    def hire(
        self, role: Role, name: str = "", unit_id: str | None = None, browser: str = ""
    ) -> str:
        """
        Give somebody a role and sign them in; give what their browser keeps.
        """
        return self.hire_for(
            (Appointment(role, UnitId(unit_id) if unit_id else None),),
            name or f"Sam {role.value.replace('_', ' ').title()}",
            browser,
        )

    def hire_for(
        self, appointments: tuple[Appointment, ...], name: str = "Sam", browser: str = ""
    ) -> str:
        """
        Give somebody several roles and sign them in; give what their browser keeps.
        """
        staff, whole = self.site.registry, operator_of(self.door.organisation.id)
        details = MemberDetails(
            email=f"{uuid4().hex[:12]}@jacinthes.example",
            name=name,
            language="en",
            appointments=appointments,
        )
        link = staff.staff.invite_member(whole, details)
        return staff.staff.accept_invitation(link.text, PASSWORD, Origin(client=browser)).token

    def let_in(
        self, visitor: Visitor, role: Role, unit_id: str | None = None, name: str = ""
    ) -> Visitor:
        """
        Put a visitor to work: signed in, with a role.
        """
        token = self.hire(role, name, unit_id)
        # A browser counts this machine as safe; what sets cookies from outside does not.
        safe = self.site.address.replace("http:", "https:")
        visitor.context.add_cookies(
            [{"name": COOKIE, "value": token, "url": safe, "secure": True, "httpOnly": True}]
        )
        return visitor


@contextmanager
def staffing(site: Site) -> Iterator[Callable[[], StaffedHouse]]:
    """
    Found houses in which a password is enough; afterwards every ledger must add up.
    """
    details = replace(JACINTHES, second_factor=SecondFactor.OFF)
    with httpx.Client(base_url=site.address, timeout=60, verify=PLAIN) as client:
        founded_here: list[StaffedHouse] = []

        def found_one() -> StaffedHouse:
            founded = site.registry.organisations.found_organisation(
                f"jacinthes-{uuid4().hex[:12]}", details
            )
            door = Door(House(client, site.registry), founded.first_key.text, founded.organisation)
            founded_here.append(StaffedHouse(site, door))
            return founded_here[-1]

        yield found_one
        for each in founded_here:
            whole = operator_of(each.door.organisation.id)
            assert None is _first_broken(site, whole)


def _first_broken(site: Site, caller: Caller) -> object:
    """
    Say what is wrong with a ledger; one whose first head is just being signed is waited for.
    """
    while True:
        with suppress(Unavailable):
            return site.registry.ledger.verify_ledger(caller).broken
