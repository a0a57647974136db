"""
Keep people, and destroy what an erasure must destroy.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, select

from service.decision.ids import ActorId, PersonId
from service.decision.naming import NameIndex, Namesakes
from service.errors import Conflict, NotFound
from service.persistence.documents import listed
from service.persistence.following import Followed
from service.persistence.names import names_known, people_among
from service.persistence.queries import equals, lists, mine
from service.persistence.schema.activity import publication_people, publication_words
from service.persistence.schema.people import authorities, people, protections
from service.persistence.schema.proposals import proposal_people, proposal_words
from service.persistence.schema.takedowns import takedown_proofs, takedowns
from service.persistence.statements import Prepared
from service.persistence.stores.erasing import has_been_erased, note_erasure
from service.persistence.stores.unique_names import release
from service.persistence.stores.versions import REGISTER, Kind, SqlVersions
from service.persistence.transaction import Transaction
from service.records.people import PersonRecord

EXTERNAL = "people:external_id"


def _columns(person: PersonRecord) -> Mapping[str, str]:
    return {
        "category": person.category.value,
        "external_id": person.external_id,
        "unit_ids": listed({each.unit_id for each in person.memberships}),
    }


PEOPLE = Kind(
    people,
    PersonRecord,
    _columns,
    names=lambda person: {EXTERNAL: person.external_id},
    filters={
        "category": equals(people.c.category, "category"),
        "external_id": equals(people.c.external_id, "external_id"),
        "unit_id": lists(people.c.unit_ids, "unit_id"),
    },
)

DESTROY = (
    Prepared(delete(people).where(mine(people), equals(people.c.id, "person_id"))),
    Prepared(delete(authorities).where(mine(authorities, "person_id"))),
    Prepared(delete(protections).where(mine(protections, "person_id"))),
    Prepared(
        delete(publication_words).where(
            mine(publication_words),
            publication_words.c.publication_id.in_(
                select(publication_people.c.publication_id).where(
                    mine(publication_people, "person_id")
                )
            ),
        )
    ),
    Prepared(
        delete(takedown_proofs).where(
            mine(takedown_proofs),
            takedown_proofs.c.takedown_id.in_(
                select(takedowns.c.id)
                .join(
                    publication_people,
                    (publication_people.c.organisation_id == takedowns.c.organisation_id)
                    & (publication_people.c.publication_id == takedowns.c.publication_id),
                )
                .where(mine(takedowns), mine(publication_people, "person_id"))
            ),
        )
    ),
    Prepared(
        delete(proposal_words).where(
            mine(proposal_words),
            proposal_words.c.proposal_id.in_(
                select(proposal_people.c.proposal_id).where(mine(proposal_people, "person_id"))
            ),
        )
    ),
)


class SqlPeople(SqlVersions[PersonRecord]):
    """
    The people of one transaction.
    """

    def __init__(
        self,
        transaction: Transaction,
        names: Followed[NameIndex],
        namesakes: Followed[Namesakes],
    ) -> None:
        """
        Work in *transaction*, and tell readers through *names*.
        """
        super().__init__(transaction, PEOPLE)
        self._names, self._namesakes = names, namesakes

    def add(self, record: PersonRecord, at: datetime, by: ActorId) -> int:
        """
        Write the next version of a person; its name counts from the commit.

        Raises:
            AlreadyExists: Somebody else has this outside number.
            Conflict: The person was erased, or changed meanwhile.
        """
        if self.is_erased(record.id):
            raise Conflict("This person was erased; an erased id is never used again.")
        version = super().add(record, at, by)
        self._changed(record.id)
        return version

    def find_external(self, external_id: str) -> PersonRecord | None:
        """
        Find by the organisation's own number.
        """
        return self.named(EXTERNAL, external_id)

    def among(self, person_ids: Sequence[PersonId]) -> Sequence[PersonRecord]:
        """
        Give those of these people who are registered, in one statement.
        """
        return people_among(self.transaction, person_ids) if person_ids else ()

    def erase(self, person_id: PersonId, at: datetime) -> None:
        """
        Destroy every version and every name; keep that the id was erased.

        With the person go the authorities over them and the orders that protect them
        (both quote proofs), and the words of publications that show them.

        Raises:
            NotFound: There is nobody with this id, and never was.
        """
        if self.is_erased(person_id):
            return
        self.transaction.lock(REGISTER)
        if not self.transaction.number(self.kind.last_version, id=person_id):
            raise NotFound("There is no such person.")
        note_erasure(self.transaction, "person", person_id, at)
        for destroy in DESTROY:
            self.transaction.run(destroy, person_id=person_id)
        release(self.transaction, person_id, EXTERNAL)
        self._changed(person_id)

    def is_erased(self, person_id: PersonId) -> bool:
        """
        Tell whether the id belonged to somebody who was erased.
        """
        return has_been_erased(self.transaction, "person", person_id)

    def name_index(self, known_at: datetime | None = None) -> NameIndex:
        """
        Give the names of the organisation, never older than this transaction.

        Those known at an earlier instant are read anew: only auditors ask for them.
        """
        if known_at is not None:
            return names_known(self.transaction, known_at)
        return self._names.view()

    def namesakes(self) -> Namesakes:
        """
        Give what finds namesakes, never older than this transaction.
        """
        return self._namesakes.view()

    def _changed(self, person_id: PersonId) -> None:
        self._names.changed(person_id)
        self._namesakes.wrote()  # both follow one log
