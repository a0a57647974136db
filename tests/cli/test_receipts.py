"""
A receipt that a family kept is verified on the command line.
"""

from pathlib import Path

from cli.terminal.door import opened_registry
from service.decision.ids import SignatoryId
from service.settings import Settings
from service.usecases.families.cards import Choice
from service.usecases.families.choices import Answers
from tests.api.family import Mailbox
from tests.cli.terminal import Terminal


def receipt_of(glycines: Terminal) -> bytes:
    """
    Let somebody of the story answer; give the file they keep.
    """
    found = glycines.read("signatories", "list")
    anne = next(each for each in found if each["email"])
    registry = opened_registry(Settings.from_env({"OBSTAT_VAR_FOLDER": str(glycines.folder)}))
    caller = registry.organisations.act_as_operator("glycines")
    invitation = registry.families.invite_signatory(caller, SignatoryId(anne["id"]), on_paper=True)
    secret = invitation.address.rpartition("/")[2]
    nonce = registry.families.send_code("glycines", secret)
    code = Mailbox(registry, caller.organisation_id).last_code(anne["email"])
    family = registry.families.recognise_family(
        registry.families.enter_code("glycines", nonce, code).session
    )
    matters = registry.families.show_matters(family)[0]
    key = next(key for key, each in matters.questions.items() if each.choice is not Choice.NO)
    answers = Answers({key: Choice.NO})
    receipt = registry.families.answer(family, matters.person_id, answers, "fr", "once")
    registry.ledger.sequence_ledger()
    content = registry.families.get_receipt(family, receipt.id).content
    registry.close()
    return content


def test_a_receipt_is_believed_until_a_letter_changes(glycines: Terminal, tmp_path: Path) -> None:
    kept, forged = tmp_path / "kept.json", tmp_path / "forged.json"
    kept.write_bytes(receipt_of(glycines))
    forged.write_bytes(kept.read_bytes().replace(b"obstat:channel:", b"obstat:chanel:"))

    assert "unchanged since" in glycines.type("audit", "verify-receipt", kept).out
    assert glycines.read("audit", "verify-receipt", kept)["ok"]
    said = glycines.type("audit", "verify-receipt", forged)
    assert 2 == said.code
    assert "not the one that was recorded" in said.err
    told = glycines.type("audit", "verify-receipt", forged, "--json")
    assert (2, "receipt-broken") == (told.code, told.json["error"]["code"])
