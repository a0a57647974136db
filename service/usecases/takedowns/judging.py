"""
Ask the rule book again about what is live.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.case import Case
from service.decision.ids import PersonId, PhotoId
from service.decision.jurisdiction import Jurisdictions
from service.decision.lost import losses
from service.decision.people import Dossier
from service.decision.verdict import Reason
from service.records.facts import Facts, Wanted
from service.records.takedowns import Live
from service.usecases.checks.recognise import registered
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    What stands in the way of one live publication by now.
    """

    live: Live
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """
    Everything the rules need to judge some publications at one instant.
    """

    facts: Facts
    law: Jurisdictions
    now: datetime

    def judge(self, found: Sequence[Live], only: frozenset[PersonId] | None) -> Iterator[Judgement]:
        """
        Judge each publication; of *only* these people, if it is about some.

        Others are then nobody, so that a thousand group pictures cost one hearing each.
        """
        dossiers = self.facts.dossiers
        if only is not None:
            dossiers = {each: dossiers[each] for each in sorted(only) if each in dossiers}
        for each in found:
            case = self._case(each, dossiers)
            yield Judgement(each, losses(case, each.publication.channel_id, self.now))

    def _case(self, live: Live, dossiers: Mapping[PersonId, Dossier]) -> Case:
        """
        Put the case of one publication together, as it was published.
        """
        facts = self.facts
        return Case(
            house=facts.house,
            jurisdictions=self.law,
            known_at=self.now,
            purpose=live.publication.purpose,
            channels=facts.channels,
            dossiers=dossiers,
            pictures=tuple(
                registered(photo_id).picture(facts.photos)
                for photo_id in live.publication.photo_ids
                if photo_id in facts.photos
            ),
            mentions=live.mentions,
            uses=live.uses,
            form_versions=facts.form_versions,
            holds=facts.holds,
        )


def open_bench(work: UnitOfWork, law: Jurisdictions, found: Sequence[Live], now: datetime) -> Bench:
    """
    Gather all facts of some publications, in two statements.
    """
    people: set[PersonId] = set()
    photos: set[PhotoId] = set()
    for each in found:
        people |= {*each.publication.person_ids, *(use.person_id for use in each.uses)}
        photos |= set(each.publication.photo_ids)
    wanted = Wanted(
        at=now,
        known_at=now,
        person_ids=frozenset(people),
        photo_ids=frozenset(photos),
        channel_ids=frozenset(each.publication.channel_id for each in found),
    )
    return Bench(work.facts.gather(wanted), law, now)
