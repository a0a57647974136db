"""
Remember which id the registry gave to each slug of the story.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from cli.demo.house import Desk
from service.decision.channels import Contact
from service.decision.ids import (
    ActorId,
    ChannelId,
    FormVersionId,
    GroupId,
    PersonId,
    PhotoId,
    PublicationId,
    SignatoryId,
    UnitId,
)
from service.usecases.caller import Caller
from service.usecases.registry import Registry


class StoryClock:
    """
    Stand at the instant of the event that is being told.
    """

    def __init__(self, at: datetime) -> None:
        """
        Stand at *at*.
        """
        self.at = at

    def __call__(self) -> datetime:
        """
        Give the instant of the event.
        """
        return self.at.astimezone(UTC)


@dataclass(slots=True)
class Book:
    """
    The registry, on whose behalf, and every id so far.
    """

    registry: Registry
    caller: Caller
    password: str
    """Of everybody who signs in."""
    units: dict[str, UnitId] = field(default_factory=dict)
    people: dict[str, PersonId] = field(default_factory=dict)
    signatories: dict[str, SignatoryId] = field(default_factory=dict)
    groups: dict[str, GroupId] = field(default_factory=dict)
    channels: dict[str, ChannelId] = field(default_factory=dict)
    versions: dict[tuple[str, int], FormVersionId] = field(default_factory=dict)
    publishers: dict[str, ActorId] = field(default_factory=dict)
    photos: dict[str, PhotoId] = field(default_factory=dict)
    publications: dict[tuple[str, str], PublicationId] = field(default_factory=dict)
    """By scene and channel."""

    def signatory(self, slug: str) -> SignatoryId:
        """
        Give whoever answers: somebody else, or the person.
        """
        return self.signatories.get(slug) or SignatoryId(self.people[slug])


def contact_of(desk: Desk) -> Contact:
    """
    Give a desk as the registry knows contacts.
    """
    return Contact(desk.name, desk.role, desk.email, desk.phone)
