"""
A yes is recorded: on which words, for which channels, until when.
"""

from datetime import date, timedelta

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    adult,
    answer,
    channel,
    group,
    refused,
    row_counts,
    saying_yes,
    version,
    yes,
)

SCAN = {"media_type": "application/pdf", "content": "JVBERi0xLjcK"}
LONG_AGO = "2020-05-04"


@pytest.fixture
def body(door: Door) -> Json:
    """
    Say in JSON that Emeka says yes to Facebook.
    """
    channel(door)
    return saying_yes(adult(door), version(door))


def test_a_yes_is_kept_as_it_was_said(door: Door, body: Json) -> None:
    told = {"language": "fr-BE", "starts_on": "2026-01-01", "expires_on": "2999-12-31"}
    made = door.post("/consents", body | told | {"signed_at": "2025-12-01T10:00:00+01:00"})

    assert made == door.get(f"/consents/{made['id']}")
    assert ("2025-12-01T09:00:00Z",) * 2 == (made["signed_from"], made["signed_until"])
    assert ("2026-01-01", "2999-12-31") == (made["starts_on"], made["expires_on"])
    assert (["image", "name"], ["activity_report", "information"]) == (
        made["matters"],
        made["purposes"],
    )


def test_a_yes_publishes_where_it_was_given(door: Door, body: Json) -> None:
    channel(door, "website")
    assert "ask" == answer(door)

    door.post("/consents", body)

    assert "publish" == answer(door)
    assert "ask" == answer(door, channel="website")
    assert "do_not_publish" == answer(door, purpose="advertising")


def test_the_same_key_records_one_answer(door: Door, body: Json) -> None:
    first = door.post("/consents", body, idempotency_key="yes")
    again = door.post("/consents", dict(reversed(body.items())), idempotency_key="yes")
    before = row_counts(door)
    other = door.knock("POST", "/consents", body | {"matters": ["name"]}, idempotency_key="yes")

    assert first == again
    assert "idempotency-mismatch" == other.json()["code"]
    assert before == row_counts(door)


def test_a_yes_to_a_group_is_a_yes_to_the_channels_it_has_now(door: Door) -> None:
    social = group(door)
    facebook, emeka = channel(door, group_ids=[social]), adult(door)

    made = yes(door, emeka, version(door), channels=[], groups=["social"])
    channel(door, "tiktok", group_ids=[social])

    assert ([facebook], [social]) == (made["channel_ids"], made["group_ids"])
    assert ("publish", "ask") == (answer(door), answer(door, channel="tiktok"))


def test_a_yes_to_a_group_covers_what_its_form_named(door: Door) -> None:
    social = group(door)
    facebook = channel(door, group_ids=[social])
    form = version(door, group_ids=[social])
    tiktok = channel(door, "tiktok", group_ids=[social])

    made = yes(door, adult(door), form, channels=[], groups=[social])

    assert [facebook] == made["channel_ids"]
    late = saying_yes(made["person_id"], form) | {"channels": [tiktok]}
    assert "channels" == refused(door, "/consents", late)["field"]


def test_channels_are_named_by_id_or_short_name(door: Door, body: Json) -> None:
    by_id = channel(door, "website")
    made = door.post("/consents", body | {"channels": ["facebook", by_id]})

    assert 2 == len(made["channel_ids"])


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"form_version_id": None}, "form_version_id"),
        ({"form_version_id": NOBODY}, "form_version_id"),
        ({"channels": []}, "channels"),
        ({"channels": ["nowhere"]}, "channels"),
        ({"channels": [NOBODY]}, "channels"),
        ({"groups": ["nowhere"]}, "groups"),
        ({"everywhere": True}, "everywhere"),
        ({"explicit": True}, "explicit"),
        ({"matters": ["voice"]}, "matters"),
        ({"purposes": ["advertising"]}, "purposes"),
        ({"language": "nl-BE"}, "language"),
        ({"kind": "withdrawn"}, "kind"),
        ({"kind": "revoked"}, "kind"),
        ({"kind": "invalidated"}, "kind"),
        ({"method": "phone"}, "witness_note"),
        ({"method": "oral_witnessed", "witness_note": " "}, "witness_note"),
        ({"method": "paper"}, "signed_on"),
        ({"method": "import"}, "signed_on"),
        ({"person_id": NOBODY}, "person_id"),
        ({"evidence": SCAN | {"media_type": "text/html"}}, "evidence.media_type"),
        ({"evidence": SCAN | {"content": ""}}, "evidence.content"),
    ],
)
def test_what_a_yes_cannot_be_is_named(
    door: Door, body: Json, told: dict[str, object], field: str
) -> None:
    assert field == refused(door, "/consents", body | told)["field"]


def test_a_closed_channel_takes_no_yes(door: Door, body: Json) -> None:
    closed = channel(door, "closed")
    door.post(f"/channels/{closed}/close", status=200)

    assert "channels" == refused(door, "/consents", body | {"channels": [closed]})["field"]


def test_an_explicit_yes_takes_an_explicit_form(door: Door) -> None:
    channel(door, special_category=True)
    emeka, form = adult(door), version(door, explicit=True)
    yes(door, emeka, form)
    assert "ask" == answer(door), "a yes that does not state it is not enough"

    yes(door, emeka, form, explicit=True)

    assert "publish" == answer(door)


def test_a_yes_on_paper_holds_seven_days_without_its_scan(door: Door, body: Json) -> None:
    made = door.post("/consents", body | {"method": "paper", "signed_on": LONG_AGO})

    due_on = date.fromisoformat(made["evidence_due_on"])
    assert made["evidence_id"] is None
    assert "publish" == answer(door)
    assert "publish" == answer(door, on=due_on.isoformat())
    assert "ask" == answer(door, on=(due_on + timedelta(days=1)).isoformat())


def test_a_yes_on_paper_with_its_scan_is_complete(door: Door, body: Json) -> None:
    told = {"method": "paper", "signed_on": LONG_AGO, "evidence": SCAN}
    made = door.post("/consents", body | told)

    assert made["evidence_id"]
    assert made["evidence_due_on"] is None


def test_the_word_of_a_witness_is_kept_as_evidence(door: Door, body: Json) -> None:
    told = {"method": "phone", "witness_note": "Nora called the number on file."}
    made = door.post("/consents", body | told)

    kept = door.knock("GET", f"/consents/{made['id']}/evidence")
    assert ("Nora called the number on file.", "text/plain; charset=utf-8") == (
        kept.text,
        kept.headers["content-type"],
    )


def test_a_clause_in_a_contract_is_recorded_and_no_yes(door: Door, body: Json) -> None:
    door.post("/consents", body | {"method": "contract_clause", "signed_on": LONG_AGO})

    assert "ask" == answer(door)


def test_nobody_learns_how_to_reach_the_other_signatory(door: Door) -> None:
    channel(door)
    form, lea = version(door), door.person()
    for name in ("Anne", "Bruno"):
        contacts = {"email": f"{name}@family.example", "phone": "+32 2 555 01 23"}
        parent = door.signatory(given_name=name, **contacts)
        door.authority(lea, parent)
        yes(door, lea, form, signatory_id=parent, capacity="parent")

    reader = door.with_key("consents:read")
    shown = reader.knock("GET", f"/consents?person_id={lea}").text

    assert 2 == shown.count('"kind":"given"')
    assert not [word for word in ("Anne", "Bruno", "family.example", "+32") if word in shown]


def test_it_takes_the_scope_to_write_consents(door: Door, body: Json) -> None:
    assert "not-allowed" == refused(door.with_key("consents:read"), "/consents", body, 403)["code"]


def test_what_another_organisation_has_is_unknown(door: Door, stranger: Door, body: Json) -> None:
    channel(stranger)
    theirs = {
        "person_id": adult(stranger),
        "form_version_id": version(stranger),
        "channels": [channel(stranger, "website")],
        "groups": [group(stranger)],
    }
    for field, told in theirs.items():
        assert field == refused(door, "/consents", body | {field: told})["field"]


def test_a_key_of_one_unit_answers_for_its_people_only(door: Door, body: Json) -> None:
    own = door.unit("Own")
    educator = door.with_key("consents:write", "consents:read", units=[own])

    unseen = refused(educator, "/consents", body)
    unknown = refused(educator, "/consents", body | {"person_id": NOBODY})
    act_id = door.post("/consents", body)["id"]

    assert unseen["detail"] == unknown["detail"]
    educator.get(f"/consents/{act_id}", 404)
    assert [] == educator.get("/consents")["items"]


def test_the_ledger_says_which_words_were_shown_and_no_name(door: Door, body: Json) -> None:
    told = {"method": "phone", "witness_note": "Nora Peeters called Emeka.", "language": "fr-BE"}
    made = door.post("/consents", body | told)
    form = door.get(f"/form-versions/{body['form_version_id']}")
    (last,) = (each for each in door.entries() if each["kind"] == "consent:given")

    assert ("consent:given", [made["person_id"]]) == (last["kind"], last["person_ids"])
    assert {"fr-BE": form["texts"]["fr-BE"]["sha256"]} == last["payload"]["form"]["texts"]
    assert made["evidence_id"] == last["payload"]["evidence"]["evidence_id"]
    assert not [word for word in ("Nora", "Emeka", "Dupont") if word in str(last)]
