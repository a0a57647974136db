"""
Families keep proof of what they answered.
"""

import json

import pytest

from service.errors import NotFound
from service.ledger.failures import ProofRefused
from service.records.mail import LetterKind
from service.usecases.families.cards import Choice
from service.usecases.organisations.operator import operator_of
from tests.api.family import ANNE, Household, Sitting, sit_down

YES, NO = Choice.YES, Choice.NO


def test_the_receipt_is_proven_once_the_log_has_grown(anne: Sitting, asked: Household) -> None:
    receipt = anne.say(asked.lea, facebook=YES)
    pending = asked.verbs.get_receipt(anne.family, receipt.id)
    asked.door.entries()

    proven = asked.verbs.get_receipt(anne.family, receipt.id)

    caller = operator_of(asked.door.organisation.id)
    assert (False, True) == (pending.is_proven, proven.is_proven)
    verified = asked.verbs.get_receipt.verify(caller, proven.content)
    assert receipt.id == verified.receipt["dct:identifier"]
    with pytest.raises(ProofRefused):
        asked.verbs.get_receipt.verify(caller, pending.content)
    forged = json.loads(proven.content)
    forged["receipt"]["dpv:hasRecord"][0]["dpv:hasPersonalData"] = []
    for broken in (json.dumps(forged).encode(), b"{}", b"\xff", b'{"receipt":1,"proof":2}'):
        with pytest.raises(ProofRefused):
            asked.verbs.get_receipt.verify(caller, broken)


def test_a_receipt_says_what_the_standard_asks_and_names_nobody(
    anne: Sitting, asked: Household
) -> None:
    document = json.loads(anne.say(asked.lea, facebook=YES, website=NO).document)

    assert document["dct:identifier"] == document["dpv:hasIdentifier"]
    states = {
        each["dpv:hasConsentStatus"][0]["dpv:hasConsentStatus"]
        for each in document["dpv:hasRecord"]
    }
    assert {"dpv:ConsentGiven", "dpv:ConsentRefused"} == states
    for each in document["dpv:hasRecord"]:
        assert each["dpv:hasConsentStatus"][0]["dpv:isIndicatedAtTime"].endswith("Z")
        assert each["dpv:hasNotice"]["obstat:sha256"]
    for name in ("Léa", "Anne", "Dupont", ANNE):
        assert name not in json.dumps(document, ensure_ascii=False)


def test_a_receipt_is_for_whoever_got_it(anne: Sitting, asked: Household) -> None:
    marc_id = asked.door.signatory(given_name="Marc", email="marc@family.example")
    asked.door.authority(asked.lea, marc_id)
    marc = sit_down(asked, marc_id, "marc@family.example")
    receipt = anne.say(asked.lea, facebook=YES)

    assert [receipt] == list(asked.verbs.get_receipt.all(anne.family))
    assert [] == list(asked.verbs.get_receipt.all(marc.family))
    with pytest.raises(NotFound):
        asked.verbs.get_receipt(marc.family, receipt.id)


def test_the_letter_about_no_everywhere_says_so_in_words(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=YES)
    anne.say(asked.lea, nowhere=True)

    told = asked.mailbox.letters(ANNE, LetterKind.FAMILY_RECEIPT)[-1].text
    assert "\nPartout, aussi à l’avenir · ✘ non\n" in told
