"""
Ask the rule book again about posts that it let through before.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol, TypeVar

from service.decision.calendar import start_of
from service.decision.case import Case, Use
from service.decision.channels import Channel
from service.decision.ids import ChannelId, PersonId, PhotoId
from service.decision.jurisdiction import Jurisdictions
from service.decision.lineage import are_relatives
from service.decision.lost import losses, losses_by_change, losses_by_sharing, losses_by_time
from service.decision.naming import Mention
from service.decision.people import Dossier
from service.decision.terms import MatchClass, Matter, Purpose
from service.decision.verdict import Reason
from service.records.facts import Facts, Wanted
from service.records.takedowns import Live
from service.usecases.checks.recognise import Recognition, very_photo
from service.usecases.ports.work import UnitOfWork


class Post(Protocol):
    """
    What is judged of a post, be it published or proposed.
    """

    @property
    def channel_id(self) -> ChannelId:
        """
        Name where it is, or is to be.
        """
        ...

    @property
    def purpose(self) -> Purpose:
        """
        Say what for.
        """
        ...

    @property
    def photo_ids(self) -> tuple[PhotoId, ...]:
        """
        Name its photos.
        """
        ...

    @property
    def person_ids(self) -> tuple[PersonId, ...]:
        """
        Name everybody in it.
        """
        ...


class Spoken(Protocol):
    """
    A post with whom its caption names, and what else it uses of whom.
    """

    @property
    def post(self) -> Post:
        """
        Give the post.
        """
        ...

    @property
    def planned_on(self) -> date | None:
        """
        Give the day for which it is planned, if it is.
        """
        ...

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """
        Give whom its caption names.
        """
        ...

    @property
    def uses(self) -> tuple[Use, ...]:
        """
        Give what else it uses of whom.
        """
        ...


S = TypeVar("S", bound=Spoken)
Test = Callable[[Reason], bool]


@dataclass(frozen=True, slots=True)
class Bench:
    """
    Everything the rules need to judge some posts at one instant.
    """

    facts: Facts
    law: Jurisdictions
    now: datetime
    copied: PhotoId | None = None
    """A photo of which *copies* show the same."""
    copies: frozenset[PhotoId] = frozenset()

    def lost(self, found: Sequence[S], is_lost: Test, only: frozenset[PersonId] | None) -> list[S]:
        """
        Give the posts in whose way stands what *is_lost* names.

        Of *only* these people, if it is about some.  Others are then nobody, so that a
        thousand group pictures cost one hearing each.
        """
        dossiers = self.facts.dossiers
        if only is not None:
            dossiers = {each: dossiers[each] for each in sorted(only) if each in dossiers}
        return [
            each
            for each in found
            if any(
                map(
                    is_lost,
                    losses(self._case(each, dossiers), each.post.channel_id, self._at(each)),
                )
            )
        ]

    def lost_by_change(self, found: Sequence[S], before: Channel) -> list[S]:
        """
        Give the posts in whose way stands what a channel has become.
        """
        was = {**self.facts.channels, before.id: before}
        return [
            each
            for each in found
            if losses_by_change(
                replace(case := self._case(each, self.facts.dossiers), channels=was),
                case,
                before.id,
                self.now,
            )
        ]

    def lost_by_time(self, found: Sequence[Live]) -> list[Live]:
        """
        Give the publications in whose way stands what time took away.
        """
        return [
            each
            for each in found
            if losses_by_time(
                self._case(each, self.facts.dossiers),
                each.post.channel_id,
                each.post.published_at,
                self.now,
            )
        ]

    def may_be_shared(self, live: Live) -> bool:
        """
        Tell whether nothing stands in the way of what was shared again.
        """
        case, post = self._case(live, self.facts.dossiers), live.post
        return not losses_by_sharing(case, post.channel_id, post.published_at, self.now)

    def _at(self, spoken: Spoken) -> datetime:
        """
        Give the instant for which a post is judged: a planned day to come, or now.
        """
        if spoken.planned_on is None:
            return self.now
        return max(self.now, start_of(spoken.planned_on, self.facts.house.time_zone))

    def _case(self, spoken: Spoken, dossiers: Mapping[PersonId, Dossier]) -> Case:
        """
        Put the case of one post together, as it was let through.
        """
        facts, post = self.facts, spoken.post
        erased = [each for each in post.photo_ids if each not in facts.photos]
        # Who was in it is all that is left of an erased photo: each is asked about alone.
        shown = [Use(each, Matter.IMAGE) for each in post.person_ids if erased]
        return replace(
            facts.case(self.law, self.now, post.purpose),
            dossiers=dossiers,
            pictures=tuple(
                self._seen(photo_id).picture(facts.photos)
                for photo_id in post.photo_ids
                if photo_id in facts.photos
            ),
            mentions=spoken.mentions,
            uses=(*spoken.uses, *shown),
        )

    def _seen(self, photo_id: PhotoId) -> Recognition:
        """
        Say what a photo is: itself, and whatever it is known to be a copy of.

        What was made of a photo by covering part of it is none.
        """
        photos, found = self.facts.photos, very_photo(photo_id)
        if self.copied is None or self.copied not in photos or photo_id not in self.copies:
            return found
        if are_relatives(photos[photo_id], photos[self.copied]):
            return found
        return replace(found, matches=(*found.matches, (self.copied, MatchClass.VERIFIED_COPY)))


def open_bench(
    work: UnitOfWork,
    law: Jurisdictions,
    found: Sequence[Spoken],
    now: datetime,
    copied: PhotoId | None = None,
    copies: Collection[PhotoId] = (),
) -> Bench:
    """
    Gather all facts of some posts, in two statements.
    """
    people: set[PersonId] = set()
    photos: set[PhotoId] = {copied} if copied else set()
    for each in found:
        people |= {*each.post.person_ids, *(use.person_id for use in each.uses)}
        photos |= set(each.post.photo_ids)
    wanted = Wanted(
        at=now,
        known_at=now,
        person_ids=frozenset(people),
        photo_ids=frozenset(photos),
        channel_ids=frozenset(each.post.channel_id for each in found),
        as_recorded=True,
    )
    return Bench(work.facts.gather(wanted), law, now, copied, frozenset(copies))
