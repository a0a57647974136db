"""
What the database itself refuses, whoever asks.
"""

import pytest

from service.persistence.database import SqlDatabase
from service.persistence.schema import metadata
from tests.persistence.behind import Behind, behind, everything
from tests.persistence.full import fill
from tests.persistence.ground import JACINTHES

NEVER_CHANGED, NOT_YET = "never changed", "must not be deleted, or not yet"

CHANGING = {"organisations", "unique_names", "proposal_states"}
"""What is true now, not what happened; no evidence."""

FORGOTTEN = {
    "drafts",
    "paper_steps",
    "received_records",
    "pending_answers",
    "unmatched_answers",
    "replays",
    "letter_contents",
    "letters_due",
    "hooks",
    "hook_deliveries",
    "hook_attempts",
    "hooks_due",
    "door_keys",
    "door_tries",
    "door_requests",
}
"""Rows go when nobody needs them any more; no evidence either."""

HANGING_ON = {"hook_deliveries": ("hook_attempts", "hooks_due")}
"""What goes before the rows that it hangs on."""

PASSING = {
    "staff_credentials",
    "staff_sessions",
    "staff_tickets",
    "staff_attempts",
    "staff_passkeys",
    "staff_challenges",
    *("openid_providers", "openid_links", "openid_states"),
}
"""Who is signed in now, and what opens doors now; what happened is in the ledger."""

WORK_LIST = {"ledger_pending"}
"""Rows go when they are in the tree."""

ERASABLE = {
    "people",
    "staff",
    "signatories",
    "authorities",
    "protections",
    "photo_traces",
    "photo_titles",
    "photo_words",
    "photo_features",
    "photo_fingerprints",
    "photo_previews",
    "proposal_words",
    "publication_words",
    "takedown_proofs",
    "ledger_payloads",
    "ledger_people",
    "checks",
    "check_people",
}
"""Rows go with whom they are about, or when they were kept long enough."""

LASTING = set(metadata.tables) - CHANGING - PASSING - WORK_LIST - ERASABLE - FORGOTTEN
UNCHANGED = LASTING | ERASABLE | WORK_LIST | FORGOTTEN


@pytest.fixture
def full_url(url: str, database: SqlDatabase) -> str:
    fill(database)
    return url


def test_every_table_has_a_row_to_be_guarded(full_url: str) -> None:
    assert [] == [name for name, rows in everything(full_url).items() if not rows]


def _that_obey(prompt: Behind, tables: set[str], refusal: str, statement: str) -> list[str]:
    """
    Give the tables on which the statement is not refused with these words.
    """
    return [
        table
        for table in sorted(tables)
        if refusal not in prompt.refusal_of(statement.replace("?", table))
    ]


def test_nobody_changes_what_is_written(full_url: str) -> None:
    statement = "UPDATE ? SET organisation_id = 'org-other'"
    with behind(full_url, JACINTHES) as prompt:
        assert [] == _that_obey(prompt, UNCHANGED, NEVER_CHANGED, statement)


@pytest.mark.parametrize("table", sorted(FORGOTTEN))
def test_what_is_needed_for_a_while_can_be_forgotten(full_url: str, table: str) -> None:
    with behind(full_url, JACINTHES) as prompt:
        for each in (*HANGING_ON.get(table, ()), table):
            assert 0 < prompt.run(f"DELETE FROM {each}")  # noqa: S608 -- a table of the schema


def test_nobody_deletes_what_is_written(full_url: str) -> None:
    with behind(full_url, JACINTHES) as prompt:
        assert [] == _that_obey(
            prompt, LASTING | {"organisations", "proposal_states"}, NEVER_CHANGED, "DELETE FROM ?"
        )


def test_what_can_be_erased_is_not_deleted_without_an_erasure(full_url: str) -> None:
    with behind(full_url, JACINTHES) as prompt:
        assert [] == _that_obey(prompt, ERASABLE | WORK_LIST, NOT_YET, "DELETE FROM ?")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_nobody_replaces_what_is_written(full_url: str) -> None:
    """
    REPLACE deletes a row without asking the delete trigger.
    """
    statement = "INSERT OR REPLACE INTO ? SELECT * FROM ?"
    with behind(full_url, JACINTHES) as prompt:
        assert [] == _that_obey(prompt, UNCHANGED, NEVER_CHANGED, statement)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_nobody_replaces_a_version_of_a_form_under_another_id(full_url: str) -> None:
    with behind(full_url, JACINTHES) as prompt:
        assert NEVER_CHANGED in prompt.refusal_of(
            "INSERT OR REPLACE INTO form_versions SELECT organisation_id, 'another', template_id,"
            " number, published_at, recorded_by, '{}' FROM form_versions"
        )


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_nobody_truncates_what_is_written(full_url: str) -> None:
    tables = set(metadata.tables) - PASSING - {"unique_names"}
    with behind(full_url, JACINTHES) as prompt:
        assert [] == _that_obey(prompt, tables, NEVER_CHANGED, "TRUNCATE ? CASCADE")


def test_what_is_about_somebody_else_stays_although_somebody_was_erased(full_url: str) -> None:
    statement = "DELETE FROM people WHERE id = 'person-lea'"
    with behind(full_url, JACINTHES) as prompt:
        assert NOT_YET in prompt.refusal_of(statement)


def test_a_row_that_an_erasure_names_can_be_deleted(full_url: str) -> None:
    with behind(full_url, JACINTHES) as prompt:
        prompt.run(
            "INSERT INTO erasures (organisation_id, kind, subject_id)"
            " VALUES ('org-jacinthes', 'person', 'person-lea')"
        )
        assert 1 == prompt.run("DELETE FROM people WHERE id = 'person-lea'")
