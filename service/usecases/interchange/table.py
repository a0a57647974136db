"""
Write an answer as a row of a table, and read one.

Every field of the record stands in a cell, ids as they are and short names where things
have one; so a row can come in again.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from service.decision.consents import ConsentAct
from service.errors import InvalidInput
from service.usecases.interchange.gathering import Gathered
from service.usecases.interchange.graph import check_texts
from service.usecases.interchange.record import EXACT, check_instants
from service.usecases.ports.work import UnitOfWork

_SEPARATOR: Final = " | "
_SETS: Final = ("matters", "channel_ids", "group_ids", "purposes")
_FLAGS: Final = ("everywhere", "explicit", "has_evidence")
_PLAIN: Final = (
    "person_id",
    "signatory_id",
    "capacity",
    "kind",
    "method",
    "form_version_id",
    "signed_from",
    "signed_until",
    "starts_on",
    "expires_on",
    "evidence_due_on",
    "targets_act_id",
)
COLUMNS: Final = ("id", "recorded_at", *_PLAIN, *_SETS, *_FLAGS)
NEEDED: Final = frozenset(
    {"id", "person_id", "capacity", "kind", "matters", "signed_from", "signed_until"}
)


def cells_of(record: Mapping[str, Any], gathered: Gathered) -> tuple[str, ...]:
    """
    Write one answer, in the order of `COLUMNS`.
    """
    exact = record[EXACT]
    slugs = {each.id: each.slug for each in gathered.things["Channel"]} | {
        each.id: each.slug for each in gathered.things["ChannelGroup"]
    }
    told = {
        **{name: exact[name] or "" for name in _PLAIN},
        **{name: _joined(exact[name], slugs) for name in _SETS},
        **{name: "yes" if exact[name] else "no" for name in _FLAGS},
        "id": record["dct:identifier"],
        "recorded_at": record["obstat:events"][0]["obstat:recordedAt"],
    }
    return tuple(str(told[name]) for name in COLUMNS)


def act_in(work: UnitOfWork, cells: Mapping[str, str]) -> tuple[ConsentAct, bool]:
    """
    Read one row; tell, too, whether there was evidence where it comes from.

    Raises:
        InvalidInput: A cell cannot be read; its value is not repeated.
    """
    for name, cell in cells.items():
        check_texts(cell, name)
    for name in sorted(NEEDED):
        if not cells.get(name):
            raise InvalidInput("This cell is needed.", field=name)
    told: dict[str, Any] = {name: cells[name] for name in ("id", *_PLAIN) if cells.get(name)}
    told["signatory_id"] = told.get("signatory_id", told["person_id"])
    told["recorded_at"] = cells.get("recorded_at") or told["signed_until"]
    for name in _SETS:
        told[name] = [each.strip() for each in cells.get(name, "").split("|") if each.strip()]
    told["channel_ids"] = [_channel(work, each) for each in told["channel_ids"]]
    told["group_ids"] = [_group(work, each) for each in told["group_ids"]]
    flags = {name: _flag(cells.get(name, ""), name) for name in _FLAGS}
    told |= {name: flags[name] for name in ("everywhere", "explicit")}
    try:
        act = msgspec.convert(told, ConsentAct)
    except msgspec.ValidationError as wrong:
        field = str(wrong).rpartition("$.")[2].rstrip("`").partition("[")[0] or "file"
        raise InvalidInput("This cell cannot be read.", field=field) from None
    check_instants(act)
    return act, flags["has_evidence"]


def _joined(values: list[str], slugs: Mapping[str, str]) -> str:
    return _SEPARATOR.join(sorted(slugs.get(each, each) for each in values))


def _channel(work: UnitOfWork, called: str) -> str:
    """
    Find a channel by short name or id.
    """
    found = work.channels.find_slug(called) or work.channels.find(called)
    if found is None:
        raise InvalidInput("There is no such channel.", field="channel_ids")
    return found.id


def _group(work: UnitOfWork, called: str) -> str:
    """
    Find a group by short name or id.
    """
    found = work.channel_groups.find_slug(called) or work.channel_groups.find(called)
    if found is None:
        raise InvalidInput("There is no such group of channels.", field="group_ids")
    return found.id


def _flag(cell: str, field: str) -> bool:
    """
    Read yes or no; an empty cell is no.
    """
    known = {"": False, "no": False, "yes": True}
    if cell.lower() not in known:
        raise InvalidInput("Expected yes or no.", field=field)
    return known[cell.lower()]
