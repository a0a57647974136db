"""
Say under which duties something may be published.
"""

from collections.abc import Iterator

from service.decision.case import Intent
from service.decision.ids import PersonId
from service.decision.name import Shown, mention_reasons, named, shown_people
from service.decision.photo import known_photo
from service.decision.register import may_publish
from service.decision.sitting import Sitting
from service.decision.standing import standing_in
from service.decision.terms import Matter
from service.decision.verdict import Duty, Obligation


def duties_of(sitting: Sitting) -> Iterator[Obligation]:
    """
    Give every duty that goes with a post on this channel.
    """
    for index, picture in enumerate(sitting.case.pictures):
        photo = known_photo(picture, sitting.case.house.policy)
        if photo is not None and photo.rights is not None and photo.rights.credit_line:
            yield Obligation(Duty.CREDIT_LINE, photo.rights.credit_line, index)
        yield Obligation(Duty.ALT_TEXT, picture=index)
        yield Obligation(Duty.STRIP_METADATA, picture=index)
    shown = shown_people(sitting)
    yield from _files_to_rename(shown, sitting)
    if any(not _is_cleared(each, Matter.TAG, sitting) for each in shown.people):
        yield Obligation(Duty.DO_NOT_TAG)
    naming = _naming_duty(shown, sitting)
    if naming is not None:
        yield Obligation(naming)
    if any(_is_dead(each, sitting) for each in shown.people):
        yield Obligation(Duty.DIGNITY)
    for line in sitting.channel.checklist:
        yield Obligation(Duty.CHECKLIST, line)
    if sitting.case.intent is Intent.CHECK:
        yield from _others_needed(sitting)


def _others_needed(sitting: Sitting) -> Iterator[Obligation]:
    """
    Say whom the post needs beside whoever asks.
    """
    if sitting.channel.two_approvals:
        yield Obligation(Duty.TWO_APPROVALS)
    if not may_publish(sitting):
        yield Obligation(Duty.HAND_TO_PUBLISHER)


def _files_to_rename(shown: Shown, sitting: Sitting) -> Iterator[Obligation]:
    """
    Say which files have a name that names somebody who may not be named so.
    """
    pictures = {
        picture
        for picture, mention in sitting.case.named_files
        if any(mention_reasons(mention, shown, sitting))
    }
    for picture in sorted(pictures):
        yield Obligation(Duty.RENAME_FILE, picture=picture)


def _is_cleared(person_id: PersonId, matter: Matter, sitting: Sitting) -> bool:
    """
    Tell whether somebody shown may also be tagged.
    """
    hearing = sitting.hearings.get(person_id)
    return hearing is not None and not standing_in(
        hearing, sitting.channel, matter, sitting.case.purpose
    )


def _naming_duty(shown: Shown, sitting: Sitting) -> Duty | None:
    """
    Say how much of a name may stand beside the pictures, if not all of it.

    Whoever may not be named at all decides for everybody: nobody else is looked at then.
    """
    duty = None
    for each in shown.people:
        if _may_be_named(each, Matter.NAME, shown, sitting):
            continue
        if not _may_be_named(each, Matter.FIRST_NAME, shown, sitting):
            return Duty.DO_NOT_NAME
        duty = Duty.FIRST_NAMES_ONLY
    return duty


def _may_be_named(person_id: PersonId, matter: Matter, shown: Shown, sitting: Sitting) -> bool:
    """
    Tell whether somebody shown may be named as well, beside the picture as it is.
    """
    return next(named(person_id, matter, shown, sitting), None) is None


def _is_dead(person_id: PersonId, sitting: Sitting) -> bool:
    """
    Tell whether somebody shown has died: publish with dignity (row D3).
    """
    hearing = sitting.hearings.get(person_id)
    died_on = hearing.dossier.person.died_on if hearing else None
    return died_on is not None and died_on <= sitting.day
