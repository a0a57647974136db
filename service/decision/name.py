"""
Say what stands in the way of names, tags, voices and works.

A name is a right of its own; beside a picture of a minor it needs a third yes
(domain section 2.5.6, domain rule 29).  A first name alone needs no more than itself
(`name_depth.py`).  A mention that fits several people asks which one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from service.decision.ages import Stage
from service.decision.hearing import Hearing
from service.decision.ids import PersonId
from service.decision.name_depth import matter_of
from service.decision.naming import Mention
from service.decision.photo import known_photo, suggested
from service.decision.photos import Depiction
from service.decision.sitting import Sitting
from service.decision.standing import Appearance, standing_in
from service.decision.terms import Answer, Matter
from service.decision.verdict import Code, Effect, Reason, answer_of


def name_reasons(sitting: Sitting) -> Iterator[Reason]:
    """
    Give the reasons against every mention and every other use.
    """
    case = sitting.case
    if case.names_unknown:
        yield Reason(Code.UNKNOWN_PERSON, Effect.ASK, matter=Matter.NAME)
    shown = shown_people(sitting)
    for mention in case.mentions:
        yield from mention_reasons(mention, shown, sitting)
    for use in sorted(case.uses, key=lambda each: (each.person_id, each.matter)):
        yield from _use_reasons(use.person_id, use.matter, shown, sitting)


@dataclass(frozen=True, slots=True)
class Shown:
    """
    Whom the pictures of a question show.
    """

    people: Mapping[PersonId, Depiction]
    """Who is in a picture, or in what a picture resembles that nobody knows."""
    perhaps: frozenset[PersonId]
    """Who is not, and is in another photo that a known picture is, or resembles."""


def shown_people(sitting: Sitting) -> Shown:
    """
    Give everybody a picture of the question shows, or may show.
    """
    shown: dict[PersonId, Depiction] = {}
    perhaps: set[PersonId] = set()
    for picture in sitting.case.pictures:
        known = known_photo(picture, sitting.case.house.policy)
        photos = [known] if known else [each.photo for each in picture.resemblances]
        for photo in photos:
            for depiction in photo.depictions:
                kept = shown.setdefault(depiction.person_id, depiction)
                if kept.in_function and not depiction.in_function:
                    shown[depiction.person_id] = depiction
        if known is not None:
            perhaps.update(chain.from_iterable(people for _, people in suggested(picture, known)))
    return Shown(shown, frozenset(perhaps - shown.keys()))


def mention_reasons(mention: Mention, shown: Shown, sitting: Sitting) -> Iterator[Reason]:
    """
    Judge one mention: its person, or which of several it means.
    """
    candidates = sorted(PersonId(each) for each in mention.person_ids)
    matter = matter_of(mention.form)
    found = [tuple(named(each, matter, shown, sitting)) for each in candidates]
    if candidates and (len(candidates) == 1 or _are_one(candidates, sitting)):
        yield from chain.from_iterable(found)
    elif candidates and all(answer_of(each) is Answer.DO_NOT_PUBLISH for each in found):
        for each in found:
            yield from each
    else:
        yield Reason(Code.UNKNOWN_PERSON, Effect.ASK, matter=matter)


def _are_one(candidates: Sequence[PersonId], sitting: Sitting) -> bool:
    """
    Tell whether all are records of one person: which of them is meant is no question.
    """
    hearing = sitting.hearings.get(candidates[0])
    return hearing is not None and hearing.whole.issuperset(candidates)


def named(person_id: PersonId, matter: Matter, shown: Shown, sitting: Sitting) -> Iterator[Reason]:
    """
    Judge how somebody is named, and that beside a picture of them.
    """
    hearing = sitting.hearings.get(person_id)
    if hearing is None:
        yield Reason(Code.UNKNOWN_PERSON, Effect.ASK, matter=matter)
        return
    appearance = Appearance(depiction=shown.people.get(person_id))
    yield from standing_in(hearing, sitting.channel, matter, sitting.case.purpose, appearance)
    # Whoever is shown by another record of theirs stands beside their name all the same.
    if not hearing.whole.isdisjoint(shown.people):
        yield from _beside_picture(hearing, appearance, sitting)
    elif not hearing.whole.isdisjoint(shown.perhaps):
        for reason in _beside_picture(hearing, appearance, sitting):
            yield replace(reason, effect=Effect.ASK)


def _beside_picture(hearing: Hearing, appearance: Appearance, sitting: Sitting) -> Iterator[Reason]:
    """
    Judge a name beside a picture: of a minor it needs its own yes.
    """
    together = standing_in(
        hearing, sitting.channel, Matter.NAME_WITH_IMAGE, sitting.case.purpose, appearance
    )
    is_minor = hearing.stage is not Stage.ADULT
    yield from (each for each in together if is_minor or each.effect is not Effect.ASK)


def _use_reasons(
    person_id: PersonId, matter: Matter, shown: Shown, sitting: Sitting
) -> Iterator[Reason]:
    """
    Judge a tag, voice, story or work; and a name that somebody says is used.

    A name that is used is like one that is read.  A tag is a permission of its own, and
    names whoever it tags (domain rule 49): so a no to the name denies it, though a yes to
    the name is not needed.
    """
    hearing = sitting.hearings.get(person_id)
    if hearing is None:
        yield Reason(Code.UNKNOWN_PERSON, Effect.ASK, matter=matter)
        return
    if matter in {Matter.FIRST_NAME, Matter.NAME}:
        yield from named(person_id, matter, shown, sitting)
        return
    yield from standing_in(hearing, sitting.channel, matter, sitting.case.purpose)
    if matter is Matter.TAG:
        against = named(person_id, Matter.NAME, shown, sitting)
        yield from (reason for reason in against if reason.effect is not Effect.ASK)
