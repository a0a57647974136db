"""
Tell a pure case to the service, each thing at the instant at which it was learned.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from service.decision.case import Case, Policy
from service.decision.channels import Channel
from service.decision.consents import ConsentAct, FormVersion
from service.decision.holds import Hold
from service.decision.ids import ChannelId
from service.decision.people import Dossier
from service.decision.photos import Photo
from service.decision.terms import ActKind
from tests.api.clock import Clock
from tests.api.conformance.bodies import (
    FAMILY_NAME,
    act_body,
    authority_body,
    channel_body,
    given_name,
    person_body,
    photo_body,
    protection_body,
    version_body,
)
from tests.api.conformance.pictures import registered_file
from tests.api.door import Door
from tests.api.office import register
from tests.decision.cast import PUBLISHER, SIGNED_AT

FOUNDED_AT = SIGNED_AT - timedelta(days=60)
"""The house, its people, pages and photos are there before anybody answers."""
CONTACT = {"name": "Nadia Peeters", "role": "head of service"}
HEAD = ("checks", "reasons", "audit", "publications:write")
Event = tuple[datetime, int, Callable[[], object]]
FORM, HOLD, ACT, CHANNEL, POST = range(5)
"""What comes first at one instant."""


@dataclass(slots=True)
class Teller:
    """
    Tells one case to one organisation.
    """

    door: Door
    clock: Clock
    case: Case
    channel_id: ChannelId
    """The channel that will be asked about."""
    ids: dict[str, str] = field(default_factory=dict)
    """What the registry calls everything that the case names."""
    names: set[str] = field(default_factory=set)
    """Every name that was told."""

    def tell(self) -> Door:
        """
        Tell everything; give the door of the head of service, who may know reasons.

        Afterwards it is the instant at which the question is asked.
        """
        head = self._settle()
        for dossier in self.case.dossiers.values():
            self._introduce(dossier)
        self._register_photos()
        for at, _, happen in sorted(self._events(head), key=lambda event: event[:2]):
            self.clock.at = at
            happen()
        self.clock.at = self.case.known_at
        for dossier in self.case.dossiers.values():
            if dossier.person.erased:
                self.door.delete(f"/people/{self.ids[dossier.person.id]}", 204)
        return head

    def _settle(self) -> Door:
        """
        Settle the house: its law and policy, keys, units, groups, pages and forms.
        """
        house, door = self.case.house, self.door
        policy = {name: getattr(house.policy, name) for name in Policy.__dataclass_fields__}
        door.patch("/organisation", {"jurisdiction": house.jurisdiction, "policy": policy})
        key = door.post("/keys", {"name": "Head of service", "scopes": list(HEAD)})
        self.ids[PUBLISHER] = key["key"]["id"]
        for unit_id in {each.unit_id for each in self._channels() if each.unit_id}:
            reveals = unit_id in house.special_units
            unit = {"name": unit_id, "contact": CONTACT, "reveals_special_category": reveals}
            self.ids[unit_id] = door.post("/units", unit)["id"]
        for group_id in {each for channel in self._channels() for each in channel.group_ids}:
            made = door.post("/channel-groups", {"slug": group_id, "name": group_id})
            self.ids[group_id] = made["id"]
        for channel in self._channels():
            if not self._acts_before(channel):
                self._add_channel(channel)
        for slug in {"only", *(each.template_id for each in self.case.form_versions.values())}:
            door.post("/forms", {"slug": slug, "name": slug})
        self._publish_version("only", None)
        return Door(door.house, key["text"], door.organisation)

    def _introduce(self, dossier: Dossier) -> None:
        """
        Enter a person and everybody who may speak for them.
        """
        person = dossier.person
        made = self.door.post("/people", person_body(person))
        self.ids[person.id] = made["id"]
        self.names |= {given_name(person.id), FAMILY_NAME}
        for authority in dossier.authorities:
            self._know(authority.signatory_id)
            path = f"/people/{made['id']}/authorities"
            self.door.post(path, authority_body(authority, self.ids))
        for order in dossier.protections:
            self.door.post(f"/people/{made['id']}/protections", protection_body(order))

    def _know(self, signatory_id: str) -> None:
        """
        Enter a signatory, once for all whom they speak for.
        """
        if signatory_id in self.ids:
            return
        told = {"given_name": given_name(signatory_id), "family_name": FAMILY_NAME}
        self.ids[signatory_id] = self.door.post("/signatories", told)["id"]
        self.names.add(given_name(signatory_id))

    def _register_photos(self) -> None:
        """
        Register every photo that a picture resembles, the least close first.

        So that whoever looks at the closest can say that they compared it.
        """
        for place, picture in enumerate(self.case.pictures):
            for each in reversed(picture.resemblances):
                self._register(each.photo, registered_file(each.match, place))

    def _register(self, photo: Photo, content: bytes) -> None:
        """
        Register one photo.
        """
        body = photo_body(photo, self.ids)
        self.ids[photo.id] = register(self.door, content, **body)["id"]

    def _events(self, head: Door) -> Iterator[Event]:
        """
        Give what happened afterwards: when, in which order at one instant, and what.
        """
        for version in self.case.form_versions.values():
            publish = partial(self._publish_version, version.template_id, version)
            yield version.published_at, FORM, publish
        for act in self._acts():
            yield act.recorded_at, ACT, partial(self._record, act)
        for hold in self.case.holds:
            yield hold.from_at, HOLD, partial(self._place, hold)
        for channel in self._channels():
            if answered := self._acts_before(channel):
                yield max(answered), CHANNEL, partial(self._add_channel, channel)
        for channel_id, instants in self.case.published.items():
            for at in instants:
                yield at, POST, partial(self._publish, head, channel_id)

    def _channels(self) -> list[Channel]:
        """
        Give the channels that anything is about; the case knows more.
        """
        wanted = {self.channel_id, *(each for act in self._acts() for each in act.channel_ids)}
        return [each for each in self.case.channels.values() if each.id in wanted]

    def _acts(self) -> list[ConsentAct]:
        """
        Give what everybody answered until the question was asked.
        """
        acts = (act for dossier in self.case.dossiers.values() for act in dossier.acts)
        return [act for act in acts if act.recorded_at <= self.case.known_at]

    def _acts_before(self, channel: Channel) -> list[datetime]:
        """
        Give the answers about a group that this channel was not yet in.
        """
        return [
            act.recorded_at
            for act in self._acts()
            if act.group_ids & channel.group_ids and channel.id not in act.channel_ids
        ]

    def _add_channel(self, channel: Channel) -> None:
        """
        Register a channel.
        """
        made = self.door.post("/channels", channel_body(channel, self.ids))
        self.ids[channel.id] = made["id"]

    def _publish_version(self, slug: str, version: FormVersion | None) -> None:
        """
        Publish a version of a form.
        """
        made = self.door.post(f"/forms/{slug}/versions", version_body(version, self.ids))
        self.ids[version.id if version else ""] = made["id"]

    def _record(self, act: ConsentAct) -> None:
        """
        Record an answer by the verb it has.
        """
        path = "/consents/withdraw" if act.kind is ActKind.WITHDRAWN else "/consents"
        self.door.post(path, act_body(act, self.ids))

    def _place(self, hold: Hold) -> None:
        """
        Place a hold on the whole house.
        """
        self.door.post("/holds", {"kind": hold.kind})

    def _publish(self, head: Door, channel_id: ChannelId) -> None:
        """
        Publish the photo of the case on a channel.
        """
        photo = self.case.pictures[0].resemblances[0].photo
        told = {
            "photo_ids": [self.ids[photo.id]],
            "channel": self.ids[channel_id],
            "purpose": self.case.purpose,
        }
        head.post("/publications", told)
