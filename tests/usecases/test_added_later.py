"""
What was written before a field was added keeps the digest that the log has.
"""

from dataclasses import replace

from service.decision.channels import Channel, Quota
from service.decision.ids import ActorId, ChannelId
from service.decision.terms import Audience, Medium, Purpose
from service.records.channels import ChannelRecord
from service.usecases.exports.compared import forms_of
from service.usecases.plain import digest_of, plain

PAGE = ChannelRecord(
    Channel(
        id=ChannelId("channel-1"),
        name="Our page",
        medium=Medium.SOCIAL,
        platform="facebook",
        audience=Audience.PUBLIC,
        purposes=frozenset({Purpose.INFORMATION}),
        quota=Quota(4),
        publisher_ids=frozenset({ActorId("somebody")}),
        checklist=("No names",),
        checklist_version=1,
    ),
    "page",
    "page.example/house",
)
DIGEST_OF_PAGE = "08c90b1c05137686231a2ecb3c86bd56638c013bf06388f8e5f1614bf64699a9"
"""As the program computed it that had no such fields."""


def test_a_channel_of_before_keeps_its_digest() -> None:
    assert DIGEST_OF_PAGE == digest_of(PAGE)
    assert plain(PAGE) == next(iter(forms_of(PAGE)))


def test_what_a_channel_says_in_a_later_field_is_in_its_digest() -> None:
    two = replace(PAGE, channel=replace(PAGE.channel, two_approvals=True))
    styled = replace(PAGE, template="Two sentences.")

    for later in (two, styled):
        assert DIGEST_OF_PAGE not in {digest_of(each) for each in forms_of(later)}
