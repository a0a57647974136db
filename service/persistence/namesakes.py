"""
Hold by which spellings people of an organisation are called in memory.

Beside the index of names (`names.py`), which a check needs: to bring that one up to date
at each enrolment took longer than the enrolment.
"""

from collections.abc import Iterable, Sequence

from service.decision.naming.namesakes import Namesakes, Spelled, whole_spellings
from service.persistence.names import everybody, people_among
from service.persistence.transaction import Transaction
from service.records.people import WHOLE_HOUSE, PersonRecord


class NamesakeSource:
    """
    Turn people's records into what finds namesakes.
    """

    log = "people"

    def load(self, transaction: Transaction) -> Namesakes:
        """
        Put everybody in.
        """
        return _with(Namesakes(), everybody(transaction))

    def learn(
        self, view: Namesakes, transaction: Transaction, subject_ids: Sequence[str]
    ) -> Namesakes:
        """
        Put these people in again; whoever was erased is gone.
        """
        people = people_among(transaction, subject_ids)
        for gone in {*subject_ids} - {each.id for each in people}:
            view.remove(gone)
        return _with(view, people)

    def beside(
        self, view: Namesakes, transaction: Transaction, subject_ids: Sequence[str]
    ) -> Namesakes:
        """
        Give a private view that has these people too.
        """
        return self.learn(view.copy(), transaction, subject_ids)


def _with(view: Namesakes, people: Iterable[PersonRecord]) -> Namesakes:
    for person in people:
        unit_ids = frozenset(each.unit_id for each in person.memberships) | {WHOLE_HOUSE}
        spellings = whole_spellings(person.given_name, person.family_name, person.aliases)
        view.put(person.id, Spelled(spellings, unit_ids))
    return view
