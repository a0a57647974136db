"""
Tell in letters what changed: all to who answered, little to others.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from service.decision.ids import SignatoryId
from service.decision.people import in_force
from service.records.families import Reachable
from service.records.mail import LetterKind
from service.usecases.families.cards import Choice, PersonMatters
from service.usecases.families.choices import Change
from service.usecases.families.doors import Family
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.ports.work import UnitOfWork

FIRST_HOUR, LAST_HOUR = 8, 18
_WORKDAYS = 5
_SIGNS: Mapping[Choice, str] = {Choice.YES: "✔", Choice.NO: "✘", Choice.NOT_NOW: "–"}


def told_answers(changes: tuple[Change, ...]) -> str:
    """
    Write changes as lines of a letter, in signs that need no language.
    """
    by_channel: dict[str, list[str]] = {}
    for each in changes:
        said = f"{each.question.matter.value} {_SIGNS[each.after]}"
        by_channel.setdefault(each.channel.name, []).append(said)
    return "\n".join(f"{name}: {', '.join(said)}" for name, said in by_channel.items()) or "✘"


def tell_the_others(
    work: UnitOfWork, mail: FamilyMail, family: Family, matters: PersonMatters, now: datetime
) -> None:
    """
    Tell the others who may answer that one changed: not which, nor whose.

    So nobody changes an answer in another's name unseen (threat T7).  In office hours:
    nobody is woken by it.
    """
    house = work.organisations.current()
    zone = ZoneInfo(house.time_zone)
    local = now.astimezone(zone)
    values = {"person": matters.given_name, "moment": f"{local:%d/%m/%Y}"}
    writing = Writing(
        LetterKind.FAMILY_NOTICE,
        values,
        (matters.person_id,),
        not_before_at=next_office_hour(now, zone),
    )
    for each in _others(work, family, matters, local):
        mail.send(work, each, writing, now)


def next_office_hour(now: datetime, zone: ZoneInfo) -> datetime | None:
    """
    Give when an office opens next; None: it is open (domain rule 24).
    """
    local = now.astimezone(zone)
    if local.weekday() < _WORKDAYS and FIRST_HOUR <= local.hour < LAST_HOUR:
        return None
    opening = local.replace(hour=FIRST_HOUR, minute=0, second=0, microsecond=0)
    while opening <= local or opening.weekday() >= _WORKDAYS:
        opening += timedelta(days=1)
    return opening.astimezone(now.tzinfo)


def _others(
    work: UnitOfWork, family: Family, matters: PersonMatters, local: datetime
) -> list[Reachable]:
    """
    Give everybody else who may answer for a person today.
    """
    day = local.date()
    holders: dict[SignatoryId, None] = {}
    for each in work.authorities.list_of(matters.person_id):
        authority = each.authority
        is_live = in_force(authority.from_on, authority.until_on, day)
        if is_live and authority.signatory_id != family.signatory_id:
            holders[authority.signatory_id] = None
    found = (work.family_doors.reach(each) for each in holders)
    return [each for each in found if each is not None]
