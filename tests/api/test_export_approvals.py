"""
An approval is good for one export: not for two at once, and not for none.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from service.decision.ids import ExportId, PersonId
from service.errors import NotAllowed
from service.records.complaints import ExportScope
from service.usecases.caller import Caller
from service.usecases.exports import MakeExport
from service.usecases.organisations.operator import operator_of
from tests.api.door import Door

ROUNDS = 5


class Torn(RuntimeError):
    """
    The typesetter broke.
    """


def broken(template: str, sheets: Sequence[Mapping[str, str]]) -> list[bytes]:
    """
    Typeset nothing.
    """
    raise Torn(template, len(sheets))


def approved(door: Door) -> tuple[Caller, ExportId]:
    """
    Ask for everyone, and have somebody else agree.
    """
    asking = door.with_key("audit", "reasons", "people:read", "consents:read")
    asked = asking.post("/exports/requests", {"reason": "The authority asks"})
    door.post(f"/exports/requests/{asked['id']}/approve", {}, 200)
    return door.house.registry.keys.identify_key(asking.key), ExportId(asked["id"])


def test_an_export_that_came_to_nothing_costs_no_approval(door: Door) -> None:
    caller, request = approved(door)
    make = door.house.registry.exports.make_export
    with pytest.raises(Torn):
        replace(make, typeset=broken)(caller, ExportScope(), request)

    made = make(caller, ExportScope(), request)

    assert made.content
    kinds = [each["kind"] for each in door.get("/exports/requests")["items"][0]["events"]]
    assert ["approved", "made", "failed", "made"] == kinds
    with pytest.raises(NotAllowed):
        make(caller, ExportScope(), request)


def test_an_export_that_came_to_nothing_is_no_export_in_the_log(door: Door) -> None:
    whole = operator_of(door.organisation.id)
    scope = ExportScope(person_id=PersonId(door.person()))
    with pytest.raises(Torn):
        replace(door.house.registry.exports.make_export, typeset=broken)(whole, scope)

    kinds = [each["kind"] for each in door.entries() if each["kind"].startswith("export:")]

    assert ["export:made", "export:failed"] == kinds
    assert [] == door.get("/exports")


def test_two_who_take_it_at_once_share_no_approval(door: Door) -> None:
    make = door.house.registry.exports.make_export

    for _ in range(ROUNDS):
        caller, request = approved(door)
        together = Barrier(2)
        with ThreadPoolExecutor(2) as threads:
            both = [threads.submit(_made, make, caller, request, together.wait) for _ in range(2)]

        assert [False, True] == sorted(each.result() for each in both)


def test_two_who_export_at_once_both_get_their_file(door: Door) -> None:
    make = door.house.registry.exports.make_export
    whole, scope = operator_of(door.organisation.id), ExportScope(person_id=PersonId(door.person()))

    for _ in range(ROUNDS):
        together = Barrier(2)
        with ThreadPoolExecutor(2) as threads:
            both = [threads.submit(_taken, make, whole, scope, together.wait) for _ in range(2)]

        assert 2 == len({each.result() for each in both})


def _taken(make: MakeExport, caller: Caller, scope: ExportScope, wait: Callable[[], object]) -> str:
    wait()
    return make(caller, scope).id


def _made(make: MakeExport, caller: Caller, request: ExportId, wait: Callable[[], object]) -> bool:
    wait()
    try:
        return bool(make(caller, ExportScope(), request).content)
    except NotAllowed:
        return False
