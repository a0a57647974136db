"""
Keep those who answer for people, and the orders that protect people.
"""

from collections.abc import Sequence

from sqlalchemy import delete

from service.decision.ids import PersonId
from service.errors import NotFound
from service.persistence.queries import equals, mine
from service.persistence.schema.people import authorities, protections, signatories
from service.persistence.statements import Prepared
from service.persistence.stores.erasing import note_erasure
from service.persistence.stores.unique_names import release
from service.persistence.stores.versions import REGISTER, Kind, SqlVersions
from service.persistence.transaction import Transaction
from service.records.people import AuthorityRecord, ProtectionRecord, Signatory

EXTERNAL = "signatories:external_id"

_over = equals(authorities.c.person_id, "person_id")
_held_by = equals(authorities.c.signatory_id, "signatory_id")
_about = equals(protections.c.person_id, "person_id")

SIGNATORIES = Kind(
    signatories,
    Signatory,
    lambda each: {"external_id": each.external_id},
    names=lambda each: {EXTERNAL: each.external_id},
    filters={"external_id": equals(signatories.c.external_id, "external_id")},
)
AUTHORITIES = Kind(
    authorities,
    AuthorityRecord,
    lambda each: {
        "person_id": each.authority.person_id,
        "signatory_id": each.authority.signatory_id,
    },
    filters={"person_id": _over, "signatory_id": _held_by},
)
PROTECTIONS = Kind(
    protections,
    ProtectionRecord,
    lambda each: {"person_id": each.person_id},
    filters={"person_id": _about},
)

OVER_PERSON = AUTHORITIES.where(_over)
HELD_BY = AUTHORITIES.where(_held_by)
ABOUT_PERSON = PROTECTIONS.where(_about)
DESTROY = Prepared(delete(signatories).where(mine(signatories, "id")))


class SqlSignatories(SqlVersions[Signatory]):
    """
    Those who answer for others, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        super().__init__(transaction, SIGNATORIES)

    def find_external(self, external_id: str) -> Signatory | None:
        """
        Find by the organisation's own number.
        """
        return self.named(EXTERNAL, external_id)

    def erase(self, signatory_id: str) -> None:
        """
        Destroy every version of somebody who answers for nobody any more.

        Raises:
            NotFound: There is nobody with this id.
        """
        self.transaction.lock(REGISTER)
        if not self.transaction.number(self.kind.last_version, id=signatory_id):
            raise NotFound("There is no such signatory.")
        note_erasure(self.transaction, "signatory", signatory_id)
        self.transaction.run(DESTROY, id=signatory_id)
        release(self.transaction, signatory_id, EXTERNAL)


class SqlAuthorities(SqlVersions[AuthorityRecord]):
    """
    Who may speak for whom, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        super().__init__(transaction, AUTHORITIES)

    def list_of(self, person_id: PersonId) -> Sequence[AuthorityRecord]:
        """
        Give all authorities over a person, ended ones too.
        """
        return self.listed(OVER_PERSON, person_id=person_id)

    def list_held_by(self, signatory_id: str) -> Sequence[AuthorityRecord]:
        """
        Give all authorities somebody holds or held.
        """
        return self.listed(HELD_BY, signatory_id=signatory_id)


class SqlProtections(SqlVersions[ProtectionRecord]):
    """
    Orders that protect adults, in one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        super().__init__(transaction, PROTECTIONS)

    def list_of(self, person_id: PersonId) -> Sequence[ProtectionRecord]:
        """
        Give all orders about a person.
        """
        return self.listed(ABOUT_PERSON, person_id=person_id)
