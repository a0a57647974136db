"""
Gather what an account of the processing is drawn up from.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from service.decision.channels import Channel
from service.decision.jurisdiction import Jurisdictions
from service.decision.retention import Retention
from service.decision.terms import Category
from service.ledger.keychain import RecoveryKey, read_statement
from service.records.organisation import Organisation
from service.records.paging import every
from service.usecases.accountability.deployment import Deployment
from service.usecases.ledger import HouseKey, statements_of
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What the register and the assessment say of this house, as it is today.
    """

    on: date
    organisation: Organisation
    law: str
    origin: str
    vkey: str
    has_recovery_key: bool
    channels: Sequence[Channel]
    """Those that are open, by name."""
    people: Mapping[Category, int]
    retention: Retention
    deployment: Deployment


@dataclass(frozen=True, slots=True)
class Gathering:
    """
    What does not stand in the storage.
    """

    law: Jurisdictions
    retention: Retention
    key: HouseKey
    deployment: Deployment

    def facts(self, work: UnitOfWork, now: datetime) -> Facts:
        """
        Give what is so at this instant.
        """
        organisation = work.organisations.current()
        vkey = self.key.root(work).verifier().vkey()
        named = {
            each.of
            for each in map(read_statement, statements_of(work))
            if isinstance(each, RecoveryKey)
        }
        channels = [each.channel for each in every(work.channels.list_page)]
        return Facts(
            on=now.astimezone(ZoneInfo(organisation.time_zone)).date(),
            organisation=organisation,
            law=self.law.get(organisation.jurisdiction).name,
            origin=self.key.origin(work),
            vkey=vkey,
            has_recovery_key=vkey in named,
            channels=sorted(
                (each for each in channels if not each.closed), key=lambda one: one.name
            ),
            people=Counter(each.category for each in every(work.people.list_page)),
            retention=self.retention,
            deployment=self.deployment,
        )
