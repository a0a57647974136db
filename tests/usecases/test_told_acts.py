"""
A letter leaves out nothing that somebody said.
"""

from dataclasses import replace
from datetime import UTC, datetime

from service.decision.channels import Channel
from service.decision.consents import ConsentAct
from service.decision.ids import ActId, ChannelId, PersonId, SignatoryId
from service.decision.terms import ActKind, Audience, Capacity, Matter, Medium
from service.usecases.families.issuing import told_acts

NOW = datetime(2026, 3, 2, tzinfo=UTC)
PAGE = Channel(
    ChannelId("page"), "Our page", Medium.SOCIAL, "facebook", Audience.PUBLIC, frozenset()
)
YES = ConsentAct(
    id=ActId("one"),
    person_id=PersonId("lea"),
    signatory_id=SignatoryId("anne"),
    capacity=Capacity.PARENT,
    kind=ActKind.GIVEN,
    matters=frozenset({Matter.IMAGE}),
    signed_from=NOW,
    signed_until=NOW,
    recorded_at=NOW,
    channel_ids=frozenset({PAGE.id}),
)
NO = replace(
    YES,
    kind=ActKind.REFUSED,
    matters=frozenset({Matter.NAME}),
    channel_ids=frozenset(),
    everywhere=True,
)


def test_a_no_everywhere_stands_beside_a_yes_on_one_page() -> None:
    assert "matter:name ✘\nOur page: matter:image ✔" == told_acts([YES, NO], {PAGE.id: PAGE})


def test_a_no_everywhere_alone_says_what_about() -> None:
    assert "matter:name ✘" == told_acts([NO], {})
    assert "✘" == told_acts([], {})
