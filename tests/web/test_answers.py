"""
Entering, confirming and ending answers on pages.
"""

from dataclasses import dataclass

import pytest

from service.decision.powers import Role
from tests.api.office import adult, answer, channel, group, version, yes
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

PDF = {"proof": ("form.pdf", b"%PDF signed", "application/pdf")}
NOTHING = {"proof": ("", b"", "application/octet-stream")}


@dataclass(frozen=True)
class Paper:
    """
    A form in somebody's hand, about to be typed in.
    """

    house: StaffedHouse
    page: str
    form: str
    person: str

    def fields(self, signatory: str, choice: str = "given") -> dict[str, str]:
        """
        Tick one answer to both questions.
        """
        return {
            "signatory": signatory,
            "form": self.form,
            "method": "paper",
            "signed_on": "2025-09-01",
            f"channel:{self.page}:image": choice,
            f"channel:{self.page}:name": choice,
        }

    def saved(self, somebody: Reader, signatory: str, choice: str = "given") -> str:
        """
        Walk from the questions to the last page; give it.
        """
        here, fields = f"/people/{self.person}/answer", self.fields(signatory, choice)
        assert "Is this right?" in somebody.post(here, fields, status=200)
        ticks = " ".join(f"{name}:{choice}" for name in fields if name.startswith("channel:"))
        sent = {name: text for name, text in fields.items() if not name.startswith("channel:")}
        proof = PDF if choice == "given" else NOTHING
        return somebody.get(somebody.post(f"{here}/save", sent | {"ticks": ticks}, proof))


@pytest.fixture
def paper(house: StaffedHouse) -> Paper:
    """
    Give the paper of Emeka, who answers alone.
    """
    return Paper(house, channel(house.door), version(house.door), adult(house.door))


def test_a_paper_becomes_an_answer_with_its_proof(house: StaffedHouse, paper: Paper) -> None:
    registrar = reader(house, Role.REGISTRAR, "Nadia Peeters")

    done = paper.saved(registrar, paper.person)

    assert "This counts from now on." in done
    assert "publish" == answer(house.door)
    file = registrar.get(f"/people/{paper.person}")
    assert "On paper" in file
    assert "Nadia Peeters" in file
    (act,) = house.door.get("/consents")["items"]
    here = f"/people/{paper.person}/acts/{act['id']}"
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    kept = officer.fetch(f"{here}/evidence")
    assert (b"%PDF signed", "attachment") == (
        kept.content,
        kept.headers["content-disposition"].split(";")[0],
    )
    registrar.get(f"{here}/evidence", 403)


def test_a_yes_without_proof_is_not_saved(house: StaffedHouse, paper: Paper) -> None:
    registrar = reader(house, Role.REGISTRAR)
    fields = paper.fields(paper.person)
    ticks = f"channel:{paper.page}:image:given"
    sent = {name: text for name, text in fields.items() if ":" not in name} | {"ticks": ticks}

    shown = registrar.post(f"/people/{paper.person}/answer/save", sent, NOTHING, status=422)

    assert "Add the proof" in shown
    assert [] == house.door.get("/consents")["items"]


def test_a_no_needs_no_proof(house: StaffedHouse, paper: Paper) -> None:
    paper.saved(reader(house, Role.REGISTRAR), paper.person, "refused")

    assert "do_not_publish" == answer(house.door)


def test_a_paper_about_a_group_of_pages_and_in_which_language(house: StaffedHouse) -> None:
    """
    A yes to the group is one to every page in it.
    """
    social = group(house.door)
    page = channel(house.door, group_ids=[social])
    texts = {"fr-BE": "Oui ?", "nl-BE": "Ja?"}
    form = version(house.door, texts=texts, group_ids=[social], channel_ids=[page])
    paper = Paper(house, page, form, adult(house.door))
    registrar = reader(house, Role.REGISTRAR)
    here = f"/people/{paper.person}/answer"

    questions = registrar.get(f"{here}?signatory={paper.person}&form={form}")
    assert "Social" in questions
    assert "Nederlands" in questions
    fields = {name: text for name, text in paper.fields(paper.person).items() if ":" not in name}
    ticked = {f"group:{social}:{matter}": "given" for matter in ("image", "name")}
    sent = fields | {"language": "nl-BE"}
    assert "Social" in registrar.post(here, sent | ticked, status=200)
    ticks = " ".join(f"{name}:given" for name in ticked)
    registrar.get(registrar.post(f"{here}/save", sent | {"ticks": ticks}, PDF))

    assert "publish" == answer(house.door)
    (act,) = house.door.get("/consents")["items"]
    assert [social] == act["group_ids"]


def test_nothing_ticked_and_no_day_is_shown_again(house: StaffedHouse, paper: Paper) -> None:
    registrar = reader(house, Role.REGISTRAR)
    here, fields = f"/people/{paper.person}/answer", paper.fields(paper.person)
    empty = {name: text for name, text in fields.items() if ":" not in name}

    assert "Answer at least one question." in registrar.post(here, empty, status=422)
    assert "Check the day" in registrar.post(here, fields | {"signed_on": ""}, status=422)
    assert "Say how" in registrar.post(here, fields | {"method": ""}, status=422)
    assert [] == house.door.get("/consents")["items"]


def test_nothing_is_ticked_beforehand(house: StaffedHouse, paper: Paper) -> None:
    yes(house.door, paper.person, paper.form)
    registrar = reader(house, Role.REGISTRAR)

    asked = f"/people/{paper.person}/answer?signatory={paper.person}&form={paper.form}"
    page = registrar.fetch(asked).text

    assert "checked" not in page
    assert "required" in page


def test_the_second_parent_is_confirmed_by_a_colleague(house: StaffedHouse) -> None:
    page, form, lea = channel(house.door), version(house.door), house.door.person()
    anne, bram = house.door.signatory(), house.door.signatory(given_name="Bram")
    for parent in (anne, bram):
        house.door.authority(lea, parent, verified=True, proof="Birth certificate")
    paper = Paper(house, page, form, lea)
    nadia, sam = reader(house, Role.REGISTRAR, "Nadia"), reader(house, Role.REGISTRAR, "Sam")

    paper.saved(nadia, anne)
    assert "waits until a colleague confirms it" in paper.saved(nadia, bram)

    waiting = nadia.get("/lists/confirmations")
    assert "Bram Dupont" in waiting
    assert "somebody else must confirm" in waiting
    listed = sam.fetch("/lists/confirmations").text
    (path,) = {
        each.split('"')[0] for each in listed.split('action="')[1:] if "confirmations" in each
    }
    assert b"%PDF signed" == sam.fetch(f"{path}/evidence").content
    nadia.post(path, {"confirm": "1"}, status=409)
    assert "ask" == answer(house.door, "Léa Dupont")
    sam.post(path, {"confirm": "1"})
    assert "publish" == answer(house.door, "Léa Dupont")
    assert "Nothing waits." in sam.get("/lists/confirmations")


def test_a_yes_is_taken_back_from_its_own_page(house: StaffedHouse, paper: Paper) -> None:
    act = yes(house.door, paper.person, paper.form)
    registrar = reader(house, Role.REGISTRAR)
    here = f"/people/{paper.person}/acts/{act['id']}"
    assert "They take it back" in registrar.get(here)

    registrar.post(f"{here}/withdraw", {"note": ""})

    assert "do_not_publish" == answer(house.door)
    assert "Withdrawn" in registrar.get(f"/people/{paper.person}")


@pytest.mark.parametrize(
    ("verb", "expected"), [("revoke", "do_not_publish"), ("invalidate", "ask")]
)
def test_the_organisation_says_why_it_ends_an_answer(
    house: StaffedHouse, paper: Paper, verb: str, expected: str
) -> None:
    act = yes(house.door, paper.person, paper.form)
    registrar = reader(house, Role.REGISTRAR)
    here = f"/people/{paper.person}/acts/{act['id']}/{verb}"

    assert "Say why." in registrar.post(here, {"note": ""}, status=422)
    assert "publish" == answer(house.door)
    registrar.post(here, {"note": "The wrong paper."})
    assert expected == answer(house.door)


def test_everything_or_one_channel_is_taken_back(house: StaffedHouse, paper: Paper) -> None:
    registrar = reader(house, Role.REGISTRAR)
    here = f"/people/{paper.person}/withdraw"
    told = {"signatory": paper.person, "method": "phone"}

    registrar.post(here, told | {"scope": "some"}, status=422)
    registrar.post(here, told, status=422)
    registrar.post(here, told | {"scope": "some", "place": f"channel:{paper.page}"})
    assert "do_not_publish" == answer(house.door)
    registrar.post(here, told | {"scope": "all"})
    channel(house.door, "later")
    body = {"names": ["Emeka Dupont"], "channel": "later"}
    assert "do_not_publish" == house.door.post("/checks", body, 200)["answer"]


def test_whoever_only_reads_changes_nothing(house: StaffedHouse, paper: Paper) -> None:
    act = yes(house.door, paper.person, paper.form)
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    here = f"/people/{paper.person}"

    assert "They take it back" not in officer.get(f"{here}/acts/{act['id']}")
    officer.get(f"{here}/answer", 403)
    officer.get(f"{here}/withdraw", 403)
    officer.get("/lists/confirmations", 403)
    officer.post(f"{here}/acts/{act['id']}/withdraw", {"note": ""}, status=403)
    officer.post(f"{here}/withdraw", {"scope": "all", "signatory": paper.person}, status=403)
    assert "publish" == answer(house.door)


def test_somebody_who_may_answer_is_entered_confirmed_and_ended(house: StaffedHouse) -> None:
    lea = house.door.person()
    registrar = reader(house, Role.REGISTRAR)
    here = f"/people/{lea}/authorities"
    told = {"given_name": "Anne", "family_name": "Dupont", "kind": "parent", "basis": "filiation"}

    registrar.post(f"{here}/new", told | {"kind": "neighbour"}, status=422)
    registrar.post(f"{here}/new", told | {"until_on": "2001-01-01"}, status=422)
    assert [] == house.door.get("/signatories")["items"]
    registrar.post(f"{here}/new", told)
    assert "Proof not seen" in registrar.get(f"/people/{lea}")
    (held,) = house.door.get(f"/people/{lea}/authorities")["items"]
    one = f"{here}/{held['id']}"
    registrar.post(one, {"confirm": "1", "proof": ""}, status=422)
    registrar.post(one, {"confirm": "1", "proof": "Birth certificate"})
    assert "Proof seen" in registrar.get(f"/people/{lea}")
    registrar.post(one, {"end": "1", "until_on": "2026-01-31"})
    shown = registrar.get(f"/people/{lea}")
    assert "until 31 January 2026" in shown[shown.index("Who may") :]
