"""
Hold one transaction with all its stores.
"""

from service.decision.ids import OrganisationId
from service.decision.naming import NameIndex
from service.persistence.facts.gather import SqlCaseFacts
from service.persistence.fingerprints import Fingerprints
from service.persistence.following import Followed
from service.persistence.outside import Outside
from service.persistence.stores.acts import SqlActs
from service.persistence.stores.checks import SqlChecks
from service.persistence.stores.forms import SqlForms
from service.persistence.stores.keys import SqlKeys
from service.persistence.stores.ledger import SqlLedger
from service.persistence.stores.organisations import SqlOrganisations
from service.persistence.stores.outdated import SqlOutdatedPhotos
from service.persistence.stores.people import SqlPeople
from service.persistence.stores.photos import SqlPhotos
from service.persistence.stores.publications import SqlPublications
from service.persistence.stores.register import SqlChannelGroups, SqlChannels, SqlHolds
from service.persistence.stores.relations import SqlAuthorities, SqlProtections, SqlSignatories
from service.persistence.stores.replays import SqlReplays
from service.persistence.stores.words import SqlWords
from service.persistence.transaction import Transaction


class SqlUnitOfWork:
    """
    One transaction of one organisation.

    Leaving it without `commit` rolls everything back.  When `commit` returns,
    everything written survives `kill -9` and power loss.
    """

    def __init__(
        self,
        transaction: Transaction,
        outside: Outside,
        names: Followed[NameIndex],
        fingerprints: Followed[Fingerprints],
    ) -> None:
        """
        Give *transaction* all its stores.
        """
        self.transaction = transaction
        self.organisations = SqlOrganisations(transaction)
        self.people = SqlPeople(transaction, names)
        self.signatories = SqlSignatories(transaction)
        self.authorities = SqlAuthorities(transaction)
        self.protections = SqlProtections(transaction)
        self.channels = SqlChannels(transaction)
        self.channel_groups = SqlChannelGroups(transaction)
        self.holds = SqlHolds(transaction)
        self.forms = SqlForms(transaction)
        self.acts = SqlActs(transaction, outside.sealer)
        self.photos = SqlPhotos(transaction, outside.sealer, fingerprints)
        self.outdated_photos = SqlOutdatedPhotos(transaction, outside.sealer, fingerprints)
        self.checks = SqlChecks(transaction)
        self.publications = SqlPublications(transaction)
        self.facts = SqlCaseFacts(transaction)
        self.keys = SqlKeys(transaction)
        self.replays = SqlReplays(transaction)
        self.words = SqlWords(transaction, outside.sealer)
        self.ledger = SqlLedger(transaction, outside.new_salt)

    @property
    def organisation_id(self) -> OrganisationId:
        """
        Name the organisation it is for.
        """
        return self.transaction.organisation_id

    def commit(self) -> None:
        """
        Make everything durable, or raise and keep nothing.
        """
        self.transaction.commit()
