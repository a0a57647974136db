"""
What stands in an export is read by people, programs and standards.
"""

import csv
import io
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from service.ledger.archive import read_archive
from tests.api.door import Door
from tests.api.test_exports import story_of_two, taken, told_in, verified


def test_consent_records_have_the_form_of_the_standard(door: Door) -> None:
    emeka, _, _ = story_of_two(door)
    withdrawal = {"person_id": emeka, "signatory_id": emeka, "everywhere": True}
    door.post("/consents/withdraw", withdrawal)

    members = read_archive(taken(door, person_id=emeka))

    validator = Draft202012Validator(told_in(members, "consents/schema.json"))
    records = [told_in(members, name) for name in members if name.endswith(".jsonld")]
    assert {"dpv:ConsentGiven", "dpv:ConsentWithdrawn"} == {
        each["dpv:hasConsentStatus"] for each in records
    }
    for record in records:
        assert [] == list(validator.iter_errors(record))
        broken = {**record, "dpv:hasConsentStatus": "dpv:ConsentTerminated"}
        assert list(validator.iter_errors(broken))


def test_words_stand_there_as_they_were_shown(door: Door) -> None:
    emeka, _, _ = story_of_two(door)

    members = read_archive(taken(door, person_id=emeka))

    forms = [content.decode() for name, content in members.items() if name.startswith("forms/")]
    assert ["Puis-je montrer votre photo ? Refuser ne coûte rien."] == forms


def test_no_cell_of_a_table_is_run_by_a_spreadsheet(door: Door) -> None:
    emeka, _, _ = story_of_two(door)

    members = read_archive(taken(door, person_id=emeka))

    tables = {name: content for name, content in members.items() if name.endswith(".csv")}
    assert 4 == len(tables)
    for content in tables.values():
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert b"'=HYPERLINK" in tables["tables/publications.csv"]


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_reports_are_read_in_four_languages(door: Door, language: str) -> None:
    emeka, _, _ = story_of_two(door)

    members = read_archive(taken(door, person_id=emeka))

    page = members[f"report/{language}.html"].decode()
    assert f'<html lang="{language}">' in page
    assert "<script" not in page
    assert "Emeka Dupont" in page
    pdf = PdfReader(io.BytesIO(members[f"report/{language}.pdf"]))
    assert "Emeka Dupont" in pdf.pages[0].extract_text()
    root: Any = pdf.trailer["/Root"]
    assert (language, True) == (root["/Lang"], bool(root["/MarkInfo"]["/Marked"]))
    assert members[f"report/timeline-{language}.svg"].startswith(b"<svg")


def test_no_fingerprint_leaves_the_house(door: Door) -> None:
    emeka, _, _ = story_of_two(door)

    members = read_archive(taken(door, person_id=emeka, include_others=True))

    told = b"".join(content for name, content in members.items() if name != "verify.py")
    assert not any(word in told for word in (b"fingerprint", b"digest_pixels", b"preview"))


def test_re_shares_and_several_corrections_stand_in_an_export_that_verifies(door: Door) -> None:
    emeka, _, publication = story_of_two(door)
    url = f"/publications/{publication['id']}"
    shared = door.post(f"{url}/reshares", {"channel": "facebook"})
    for _ in range(2):
        correction = door.post("/publications", {"names": ["Emeka Dupont"], "channel": "facebook"})
        told = {"corrected_by": correction["id"], "note": "The date was wrong."}
        assert 300 > door.knock("POST", f"{url}/correct", told).status_code

    content = taken(door, person_id=emeka, include_others=True)

    verified(door, content)
    members = read_archive(content)
    events = told_in(members, "records/publication_events.json")
    assert ["corrected", "corrected"] == [each["record"]["kind"] for each in events]
    assert shared["id"] in {
        each["record"]["id"] for each in told_in(members, "records/publications.json")
    }
