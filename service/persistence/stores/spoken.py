"""
Read out of a check whom a post names, and what else it uses.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from service.decision.case import Use
from service.decision.ids import CheckId, PersonId
from service.decision.name_depth import form_of
from service.decision.naming import Mention
from service.decision.terms import Matter
from service.persistence.documents import plain
from service.persistence.queries import mine
from service.persistence.schema.activity import checks
from service.persistence.statements import Among, Prepared
from service.persistence.transaction import Transaction

Spoken = tuple[tuple[Mention, ...], tuple[Use, ...]]

QUESTIONS = Prepared(
    select(checks.c.id, checks.c.document).where(mine(checks), Among(checks.c.id, "ids"))
)


def spoken_of(transaction: Transaction, check_ids: Iterable[CheckId]) -> Mapping[CheckId, Spoken]:
    """
    Give mentions and uses by check, in one statement; nothing for none.
    """
    ids = sorted(check_ids)
    rows = transaction.all(QUESTIONS, ids=ids) if ids else []
    asked = {key: plain(document) for key, document in rows}
    return {each: _spoken(asked.get(each, {})) for each in ids}


def _spoken(check: dict[str, Any]) -> Spoken:
    mentions = check.get("outcome", {}).get("mentions", ())
    uses = check.get("question", {}).get("uses", ())
    return (
        tuple(
            Mention(
                each["start"],
                each["end"],
                "",
                form_of(each.get("matter", Matter.NAME)),
                frozenset(each["person_ids"]),
            )
            for each in mentions
        ),
        tuple(Use(PersonId(each["person_id"]), Matter(each["matter"])) for each in uses),
    )
