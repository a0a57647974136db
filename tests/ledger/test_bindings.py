"""
What somebody said is what the log vouches for, word by word.
"""

import pytest

from service.ledger.bindings import (
    BINDINGS,
    ERASED,
    WITHHELD,
    changed_field,
    check_words,
    digest_of,
)
from service.ledger.failures import ExportBroken, ExportFlaw

WORDS = {"complainant": "Chika", "contact": "", "text": "My daughter", "seen_at": "the page"}
FILED = {
    "kind": "complaint:filed",
    "payload": {"complaint": {"id": "one", "words_digest": digest_of(WORDS)}},
}
NOTED = {
    "kind": "complaint:noted",
    "recorded_at": "2026-03-02T09:00:00.000000Z",
    "payload": {"event": {"complaint_id": "one", "note_digest": digest_of("Called")}},
}
STEPS = next(each for each in BINDINGS if each.member == "records/complaint_events.json")


def test_the_words_of_a_complaint_are_those_that_were_said() -> None:
    check_words([{"complaint_id": "one", **WORDS}, {"complaint_id": "two"}], {7: FILED})

    with pytest.raises(ExportBroken) as broken:
        check_words([{"complaint_id": "one", **WORDS, "text": "All is well"}], {7: FILED})

    assert ExportFlaw.RECORD_CHANGED is broken.value.flaw


def test_words_that_are_erased_or_withheld_contradict_nothing() -> None:
    check_words([{"complaint_id": "one", **WORDS, "text": ERASED}], {7: FILED})
    check_words([{"complaint_id": "one"}], {7: FILED})


def test_in_whose_name_it_is_there_is_said_by_the_log() -> None:
    (posts,) = (each for each in BINDINGS if each.member == "records/publications.json")
    said = {"id": "one", "where": "page.example"}
    entry = {"kind": "publication:recorded", "recorded_at": "now", "payload": {"publication": said}}
    family = {"published_as": "family"}
    honest = {**entry, "payload": {"publication": said | family}}

    assert None is changed_field(posts, said, entry)
    assert "published_as" == changed_field(posts, said | family, entry)
    assert None is changed_field(posts, said | family, honest)
    assert "published_as" == changed_field(posts, said, honest)


@pytest.mark.parametrize(
    ("note", "changed"),
    [("Called", None), (ERASED, None), (WITHHELD, None), ("Did nothing", "note"), (None, "note")],
)
def test_a_note_is_the_one_that_was_written(note: str | None, changed: str | None) -> None:
    assert changed == changed_field(STEPS, {"complaint_id": "one", "note": note}, NOTED)


def test_what_has_no_canonical_form_has_no_digest() -> None:
    assert "" == digest_of(1.5)
