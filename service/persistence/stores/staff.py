"""
Keep those who work here, and what proves that it is them.
"""

from datetime import datetime

from sqlalchemy import delete, select, update

from service.decision.ids import MemberId
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import mine
from service.persistence.schema.staff import staff, staff_credentials
from service.persistence.statements import Prepared, inserting
from service.persistence.stores.erasing import note_erasure
from service.persistence.stores.unique_names import release
from service.persistence.stores.versions import REGISTER, Kind, SqlVersions
from service.persistence.transaction import Transaction
from service.records.staff import Credentials, Member

EMAIL = "staff:email"
MEMBERS = Kind(staff, Member, lambda _: {}, names=lambda each: {EMAIL: each.email})
DESTROY = Prepared(delete(staff).where(mine(staff, "id")))

_mine = mine(staff_credentials, "member_id")
CREDENTIALS = Prepared(select(staff_credentials.c.sealed, staff_credentials.c.seen_at).where(_mine))
ENTER = inserting(staff_credentials)
CHANGE = Prepared(update(staff_credentials).where(_mine), ("sealed",))
SEE = Prepared(update(staff_credentials).where(_mine), ("seen_at",))
DROP = Prepared(delete(staff_credentials).where(_mine))

_read = reader(Credentials).decode


class SqlStaff(SqlVersions[Member]):
    """
    Those who work here, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; credentials are stored under a seal.
        """
        super().__init__(transaction, MEMBERS)
        self._sealer = sealer

    def lock(self, member_id: MemberId) -> None:
        """
        Keep everybody else from a member's credentials until we end.
        """
        self.transaction.lock("staff", member_id)

    def find_email(self, email: str) -> Member | None:
        """
        Find a member by the address they sign in with.
        """
        return self.named(EMAIL, email)

    def find_credentials(self, member_id: MemberId) -> Credentials | None:
        """
        Find what proves that it is them.
        """
        row = self.transaction.first(CREDENTIALS, member_id=member_id)
        return _read(self._sealer.open(row[0])) if row else None

    def keep_credentials(self, credentials: Credentials) -> None:
        """
        Write what proves that it is them, in place of what did before.
        """
        member_id = credentials.member_id
        sealed = self._sealer.seal(document_of(credentials).encode())
        if not self.transaction.run(CHANGE, member_id=member_id, sealed=sealed):
            self.transaction.run(ENTER, member_id=member_id, sealed=sealed, seen_at=None)

    def seen_at(self, member_id: MemberId) -> datetime | None:
        """
        Give when they were here last.
        """
        row = self.transaction.first(CREDENTIALS, member_id=member_id)
        return row[1] if row else None

    def see(self, member_id: MemberId, at: datetime) -> None:
        """
        Note that they are here.
        """
        self.transaction.run(SEE, member_id=member_id, seen_at=at)

    def erase(self, member_id: MemberId, at: datetime) -> None:
        """
        Destroy every version of a member, and what proves that it is them.

        Raises:
            NotFound: There is nobody with this id.
        """
        self.transaction.lock(REGISTER)
        self.get(member_id)
        note_erasure(self.transaction, "staff", member_id, at)
        self.transaction.run(DESTROY, id=member_id)
        self.transaction.run(DROP, member_id=member_id)
        release(self.transaction, member_id, EMAIL)
