"""
Find who is told that somebody young soon answers themselves.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from service.decision.bench import HOLDER_KINDS
from service.decision.calendar import day_of
from service.decision.ids import SignatoryId
from service.decision.jurisdiction import Jurisdiction, SelfConsent
from service.decision.people import in_force
from service.records.forms import FormVersionRecord
from service.records.mail import LetterKind
from service.records.people import PersonRecord
from service.records.reminders import Occasion
from service.usecases.families.cards import Choice, Question, matters_of
from service.usecases.families.charges import Charge
from service.usecases.families.reminding.occasions import step_of
from service.usecases.families.voices import reads
from service.usecases.overviews.list_coming_of_age import Threshold, thresholds_of

Near = tuple[Occasion, date, int]
Told = tuple[Occasion, date, int, SignatoryId, LetterKind]


def near(record: PersonRecord, law: Jurisdiction, today: date) -> Iterator[Near]:
    """
    Give the thresholds of somebody that are near, and how near.

    Where a holder's yes goes on counting beside the child's, nothing lapses and nobody
    is asked.
    """
    for threshold, on in thresholds_of(record, law).items():
        is_shared = law.self_consent is SelfConsent.CHILD_OR_HOLDER
        if threshold is Threshold.SELF_CONSENT and is_shared:
            continue
        occasion = Occasion(threshold.value)
        step_days = step_of(occasion, today, on)
        if step_days is not None:
            yield occasion, on, step_days


def told_of_own_voice(
    charge: Charge, law: Jurisdiction, forms: Sequence[FormVersionRecord]
) -> Iterator[Told]:
    """
    Give whom to tell; nobody once the young person has answered everything.
    """
    record, today = charge.person, charge.hearing.day
    own = SignatoryId(record.id)
    questions = matters_of(charge, own, forms).questions.values()
    for occasion, on, step_days in near(record, law, today):
        zone = charge.hearing.case.house.time_zone
        is_open = any(
            not _is_settled(
                each, occasion, on, day_of(each.said_at, zone) if each.said_at else None
            )
            for each in questions
        )
        if not is_open:
            continue
        if reads(record, today):
            is_here = step_days == 0
            kind = LetterKind.FAMILY_OWN_VOICE_NOW if is_here else LetterKind.FAMILY_OWN_VOICE
            yield occasion, on, step_days, own, kind
        if step_days > 0:
            for each in _holders(charge, today):
                yield occasion, on, step_days, each, LetterKind.FAMILY_OWN_VOICE_HOLDERS


def _is_settled(question: Question, occasion: Occasion, on: date, said_on: date | None) -> bool:
    """
    Tell whether the young person's own answer is known.

    A yes before they could judge does not count afterwards (row M2); a no does.
    """
    if question.choice is None:
        return False
    if occasion is not Occasion.DISCERNMENT or question.choice is not Choice.YES:
        return True
    return said_on is not None and said_on >= on


def _holders(charge: Charge, today: date) -> list[SignatoryId]:
    """
    Give those who answer now, and whose proof was seen.
    """
    held = (
        each.signatory_id
        for each in charge.dossier.authorities
        if each.kind in HOLDER_KINDS
        and each.verified
        and in_force(each.from_on, each.until_on, today)
    )
    return list(dict.fromkeys(held))
