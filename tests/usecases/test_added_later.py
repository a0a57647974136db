"""
What was written before a field was added keeps the digest that the log has.
"""

from dataclasses import replace
from datetime import UTC, datetime

from service.decision.channels import Channel, Quota
from service.decision.ids import ActorId, ChannelId, CheckId, PersonId, PhotoId, PublicationId
from service.decision.terms import Audience, Medium, Purpose
from service.records.activity import Publication, PublishedAs
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
THEN = datetime(2027, 5, 12, tzinfo=UTC)
POST = Publication(
    id=PublicationId("p1"),
    channel_id=ChannelId("channel-1"),
    purpose=Purpose.INFORMATION,
    published_at=THEN,
    recorded_at=THEN,
    actor_id=ActorId("a"),
    check_id=CheckId("c"),
    photo_ids=(PhotoId("x"),),
    person_ids=(PersonId("y"),),
    where="w",
)
DIGEST_OF_POST = "e5735c27513599ea890b0715d0f3797605c770d799eb98a3fc210c1dbc229c8a"


def test_a_channel_of_before_keeps_its_digest() -> None:
    assert DIGEST_OF_PAGE == digest_of(PAGE)
    assert plain(PAGE) == next(iter(forms_of(PAGE)))


def test_a_publication_of_before_keeps_its_digest() -> None:
    assert DIGEST_OF_POST == digest_of(POST)
    assert DIGEST_OF_POST != digest_of(replace(POST, published_as=PublishedAs.FAMILY))


def test_what_a_channel_says_in_a_later_field_is_in_its_digest() -> None:
    two = replace(PAGE, channel=replace(PAGE.channel, two_approvals=True))
    styled = replace(PAGE, template="Two sentences.")

    for later in (two, styled):
        assert DIGEST_OF_PAGE not in {digest_of(each) for each in forms_of(later)}
