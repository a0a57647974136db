"""
Turn a question into a case: read the names, gather every fact.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from service.decision.case import Case
from service.decision.ids import ChannelId, PersonId, PhotoId
from service.decision.jurisdiction import Jurisdictions
from service.decision.naming import Mention
from service.decision.powers import Scope
from service.errors import InvalidInput
from service.records.facts import Facts, Wanted
from service.usecases.caller import Caller
from service.usecases.checks.asked_channel import find_channel
from service.usecases.checks.question import CheckQuestion
from service.usecases.checks.read_names import read_file_names, read_names
from service.usecases.checks.recognise import Recognition
from service.usecases.checks.uses import uses_in_sight
from service.usecases.ports.work import UnitOfWork


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

    @classmethod
    def of(
        cls,
        case: Case,
        present: Case | None,
        wanted: Wanted,
        recognitions: Sequence[Recognition],
    ) -> "Gathered":
        """
        Put beside a case what it was made of.
        """
        return cls(
            case=case,
            present=present,
            at=wanted.at,
            channel_id=next(iter(wanted.channel_ids or ()), None),
            is_everywhere=wanted.channel_ids is None,
            recognitions=tuple(recognitions),
            person_ids=tuple(sorted(case.dossiers)),
        )


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
        known = work.people.name_index(earlier(known_at, now)), question, caller.actor.unit_ids
        read = partial(read_names, *known, documents=[each.words for each in recognitions])
        mentions, unknown = read()
        files = read_file_names(*known)
        named = people_in(mentions) | people_in(mention for _, mention in files)
        wanted = Wanted(
            at=at,
            known_at=known_at,
            person_ids=named | {use.person_id for use in question.uses},
            photo_ids=photos_in(recognitions),
            channel_ids=channel_ids,
            as_recorded=known_at == now,
        )
        facts = work.facts.gather(wanted)
        _refuse_unknown_photos(question, facts)
        shown = _shown_in(facts)
        if caller.actor.unit_ids is not None and shown:
            # Only now is it known beside whom the words stand.
            mentions, _ = read(shown=shown)
            files = read_file_names(*known, shown=shown)
        uses = uses_in_sight(caller, question, facts)
        facts = _of(facts, named | shown | {each.person_id for each in uses})
        case = replace(
            facts.case(self.jurisdictions, known_at, question.purpose),
            pictures=tuple(each.picture(facts.photos) for each in recognitions),
            mentions=mentions,
            named_files=files,
            names_unknown=unknown,
            has_text=bool(question.text.strip()),
            uses=uses,
            published=facts.published,
            intent=question.intent,
            actor_id=caller.actor.id,
            approvals=question.approvals,
        )
        present = by_present_rules(work, case, wanted) if facts.began_later else None
        return Gathered.of(case, present, wanted, recognitions)


def people_in(mentions: Iterable[Mention]) -> frozenset[PersonId]:
    """
    Give everybody whom words may mean.
    """
    return frozenset(PersonId(each) for mention in mentions for each in mention.person_ids)


def photos_in(recognitions: Iterable[Recognition]) -> frozenset[PhotoId]:
    """
    Give every photo that pictures are, or resemble.
    """
    return frozenset(photo_id for each in recognitions for photo_id, _ in each.matches)


def _shown_in(facts: Facts) -> frozenset[PersonId]:
    """
    Give everybody who is in the photos found.
    """
    return frozenset(each.person_id for photo in facts.photos.values() for each in photo.depictions)


def _refuse_unknown_photos(question: CheckQuestion, facts: Facts) -> None:
    """
    Pass when every photo named by its id is in the register.

    Raises:
        InvalidInput: One is not.
    """
    if not facts.photos.keys() >= {*question.photo_ids}:
        raise InvalidInput("There is no such photo.", field="photo")


def _of(facts: Facts, person_ids: frozenset[PersonId]) -> Facts:
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
