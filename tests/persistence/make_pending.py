"""
Make answers that wait, for tests that need some.
"""

from dataclasses import replace
from datetime import date

from service.decision.ids import (
    ChannelId,
    FormVersionId,
    GroupId,
    PendingId,
    PersonId,
    SignatoryId,
)
from service.decision.terms import Capacity, Matter, Method
from service.records.pending import PendingAnswer, PendingYes
from tests.persistence.ground import ASHA, NOW


def make_pending(name: str = "bram", **told: object) -> PendingAnswer:
    """
    Make a yes of a second parent about Léa.
    """
    pending = PendingAnswer(
        id=PendingId(f"pending-{name}"),
        person_id=PersonId("person-lea"),
        signatory_id=SignatoryId(f"signatory-{name}"),
        capacity=Capacity.PARENT,
        proposed_at=NOW,
        proposed_by=ASHA,
        form_version_id=FormVersionId("form-1"),
        method=Method.PAPER,
        signed_on=date(2026, 3, 1),
        parts=(
            PendingYes(
                frozenset({Matter.IMAGE}),
                frozenset({ChannelId("channel-fb")}),
                frozenset({GroupId("group-social")}),
            ),
        ),
        media_type="application/pdf",
    )
    return replace(pending, **told)  # type: ignore[arg-type]  # as the caller says
