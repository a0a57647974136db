"""
Say who may come in by which secret, how long, and how often they ask.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from service.decision.ids import ActorId, OrganisationId, SignatoryId
from service.ledger.kinds import ActorKind
from service.records.activity import Actor
from service.records.families import DoorKey, DoorKind
from service.records.organisation import Organisation
from service.usecases.caller import Caller
from service.usecases.ports.database import Database
from service.usecases.ports.services import NewId, Token
from service.usecases.ports.work import UnitOfWork

LINK_LASTS = timedelta(days=30)
CODE_LASTS = timedelta(minutes=10)
"""ASVS 6.5.5: at most ten minutes for a code that is sent."""
SESSION_LASTS = timedelta(minutes=60)
"""Long enough for a slow reader, short enough for a phone that is lent."""
MOST_TRIES = 5
CODE_DIGITS = 6

OFTEN = timedelta(minutes=15)
MOST_CODES_OFTEN = 5
MOST_CODES_A_DAY = 20
"""Links survive scanners that press the button: each press sends one code more."""
MOST_SAME_REQUESTS = 3
"""Of one contact within `OFTEN`; further ones are answered alike and do nothing."""
MOST_REQUESTS_AN_HOUR = 300
"""Of a whole organisation: beyond, somebody is trying a list of addresses."""
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Family:
    """
    Somebody who came in: one signatory, until their session ends.
    """

    organisation_id: OrganisationId
    slug: str
    signatory_id: SignatoryId
    expires_at: datetime
    name: str = ""
    language: str = ""

    @property
    def caller(self) -> Caller:
        """
        Give the caller that the ledger names; it has no scope of staff.
        """
        return caller_of(self.organisation_id, self.signatory_id)


def caller_of(organisation_id: OrganisationId, signatory_id: SignatoryId) -> Caller:
    """
    Give the caller that a signatory is.
    """
    actor = Actor(
        id=ActorId(signatory_id),
        kind=ActorKind.SIGNATORY,
        name="family",
        scopes=frozenset(),
        unit_ids=None,
    )
    return Caller(organisation_id, actor)


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """
    Issue secrets of families and find what they open.

    A secret of a session names its organisation (`slug.secret`), because a request is
    looked at before anything is known of it.
    """

    database: Database
    token: Token
    new_id: NewId

    def issue(
        self,
        work: UnitOfWork,
        kind: DoorKind,
        signatory_id: SignatoryId,
        now: datetime,
        lasts: timedelta,
        code: str = "",
    ) -> str:
        """
        Make a secret; only its digest is kept.
        """
        secret = self.token.issue()
        bound = self.token.digest(f"{secret}.{code}") if code else b""
        work.family_doors.add(
            DoorKey(
                id=self.new_id(),
                kind=kind,
                signatory_id=signatory_id,
                digest=self.token.digest(secret),
                made_at=now,
                expires_at=now + lasts,
                code_digest=bound,
            )
        )
        return secret

    def find(self, work: UnitOfWork, kind: DoorKind, secret: str, now: datetime) -> DoorKey | None:
        """
        Find what a secret opens.
        """
        return work.family_doors.find(kind, self.token.digest(secret), now)

    def organisation_of(self, slug: str) -> OrganisationId | None:
        """
        Find the organisation that an address names.
        """
        return self.database.find_organisation(slug)


def language_for(wanted: str, organisation: Organisation) -> str:
    """
    Give the language to write in: theirs, or the first of the house.
    """
    return wanted or (organisation.languages[0] if organisation.languages else "")
