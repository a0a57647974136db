"""
A family can be told who asked about their child.
"""

from datetime import UTC, datetime
from uuid import UUID

from service.decision.ids import ActorId, CheckId, PersonId
from service.decision.terms import Answer
from service.records.activity import CheckRecord
from tests.api.door import Door

ASKED_AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def _ask(door: Door, check_id: str, actor_id: str, *person_ids: str) -> None:
    database = door.house.registry.ledger.verify_ledger.database
    with database.begin(door.organisation.id) as work:
        work.checks.add(
            CheckRecord(
                id=CheckId(check_id),
                asked_at=ASKED_AT,
                actor_id=ActorId(actor_id),
                question={"purpose": "information", "channel": "website", "names": 1},
                outcome={"answer": "ask", "reasons": [{"code": "refused"}]},
                answer=Answer.ASK,
                person_ids=tuple(map(PersonId, person_ids)),
            )
        )
        work.commit()


def test_every_question_is_there_without_its_answer(door: Door) -> None:
    lea, tom = door.person(), door.person(given_name="Tom")
    key_id = door.get("/keys")["items"][0]["id"]
    _ask(door, "check-1", key_id, lea, tom)
    _ask(door, "check-2", key_id, tom)

    assert [
        {
            "check_id": "check-1",
            "asked_at": "2026-03-01T09:00:00Z",
            "asked_by": "First administrator",
            "purpose": "information",
            "channel": "website",
            "pictures": 0,
            "names": 1,
        }
    ] == door.get(f"/people/{lea}/lookups")["items"]
    assert "refused" not in door.knock("GET", f"/people/{tom}/lookups").text


def test_questions_are_read_page_by_page(door: Door) -> None:
    lea = door.person()
    ids = [str(UUID(int=number)) for number in range(3)]
    for each in ids:
        _ask(door, each, "operator", lea)

    first = door.get(f"/people/{lea}/lookups?limit=2")
    second = door.get(f"/people/{lea}/lookups?limit=2&after={first['next']}")

    assert ids[:2] == [each["check_id"] for each in first["items"]]
    assert ids[2:] == [each["check_id"] for each in second["items"]]
    assert "operator" == second["items"][0]["asked_by"]
    assert None is second["next"]
