"""
A form is printed, ticked by hand, photographed, compared line by line and entered once.
"""

from dataclasses import dataclass
from io import BytesIO

import pypdf
import pytest
from PIL import Image

from service.decision.powers import Role
from tests.api.office import WORDS, adult, answer, channel, version
from tests.fingerprint.drawing import draw_scene, encode
from tests.fingerprint.handwriting import Hand, Shot, photographed, rendered, write
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

SHOT = Shot(degrees=91, skew=0.03, shaded=True, longest_px=1800)
YES_TO_IMAGE, NO_TO_NAME, YES_TO_NAME = 3, 7, 6


@dataclass(frozen=True)
class Desk:
    """
    A registrar with a form about Emeka on paper.
    """

    house: StaffedHouse
    registrar: Reader
    page: str
    form: str
    person: str

    @property
    def here(self) -> str:
        """
        Give where the answers of Emeka are entered.
        """
        return f"/people/{self.person}/answer"

    def prints(self, **told: str) -> bytes:
        """
        Print the form for Emeka.
        """
        fields = {"form": self.form, "language": "fr-BE", **told}
        made = self.registrar.client.post(
            f"/people/{self.person}/paper", data=fields, headers=self.registrar.headers()
        )
        assert (200, "application/pdf") == (made.status_code, made.headers["content-type"])
        return made.content

    def sends(self, scan: bytes, status: int = 303, person: str = "") -> str:
        """
        Send a scan; give where it leads, or what the page says.
        """
        who = person or self.person
        file = {"paper": ("scan.jpg", scan, "image/jpeg")}
        here = f"/people/{who}/answer/scan"
        return self.registrar.post(here, {"signatory": who}, file, status=status)


@pytest.fixture
def desk(house: StaffedHouse) -> Desk:
    """
    Give the desk.
    """
    page, form = channel(house.door), version(house.door)
    return Desk(house, reader(house, Role.REGISTRAR), page, form, adult(house.door))


def _ticked(pdf: bytes) -> Image.Image:
    page = rendered(pdf)[-1]
    for box in (YES_TO_IMAGE, NO_TO_NAME):
        write(page, box, Hand.CROSS)
    return page


def test_a_ticked_form_becomes_an_answer_once_somebody_compared_it(desk: Desk) -> None:
    printed = desk.prints()
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(printed)).pages)
    scan = photographed(_ticked(printed), SHOT)

    found = desk.sends(scan)
    shown = desk.registrar.get(found)
    raw = desk.registrar.fetch(found).text
    picture = desk.registrar.fetch(raw.split('<image href="')[1].split('"')[0])
    fields = {
        "signatory": desk.person,
        "form": desk.form,
        "scan": found.split("/scan/")[1].split("?")[0],
        "method": "paper",
        "language": "fr-BE",
        "signed_on": "2025-09-01",
        f"channel:{desk.page}:image": "given",
        f"channel:{desk.page}:name": "given",
    }
    review = desk.registrar.post(desk.here, fields, status=200)
    ticks = f"channel:{desk.page}:image:given channel:{desk.page}:name:refused"
    sent = {name: text for name, text in fields.items() if ":" not in name} | {"ticks": ticks}
    done = desk.registrar.get(
        desk.registrar.post(
            f"{desk.here}/save", sent, {"proof": ("", b"", "application/octet-stream")}
        )
    )

    assert WORDS["fr-BE"] in " ".join(text.split())
    assert "Emeka Dupont" in text
    assert ("Read: Yes" in shown, "Read: No" in shown, "checked" in raw) == (True, True, False)
    assert (200, b"\xff\xd8\xff") == (picture.status_code, picture.content[:3])
    assert 1 == review.count("The paper seems to say something else.")
    assert "This counts from now on." in done
    assert "do_not_publish" == answer(desk.house.door)
    acts = desk.house.door.get("/consents")["items"]
    assert {("given", "paper"), ("refused", "paper")} == {
        (each["kind"], each["method"]) for each in acts
    }
    officer = reader(desk.house, Role.DATA_PROTECTION_OFFICER)
    kept = officer.fetch(f"/people/{desk.person}/acts/{acts[0]['id']}/evidence")
    assert scan == kept.content
    assert "entered before" in desk.sends(scan, status=422)


def test_paper_of_somebody_else_or_of_nobody_is_refused_in_words(desk: Desk) -> None:
    scan = photographed(_ticked(desk.prints()), SHOT)
    other = adult(desk.house.door, given_name="Chika")
    lake = encode(draw_scene(1), "JPEG")

    assert "printed for somebody else" in desk.sends(scan, 422, other)
    assert "No code of a form" in desk.sends(lake, 422)
    assert "Send a photo or a PDF" in desk.sends(b"hello", 422)
    assert "Send a photo or a PDF" in desk.sends(b"", 422)
    assert [] == desk.house.door.get("/consents")["items"]


def test_doubt_is_shown_and_nothing_chosen(desk: Desk) -> None:
    page = rendered(desk.prints())[-1]
    write(page, YES_TO_IMAGE, Hand.FAINT)
    write(page, NO_TO_NAME, Hand.CROSS)
    write(page, YES_TO_NAME, Hand.CROSS)

    shown = desk.registrar.get(desk.sends(photographed(page, SHOT)))

    assert 2 == shown.count("Not clear")
    assert "Read:" not in shown


def test_a_form_without_a_name_is_printed_from_its_own_page(desk: Desk) -> None:
    path = f"/form-versions/{desk.form}"
    administrator = reader(desk.house, Role.ADMINISTRATOR)
    assert "Print a form" in administrator.get(path)
    made = administrator.client.post(
        f"{path}/print", data={"language": "fr-BE"}, headers=administrator.headers()
    )

    found = desk.sends(photographed(_ticked(made.content), SHOT))

    assert "Read: Yes" in desk.registrar.get(found)


def test_whoever_only_reads_prints_and_reads_back_nothing(desk: Desk) -> None:
    officer = reader(desk.house, Role.DATA_PROTECTION_OFFICER)

    officer.get(f"/people/{desk.person}/paper", 403)
    officer.post(
        f"/people/{desk.person}/paper", {"form": desk.form, "language": "fr-BE"}, None, 403
    )
    file = {"paper": ("scan.jpg", b"x", "image/jpeg")}
    officer.post(f"{desk.here}/scan", {"signatory": desk.person}, file, 403)


def test_a_language_that_the_form_lacks_is_said(desk: Desk) -> None:
    fields = {"form": desk.form, "language": "it"}

    said = desk.registrar.post(f"/people/{desk.person}/paper", fields, status=422)

    assert "Choose a form and a language that it has." in said
