"""
Keep the organisation of the transaction, and its units.
"""

from datetime import datetime

from sqlalchemy import insert, select, update

from service.decision.ids import ActorId
from service.errors import AlreadyExists, Conflict, NotFound
from service.persistence.queries import equals, mine
from service.persistence.schema.organisations import organisation_settings, organisations, units
from service.persistence.statements import Prepared
from service.persistence.stores.versions import Kind, SqlVersions
from service.persistence.transaction import Transaction
from service.records.organisation import Organisation, Unit

SETTINGS = Kind(organisation_settings, Organisation, lambda _: {})
UNITS = Kind(units, Unit, lambda _: {})

SLUG = Prepared(select(organisations.c.slug).where(mine(organisations)))
BY_SLUG = Prepared(
    select(organisations.c.organisation_id).where(equals(organisations.c.slug, "slug"))
)
ALL = Prepared(select(organisations.c.organisation_id).order_by(organisations.c.organisation_id))
CREATE = Prepared(insert(organisations), ("organisation_id", "slug"))
RENAME = Prepared(update(organisations).where(mine(organisations)), ("slug",))


class SqlOrganisations:
    """
    The organisation of one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction
        self._settings = SqlVersions(transaction, SETTINGS)
        self.units = SqlVersions(transaction, UNITS)

    def current(self, known_at: datetime | None = None) -> Organisation:
        """
        Give the organisation's settings.

        Raises:
            NotFound: It does not exist.
        """
        found = self._settings.find(self._transaction.organisation_id, known_at)
        if found is None:
            raise NotFound("There is no such organisation.")
        return found

    def add(self, organisation: Organisation, at: datetime, by: ActorId) -> int:
        """
        Write its next version; the first one creates it.

        Raises:
            Conflict: It is another organisation than that of the transaction.
            AlreadyExists: Another organisation has this short name.
        """
        if organisation.id != self._transaction.organisation_id:
            raise Conflict("This transaction is for another organisation.", field="id")
        self._take_slug(organisation.slug)
        return self._settings.add(organisation, at, by)

    def _take_slug(self, slug: str) -> None:
        own = self._transaction.first(SLUG)
        if own is not None and own[0] == slug:
            return
        if self._transaction.first(BY_SLUG, slug=slug) is not None:
            raise AlreadyExists("Another organisation has this short name.", field="slug")
        self._transaction.run(RENAME if own else CREATE, slug=slug)
