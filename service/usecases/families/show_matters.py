"""
Show a signatory everything they are asked, and what they answered.
"""

from dataclasses import dataclass

from service.decision.ids import PersonId
from service.decision.jurisdiction import Jurisdictions
from service.errors import NotFound
from service.usecases.desk import Desk
from service.usecases.families.cards import PersonMatters, current_forms, matters_of
from service.usecases.families.charges import circle_of
from service.usecases.families.doors import Family
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ShowMatters:
    """
    Show a signatory everything they are asked.
    """

    desk: Desk
    law: Jurisdictions

    def __call__(self, family: Family) -> tuple[PersonMatters, ...]:
        """
        Give the cards of everybody they speak for, in the order of names.

        What others said shows only as complete, waiting or not cleared.
        """
        with self.desk.database.look(family.organisation_id) as work:
            return self.within(work, family)

    def one(self, family: Family, person_id: PersonId) -> PersonMatters:
        """
        Give the cards of one person.

        Raises:
            NotFound: They do not speak for anybody with this id.
        """
        with self.desk.database.look(family.organisation_id) as work:
            return self.one_within(work, family, person_id)

    def within(self, work: UnitOfWork, family: Family) -> tuple[PersonMatters, ...]:
        """
        Do so in a transaction that holds more than it.
        """
        circle = circle_of(work, self.law, family.signatory_id, self.desk.clock())
        forms = current_forms(work)
        found = (matters_of(each, family.signatory_id, forms) for each in circle.charges)
        return tuple(sorted(found, key=lambda each: (each.given_name, each.person_id)))

    def one_within(self, work: UnitOfWork, family: Family, person_id: PersonId) -> PersonMatters:
        """
        Give the cards of one person in a transaction that holds more than it.

        Raises:
            NotFound: They do not speak for anybody with this id.
        """
        for each in self.within(work, family):
            if each.person_id == person_id:
                return each
        raise NotFound("There is no such person.")
