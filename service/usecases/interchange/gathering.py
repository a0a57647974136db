"""
Gather answers with everything that they name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from service.decision.consents import ConsentAct
from service.decision.ids import ActId, PersonId, SignatoryId
from service.records.channels import ChannelRecord
from service.records.forms import FormVersionRecord
from service.records.paging import MAX_PAGE, Page
from service.records.people import Signatory
from service.usecases.interchange import graph
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Gathered:
    """
    Answers, and what they name by kind.
    """

    acts: Sequence[ConsentAct]
    things: Mapping[str, Sequence[Any]]
    received: Mapping[ActId, bytes]

    @property
    def channels(self) -> dict[str, ChannelRecord]:
        """
        Give the channels by id.
        """
        return {each.id: each for each in self.things["Channel"]}

    @property
    def versions(self) -> dict[str, FormVersionRecord]:
        """
        Give the versions of forms by id.
        """
        return {each.id: each for each in self.things["FormVersion"]}

    def ids(self, name: str) -> frozenset[str]:
        """
        Name everything of a kind.
        """
        return frozenset(each.id for each in self.things[name])


def everything(work: UnitOfWork) -> Gathered:
    """
    Gather the whole house, without answers about the erased.
    """
    things = _things(work, graph.KINDS)
    known = {each.id for each in things["Person"]}
    acts = tuple(each for each in _acts(work) if each.person_id in known)
    return Gathered(acts, things, work.received_records.all())


def of_person(work: UnitOfWork, person_id: PersonId) -> Gathered:
    """
    Gather what is about one person, and no more of the house than it names.
    """
    acts = tuple(work.acts.list_of(person_id))
    person = work.people.get(person_id)
    authorities = tuple(work.authorities.list_of(person_id))
    holders = {each.authority.signatory_id for each in authorities}
    channel_ids = {each for act in acts for each in act.channel_ids}
    version_ids = {each.form_version_id for each in acts}
    house = _things(work, graph.OF_THE_HOUSE)
    channels = [each for each in house["Channel"] if each.id in channel_ids]
    versions = [each for each in house["FormVersion"] if each.id in version_ids]
    named: dict[str, set[Any]] = {
        "Form": {each.version.template_id for each in versions},
        "ChannelGroup": {each for act in acts for each in act.group_ids}
        | {each for channel in channels for each in channel.channel.group_ids}
        | {each for version in versions for each in version.group_ids},
        "Unit": {each.unit_id for each in person.memberships}
        | {each.channel.unit_id for each in channels},
    }
    things: dict[str, Sequence[Any]] = {
        name: [each for each in house[name] if each.id in ids] for name, ids in named.items()
    }
    things |= {"Channel": channels, "FormVersion": versions, "Person": [person]}
    things |= {"Authority": authorities, "Signatory": _known(work, holders)}
    received = {each.id: work.received_records.find(each.id) for each in acts}
    kept = {name: document for name, document in received.items() if document is not None}
    return Gathered(acts, things, kept)


def _known(work: UnitOfWork, ids: set[SignatoryId]) -> list[Signatory]:
    """
    Give those who answer and are no people of the house themselves.
    """
    found = (work.signatories.find(each) for each in sorted(ids))
    return [each for each in found if each is not None]


def _things(work: UnitOfWork, kinds: Sequence[graph.NodeKind]) -> dict[str, Sequence[Any]]:
    return {kind.name: tuple(graph.all_of(kind, work)) for kind in kinds}


def _acts(work: UnitOfWork) -> Iterator[ConsentAct]:
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing = work.acts.list_page(page)
        yield from listing.items
        page = replace(page, after=listing.next_after) if listing.next_after else None
