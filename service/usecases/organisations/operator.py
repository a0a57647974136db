"""
Act for an organisation from the machine itself.
"""

from service.decision.ids import ActorId, OrganisationId
from service.decision.powers import Scope
from service.ledger.kinds import ActorKind
from service.records.activity import Actor
from service.usecases.caller import Caller

OPERATOR = Actor(
    id=ActorId("operator"),
    kind=ActorKind.SYSTEM,
    name="operator",
    scopes=frozenset(Scope),
    unit_ids=None,
)
"""Whoever has a shell on the machine: can read the database anyway."""


def operator_of(organisation_id: OrganisationId) -> Caller:
    """
    Give the caller that the command line is.
    """
    return Caller(organisation_id=organisation_id, actor=OPERATOR)
