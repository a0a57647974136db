"""
Hold one transaction with all its stores.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Generic, TypeVar, overload

from service.decision.ids import OrganisationId
from service.decision.naming import NameIndex, Namesakes
from service.persistence.facts.gather import SqlCaseFacts
from service.persistence.fingerprints import Fingerprints
from service.persistence.following import Followed
from service.persistence.outside import Outside
from service.persistence.stores.acts import SqlActs
from service.persistence.stores.campaigns import SqlCampaigns
from service.persistence.stores.checks import SqlChecks
from service.persistence.stores.complaints import SqlComplaints, SqlExportRequests
from service.persistence.stores.drafts import SqlDrafts
from service.persistence.stores.family_doors import SqlFamilyDoors
from service.persistence.stores.forms import SqlForms
from service.persistence.stores.hook_deliveries import SqlHookDeliveries
from service.persistence.stores.hooks import SqlHooks
from service.persistence.stores.keys import SqlKeys
from service.persistence.stores.ledger import SqlLedger
from service.persistence.stores.openid import SqlOpenId, SqlOpenIdStates
from service.persistence.stores.organisations import SqlOrganisations
from service.persistence.stores.outbox import SqlOutbox
from service.persistence.stores.outdated import SqlOutdatedPhotos
from service.persistence.stores.outlived import SqlOutlived
from service.persistence.stores.pairs import SqlPairs
from service.persistence.stores.paper import SqlPaperForms
from service.persistence.stores.passkeys import SqlChallenges, SqlPasskeys
from service.persistence.stores.pending import SqlPendingAnswers
from service.persistence.stores.people import SqlPeople
from service.persistence.stores.photos import SqlPhotos
from service.persistence.stores.proposals import SqlProposals
from service.persistence.stores.publications import SqlPublications
from service.persistence.stores.receipts import SqlReceipts
from service.persistence.stores.received import SqlReceivedRecords
from service.persistence.stores.register import (
    SqlChannelGroups,
    SqlChannels,
    SqlFormClosures,
    SqlHolds,
    SqlReviews,
)
from service.persistence.stores.relations import SqlAuthorities, SqlProtections, SqlSignatories
from service.persistence.stores.reminders import SqlReminders
from service.persistence.stores.replays import SqlReplays
from service.persistence.stores.staff import SqlStaff
from service.persistence.stores.staff_sessions import (
    SqlStaffAttempts,
    SqlStaffSessions,
    SqlStaffTickets,
)
from service.persistence.stores.stamping import SqlHeadStamps
from service.persistence.stores.takedowns import SqlTakedowns
from service.persistence.stores.unmatched import SqlUnmatchedAnswers
from service.persistence.stores.witnessing import SqlWitnessedHeads
from service.persistence.stores.words import SqlWords
from service.persistence.transaction import Transaction

S = TypeVar("S")


class Store(Generic[S]):
    """
    Make a store of a unit of work when it is first reached, once.

    A unit needs three or four of its twenty.
    """

    __slots__ = ("_make", "_name")

    def __init__(self, make: Callable[["SqlUnitOfWork"], S]) -> None:
        """
        Take what makes the store of a unit.
        """
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        """
        Learn under which name it is reached.
        """
        self._name = name

    @overload
    def __get__(self, work: None, owner: type) -> "Store[S]": ...
    @overload
    def __get__(self, work: "SqlUnitOfWork", owner: type) -> S: ...
    def __get__(self, work: "SqlUnitOfWork | None", owner: type) -> "Store[S] | S":
        """
        Give the store of *work*; from then on it is an attribute like any other.
        """
        if work is None:
            return self
        made = work.__dict__[self._name] = self._make(work)
        return made


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
        namesakes: Followed[Namesakes],
        fingerprints: Followed[Fingerprints],
    ) -> None:
        """
        Give *transaction* all its stores.
        """
        self.transaction = transaction
        self.outside = outside
        self.names = names
        self.namesakes = namesakes
        self.fingerprints = fingerprints

    organisations = Store(lambda work: SqlOrganisations(work.transaction))
    people = Store(lambda work: SqlPeople(work.transaction, work.names, work.namesakes))
    signatories = Store(lambda work: SqlSignatories(work.transaction))
    authorities = Store(lambda work: SqlAuthorities(work.transaction))
    protections = Store(lambda work: SqlProtections(work.transaction))
    pairs = Store(lambda work: SqlPairs(work.transaction))
    channels = Store(lambda work: SqlChannels(work.transaction))
    channel_groups = Store(lambda work: SqlChannelGroups(work.transaction))
    holds = Store(lambda work: SqlHolds(work.transaction))
    forms = Store(lambda work: SqlForms(work.transaction))
    form_closures = Store(lambda work: SqlFormClosures(work.transaction))
    reviews = Store(lambda work: SqlReviews(work.transaction))
    acts = Store(lambda work: SqlActs(work.transaction, work.outside.sealer))
    pending_answers = Store(lambda work: SqlPendingAnswers(work.transaction, work.outside.sealer))
    unmatched_answers = Store(
        lambda work: SqlUnmatchedAnswers(work.transaction, work.outside.sealer)
    )
    paper_forms = Store(lambda work: SqlPaperForms(work.transaction))
    received_records = Store(lambda work: SqlReceivedRecords(work.transaction, work.outside.sealer))
    photos = Store(lambda work: SqlPhotos(work.transaction, work.outside.sealer, work.fingerprints))
    outdated_photos = Store(
        lambda work: SqlOutdatedPhotos(work.transaction, work.outside.sealer, work.fingerprints)
    )
    drafts = Store(lambda work: SqlDrafts(work.transaction, work.outside.sealer))
    checks = Store(lambda work: SqlChecks(work.transaction))
    proposals = Store(lambda work: SqlProposals(work.transaction))
    takedowns = Store(lambda work: SqlTakedowns(work.transaction, work.outside.sealer))
    publications = Store(lambda work: SqlPublications(work.transaction))
    complaints = Store(lambda work: SqlComplaints(work.transaction))
    head_stamps = Store(lambda work: SqlHeadStamps(work.transaction))
    witnessed_heads = Store(lambda work: SqlWitnessedHeads(work.transaction))
    export_requests = Store(lambda work: SqlExportRequests(work.transaction))
    facts = Store(lambda work: SqlCaseFacts(work.transaction))
    keys = Store(lambda work: SqlKeys(work.transaction))
    replays = Store(lambda work: SqlReplays(work.transaction))
    family_doors = Store(lambda work: SqlFamilyDoors(work.transaction))
    campaigns = Store(lambda work: SqlCampaigns(work.transaction))
    reminders = Store(lambda work: SqlReminders(work.transaction))
    receipts = Store(lambda work: SqlReceipts(work.transaction))
    outbox = Store(lambda work: SqlOutbox(work.transaction, work.outside.sealer))
    hooks = Store(lambda work: SqlHooks(work.transaction, work.outside.sealer))
    hook_deliveries = Store(lambda work: SqlHookDeliveries(work.transaction))
    staff = Store(lambda work: SqlStaff(work.transaction, work.outside.sealer))
    staff_sessions = Store(lambda work: SqlStaffSessions(work.transaction, work.outside.sealer))
    staff_tickets = Store(lambda work: SqlStaffTickets(work.transaction))
    staff_attempts = Store(lambda work: SqlStaffAttempts(work.transaction))
    passkeys = Store(lambda work: SqlPasskeys(work.transaction, work.outside.sealer))
    challenges = Store(lambda work: SqlChallenges(work.transaction, work.outside.sealer))
    openid = Store(lambda work: SqlOpenId(work.transaction, work.outside.sealer))
    openid_states = Store(lambda work: SqlOpenIdStates(work.transaction, work.outside.sealer))
    outlived = Store(lambda work: SqlOutlived(work.transaction, work.outside.sealer))
    words = Store(lambda work: SqlWords(work.transaction, work.outside.sealer))
    ledger = Store(lambda work: SqlLedger(work.transaction, work.outside.new_salt))

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


class Begun(AbstractContextManager[SqlUnitOfWork]):
    """
    A unit of work that is opened on the way in and closed on the way out.
    """

    __slots__ = ("_open", "_work")

    def __init__(self, open_unit: Callable[[], SqlUnitOfWork]) -> None:
        """
        Take what opens the unit; it is not called before the block is entered.
        """
        self._open = open_unit
        self._work: SqlUnitOfWork | None = None

    def __enter__(self) -> SqlUnitOfWork:
        """
        Open the unit.
        """
        self._work = self._open()
        return self._work

    def __exit__(
        self, kind: object, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """
        Roll back what was not committed.
        """
        if self._work is not None:
            self._work.transaction.close()
