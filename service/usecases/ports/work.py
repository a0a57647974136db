"""
Ask for a unit of work: one transaction, all stores, an explicit end.
"""

from typing import Protocol

from service.decision.ids import OrganisationId
from service.usecases.ports.activity import CaseFacts, Checks, Keys, Publications, Replays
from service.usecases.ports.complaints import ComplaintWork
from service.usecases.ports.consents import Acts, Forms
from service.usecases.ports.drafts import Drafts
from service.usecases.ports.families import FamilyStores
from service.usecases.ports.hooks import HookWork
from service.usecases.ports.ledger import Ledger
from service.usecases.ports.mail import Outbox
from service.usecases.ports.openid import OpenIdWork
from service.usecases.ports.outdated import OutdatedPhotos
from service.usecases.ports.passkeys import PasskeyWork
from service.usecases.ports.pending import PendingWork
from service.usecases.ports.people import (
    Authorities,
    Organisations,
    Pairs,
    People,
    Protections,
    Signatories,
    Words,
)
from service.usecases.ports.photos import Photos
from service.usecases.ports.received import ReceivedWork
from service.usecases.ports.register import (
    ChannelGroups,
    Channels,
    FormClosures,
    Holds,
    Reviews,
)
from service.usecases.ports.retention import RetentionWork
from service.usecases.ports.staff import StaffWork
from service.usecases.ports.takedowns import PublishingWork


class UnitOfWork(
    StaffWork,
    PasskeyWork,
    PublishingWork,
    ComplaintWork,
    FamilyStores,
    PendingWork,
    RetentionWork,
    ReceivedWork,
    HookWork,
    OpenIdWork,
    Protocol,
):
    """
    One transaction of one organisation.

    Leaving it without `commit` rolls everything back.  When `commit` returns,
    everything written survives `kill -9` and power loss.
    """

    @property
    def organisation_id(self) -> OrganisationId:
        """
        Name the organisation it is for.
        """
        ...

    @property
    def organisations(self) -> Organisations:
        """
        Reach the organisation and its units.
        """
        ...

    @property
    def people(self) -> People:
        """
        Reach the people.
        """
        ...

    @property
    def signatories(self) -> Signatories:
        """
        Reach those who answer for others.
        """
        ...

    @property
    def authorities(self) -> Authorities:
        """
        Reach who may speak for whom.
        """
        ...

    @property
    def protections(self) -> Protections:
        """
        Reach the orders that protect adults.
        """
        ...

    @property
    def pairs(self) -> Pairs:
        """
        Reach what was said of two records.
        """
        ...

    @property
    def channels(self) -> Channels:
        """
        Reach the register of channels.
        """
        ...

    @property
    def channel_groups(self) -> ChannelGroups:
        """
        Reach the named sets of channels.
        """
        ...

    @property
    def holds(self) -> Holds:
        """
        Reach what stands in the way.
        """
        ...

    @property
    def forms(self) -> Forms:
        """
        Reach the forms.
        """
        ...

    @property
    def form_closures(self) -> FormClosures:
        """
        Reach which forms were closed.
        """
        ...

    @property
    def reviews(self) -> Reviews:
        """
        Reach who looked at channels and forms.
        """
        ...

    @property
    def acts(self) -> Acts:
        """
        Reach the consent acts.
        """
        ...

    @property
    def photos(self) -> Photos:
        """
        Reach the registered photos.
        """
        ...

    @property
    def drafts(self) -> Drafts:
        """
        Reach pictures that are kept for a while.
        """
        ...

    @property
    def checks(self) -> Checks:
        """
        Reach what was asked and answered.
        """
        ...

    @property
    def publications(self) -> Publications:
        """
        Reach what was published.
        """
        ...

    @property
    def facts(self) -> CaseFacts:
        """
        Reach the gathering of facts.
        """
        ...

    @property
    def keys(self) -> Keys:
        """
        Reach the keys of machines.
        """
        ...

    @property
    def replays(self) -> Replays:
        """
        Reach what idempotency keys made.
        """
        ...

    @property
    def ledger(self) -> Ledger:
        """
        Reach the log.
        """
        ...

    @property
    def outdated_photos(self) -> OutdatedPhotos:
        """
        Reach photos whose evidence is not made as it is today.
        """
        ...

    @property
    def outbox(self) -> Outbox:
        """
        Reach the letters that are to be sent.
        """
        ...

    @property
    def words(self) -> Words:
        """
        Reach what people typed.
        """
        ...

    def commit(self) -> None:
        """
        Make everything durable, or raise and keep nothing.
        """
        ...
