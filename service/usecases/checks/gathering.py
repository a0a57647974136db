"""
Turn a question into a case: read the names, gather every fact.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from service.decision.case import Case
from service.decision.ids import ChannelId, PersonId
from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.errors import InvalidInput
from service.records.facts import Facts, Wanted
from service.records.paging import every
from service.usecases.caller import Caller
from service.usecases.channels.addresses import looks_like_address, normal_address
from service.usecases.checks.question import CheckQuestion
from service.usecases.checks.read_names import read_names
from service.usecases.checks.recognise import Recognition
from service.usecases.checks.uses import uses_in_sight
from service.usecases.ports.work import UnitOfWork

ALIKE = 0.5
"""How much of a mistyped short name must be right (0 to 1) to be told what there is."""
_SEE_LIST = ": see the list of channels for their short names."


@dataclass(frozen=True, slots=True)
class Gathered:
    """
    A case ready to decide, and what was looked up to make it.
    """

    case: Case
    present: Case | None
    """The same by the rules of today, where those of then cannot be known."""
    at: datetime
    channel_id: ChannelId | None
    """The channel asked for; None with `is_everywhere`, or not registered."""
    is_everywhere: bool
    recognitions: tuple[Recognition, ...]
    person_ids: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class Gatherer:
    """
    Gather the facts of a question in one unit of work.
    """

    jurisdictions: Jurisdictions

    def __call__(
        self,
        work: UnitOfWork,
        caller: Caller,
        question: CheckQuestion,
        recognitions: Sequence[Recognition],
        now: datetime,
    ) -> Gathered:
        """
        Give the case, in a constant number of statements for any people.

        Raises:
            InvalidInput: The channel is unknown, a date is impossible.
        """
        at = question.instant(now, lambda: ZoneInfo(work.organisations.current().time_zone))
        known_at = min(question.known_at or now, now)
        then = earlier(min(at, known_at), now)
        reads_register = caller.may(Scope.CHANNELS_READ)
        channel_ids = find_channel(work, question.channel, then, names_alike=reads_register)
        names = work.people.name_index(earlier(known_at, now))
        own_units = caller.actor.unit_ids
        documents = [each.words for each in recognitions]
        mentions, unknown = read_names(names, question, own_units, documents=documents)
        named = {PersonId(each) for mention in mentions for each in mention.person_ids}
        wanted = Wanted(
            at=at,
            known_at=known_at,
            person_ids=frozenset(named | {use.person_id for use in question.uses}),
            photo_ids=frozenset(photo_id for each in recognitions for photo_id, _ in each.matches),
            channel_ids=channel_ids,
            as_recorded=known_at == now,
        )
        facts = work.facts.gather(wanted)
        for photo_id in question.photo_ids:
            if photo_id not in facts.photos:
                message = "There is no such photo."
                raise InvalidInput(message, field="photo")
        shown = frozenset(
            each.person_id for photo in facts.photos.values() for each in photo.depictions
        )
        if own_units is not None and shown:
            mentions, _ = read_names(names, question, own_units, shown, documents)
        uses = uses_in_sight(caller, question, facts)
        facts = _of(facts, named | shown | {each.person_id for each in uses})
        case = replace(
            facts.case(self.jurisdictions, known_at, question.purpose),
            pictures=tuple(each.picture(facts.photos) for each in recognitions),
            mentions=mentions,
            names_unknown=unknown,
            has_text=bool(question.text.strip()),
            uses=uses,
            published=facts.published,
            intent=question.intent,
            actor_id=caller.actor.id,
        )
        return Gathered(
            case=case,
            present=by_present_rules(work, case, wanted) if facts.began_later else None,
            at=at,
            channel_id=next(iter(channel_ids), None) if channel_ids else None,
            is_everywhere=channel_ids is None,
            recognitions=tuple(recognitions),
            person_ids=tuple(sorted(facts.dossiers)),
        )


def _of(facts: Facts, person_ids: set[PersonId]) -> Facts:
    """
    Keep the facts about some people: whoever was told and is out of sight is nobody.
    """
    if facts.dossiers.keys() <= person_ids:
        return facts
    kept = {each: found for each, found in facts.dossiers.items() if each in person_ids}
    return replace(facts, dossiers=kept)


def earlier(at: datetime, now: datetime) -> datetime | None:
    """
    Give an instant that lies in the past; None is now.
    """
    return at if at < now else None


def by_present_rules(work: UnitOfWork, case: Case, wanted: Wanted) -> Case:
    """
    Give the same case by the register and the policy that are known last.
    """
    facts = work.facts.gather(replace(wanted, present_rules=True))
    return replace(case, house=facts.house, channels=facts.channels)


def find_channel(
    work: UnitOfWork,
    channel: str | None,
    then: datetime | None = None,
    *,
    names_alike: bool = False,
) -> frozenset[ChannelId] | None:
    """
    Give the channel asked for as a set; None asks for all of them.

    An address that is not in the register gives the empty set: nothing may be
    published on an unregistered page (domain rule 14).

    Args:
        then: In the register of that instant; a short name of today is understood too.

        names_alike: Say which short names there are that are like a mistyped one; only
            to whoever reads the register.

    Raises:
        InvalidInput: It is no channel's id or short name, and no address.
    """
    if channel is None:
        return None
    if then is not None and (ids := find_channel_then(work, channel, then)) is not None:
        return ids
    found = work.channels.find_slug(channel) or work.channels.find(channel)
    if found is None and looks_like_address(channel):
        found = work.channels.find_address(normal_address(channel, "channel"))
        if found is None:
            return frozenset()
    if found is None:
        way_out = _alike(work, channel) if names_alike else ""
        message = f"There is no channel {channel!r}{way_out or _SEE_LIST}"
        raise InvalidInput(message, field="channel")
    return frozenset({found.channel.id})


def _alike(work: UnitOfWork, channel: str) -> str:
    """
    Ask whether an open channel was meant that is written alike; empty: none is.
    """
    slugs = [each.slug for each in every(work.channels.list_page) if not each.channel.closed]
    near = get_close_matches(channel.casefold(), slugs, cutoff=ALIKE)
    return f". Did you mean {' or '.join(map(repr, near))}?" if near else ""


def find_channel_then(
    work: UnitOfWork, channel: str, then: datetime
) -> frozenset[ChannelId] | None:
    """
    Give the channel that had a short name or an address at an instant.

    None where only the register of today can tell.
    """
    address = normal_address(channel, "channel") if looks_like_address(channel) else None
    register = work.channels.list_known(then)
    for each in register:
        if each.slug == channel or each.address == address:
            return frozenset({each.channel.id})
    return frozenset() if register and address is not None else None
