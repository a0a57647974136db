"""
Read what the pages of proof share: names, instants, places.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from service.decision.powers import Scope
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.stories import RecordKind, RecordName
from service.web.listings import everything

_WHERE: Final[Mapping[RecordKind, str]] = {
    RecordKind.CHECK: "/checks/{id}",
    RecordKind.COMPLAINT: "/complaints/{id}",
    RecordKind.EXPORT: "/exports",
    RecordKind.HOLD: "/holds",
    RecordKind.PERSON: "/people/{id}",
    RecordKind.PHOTO: "/photos/{id}",
    RecordKind.PROPOSAL: "/proposals/{id}",
    RecordKind.PUBLICATION: "/publications/{id}",
    RecordKind.TAKEDOWN: "/takedowns/{id}",
}


def address_of(record: RecordName | None, about: str) -> str:
    """
    Say where a record is shown; empty on the page *about* it.
    """
    if record is None:
        return ""
    if record.kind is RecordKind.ACT:
        path = f"/people/{record.person_id}/acts/{record.id}" if record.person_id else ""
    else:
        path = _WHERE[record.kind].format(id=record.id)
    return "" if path == about else path


def zone_of(registry: Registry, caller: Caller) -> ZoneInfo:
    """
    Give the zone of the organisation's clocks.
    """
    return ZoneInfo(registry.organisations.get_settings(caller).time_zone)


def may_export(caller: Caller) -> bool:
    """
    Tell whether somebody may take an export of one thing.
    """
    needed = (Scope.AUDIT, Scope.REASONS, Scope.PEOPLE_READ, Scope.CONSENTS_READ)
    return all(caller.has_in(each, None) for each in needed)


def instant(typed: str, zone: ZoneInfo, name: str) -> datetime | None:
    """
    Read day and hour as clocks of the house show them; empty, none.

    Raises:
        InvalidInput: It is neither.
    """
    try:
        return datetime.fromisoformat(typed).replace(tzinfo=zone) if typed else None
    except ValueError:
        raise InvalidInput("This is no instant.", field=name) from None


def staff_names(registry: Registry, caller: Caller) -> dict[str, str]:
    """
    Name those who work here, to whoever may read that.
    """
    reach = caller.actor
    if reach.unit_ids is not None or not {Scope.ADMIN, Scope.AUDIT} & reach.scopes:
        return {}
    return {each.id: each.name for each in everything(registry.staff.list_members, caller)}


def channel_names(registry: Registry, caller: Caller) -> dict[str, str]:
    """
    Name the channels, closed ones too.
    """
    return {
        each.id: each.channel.name for each in everything(registry.channels.list_channels, caller)
    }
