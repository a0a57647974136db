"""
A yes that somebody said aloud: written down with its witness, confirmed, and proven.
"""

from service.decision.powers import Role
from tests.api.office import adult, answer, channel, version
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

NOTHING = {"proof": ("", b"", "application/octet-stream")}
WITNESS = "Sam Maes, in the living room, on Monday."


def test_a_spoken_yes_needs_its_witness_a_colleague_and_leaves_a_receipt(
    house: StaffedHouse,
) -> None:
    page, form = channel(house.door), version(house.door)
    emeka = adult(house.door, email="emeka@example.org")
    nadia, sam = reader(house, Role.REGISTRAR, "Nadia"), reader(house, Role.REGISTRAR, "Sam")
    here = f"/people/{emeka}/answer"
    said = {
        "signatory": emeka,
        "form": form,
        "method": "oral_witnessed",
        "signed_on": "2025-09-01",
    }
    ticks = f"channel:{page}:image:given channel:{page}:name:given"
    sent = said | {"ticks": ticks}

    review = nadia.post(here, said | {f"channel:{page}:image": "given"}, status=200)
    alone = nadia.post(f"{here}/save", sent, NOTHING, 422)
    done = nadia.get(nadia.post(f"{here}/save", sent | {"witness_note": WITNESS}, NOTHING))

    assert ("Who heard it?" in review, "Say who heard it." in alone) == (True, True)
    assert "waits until a colleague confirms it" in done
    assert "ask" == answer(house.door)
    listed = sam.fetch("/lists/confirmations").text
    (path,) = {
        each.split('"')[0] for each in listed.split('action="')[1:] if "confirmations" in each
    }
    assert WITNESS in sam.get("/lists/confirmations")
    sam.post(path, {"confirm": "1"})

    assert "publish" == answer(house.door)
    (act,) = house.door.get("/consents")["items"]
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    assert WITNESS in officer.fetch(f"/people/{emeka}/acts/{act['id']}/evidence").text
    kinds = {each["kind"] for each in house.door.entries()}
    assert {
        "answer:proposed",
        "answer:confirmed",
        "consent:given",
        "family:receipt_issued",
    } <= kinds
