"""
A letter leaves out nothing that somebody said.
"""

from dataclasses import replace
from datetime import UTC, datetime

from service.decision.channels import Channel
from service.decision.consents import ConsentAct
from service.decision.ids import ActId, ChannelId, GroupId, PersonId, SignatoryId
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
    told = "answer:everywhere · matter:name answer:no\nOur page · matter:image answer:yes"

    assert told == told_acts([YES, NO], {PAGE.id: PAGE.name})


def test_a_no_everywhere_alone_says_what_about() -> None:
    assert "answer:everywhere · matter:name answer:no" == told_acts([NO], {})


def test_a_no_to_all_is_told_in_one_word() -> None:
    every = replace(NO, matters=frozenset(Matter))

    assert "answer:everywhere · answer:no" == told_acts([every], {})


def test_a_page_that_is_stopped_is_told_in_a_word() -> None:
    stop = replace(NO, matters=frozenset(), everywhere=False, channel_ids=frozenset({PAGE.id}))

    assert "Our page · answer:no" == told_acts([stop], {PAGE.id: PAGE.name})


def test_what_is_said_of_a_group_of_pages_names_the_group() -> None:
    group = replace(YES, channel_ids=frozenset(), group_ids=frozenset({GroupId("social")}))

    assert "Social media · matter:image answer:yes" == told_acts(
        [group], {"social": "Social media"}
    )
