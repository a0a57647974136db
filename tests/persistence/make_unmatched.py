"""
Make answers that wait for a name, for tests that need some.
"""

from datetime import date

from service.decision.ids import UnmatchedId
from service.decision.terms import ActKind, Capacity, Matter, Method
from service.records.unmatched import NamedPerson, UnmatchedAnswer
from tests.persistence.ground import ASHA, NOW


def make_unmatched(name: str = "lea") -> UnmatchedAnswer:
    """
    Make a no on paper of somebody called Léa.
    """
    return UnmatchedAnswer(
        id=UnmatchedId(f"unmatched-{name}"),
        received_at=NOW,
        received_by=ASHA,
        unit_ids=None,
        person=NamedPerson("Léa", "Dupont", date(2016, 5, 4)),
        signatory=None,
        capacity=Capacity.SELF,
        kind=ActKind.REFUSED,
        matters=frozenset({Matter.IMAGE}),
        purposes=frozenset(),
        method=Method.PAPER,
        signed_at=None,
        signed_on=date(2026, 3, 1),
        everywhere=True,
        media_type="application/pdf",
    )
