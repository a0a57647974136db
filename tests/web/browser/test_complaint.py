"""
Somebody complains on the public page, and holds proof of what was done in the end.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def _complain(somebody: Visitor, house: StaffedHouse) -> None:
    somebody.go(f"/f/{house.door.organisation.slug}/complain")
    somebody.fill("Your name", "Chika Dupont")
    somebody.fill("How to answer you", "chika@dupont.example")
    somebody.fill("What happened?", "You named Emeka on your page.")
    somebody.page.get_by_label("What do you wish?").select_option("take_down")
    somebody.press("Send")


def _verified(file: Path, folder: Path) -> str:
    """
    Verify an export with the program inside it, and nothing else.
    """
    with ZipFile(file) as opened:
        program = folder / "verify.py"
        program.write_bytes(opened.read("verify.py"))
    command = [sys.executable, "-I", program.name, file.name]
    done = subprocess.run(  # the program under test
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


def _connect(officer: Visitor) -> None:
    """
    Confirm that it arrived, and find out what it is about.
    """
    officer.go("/complaints")
    officer.look("complaints")
    officer.click(officer.page.get_by_role("link", name="Chika Dupont"))
    officer.look("complaint")
    officer.press("I have sent it")
    officer.fill("Name of the person", "Emeka Dupond")
    officer.press("Look for them")
    officer.press("It is this one Emeka Dupont")
    officer.look("complaint-find")
    officer.click(officer.page.get_by_role("button", name="It is this one Our page"))


def _take_down(publisher: Visitor) -> None:
    """
    Do what the complaint asked for.
    """
    publisher.go("/takedowns")
    publisher.click(publisher.page.get_by_role("link", name="Our page").first)
    assert publisher.sees("Somebody asked for it to come down.")
    publisher.fill("How you know", "Removed, the page is empty")
    publisher.press("Record that it is down")
    assert publisher.sees("Taken down already")


def _close(officer: Visitor) -> None:
    """
    Read the letter, then close.
    """
    officer.page.reload()
    assert not officer.page.get_by_text("The publication is not down yet").count()
    officer.press("Record it with this complaint")
    officer.page.get_by_label("They are right", exact=True).check()
    officer.fill("Why", "We should have asked you first.")
    officer.press("Read the letter first")
    assert officer.sees("the publication was taken down")
    letter = officer.page.locator("#close").bounding_box()
    assert letter is not None
    assert 0 <= letter["y"] < officer.screen.height, "several screens above the letter"
    officer.look("complaint-letter")
    officer.press("Close it for good")
    assert officer.sees("The closing letter")
    officer.look("complaint-closed")


def _export(officer: Visitor, folder: Path) -> Path:
    """
    See what goes in, and take it.
    """
    officer.press("See what goes in")
    officer.look("export-preview")
    with officer.page.expect_download() as begun:
        officer.press("Download the export")
    file = folder / begun.value.suggested_filename
    begun.value.save_as(file)
    return file


def test_a_complaint_ends_with_a_letter_and_a_file_that_proves_itself(
    house: StaffedHouse, at_hand: Callable[..., Visitor], tmp_path: Path
) -> None:
    office.channel(house.door, photo_publisher="members")
    office.yes(house.door, office.adult(house.door), office.version(house.door))
    publication = office.published_name(house.door)
    _complain(at_hand(), house)
    officer = house.let_in(at_hand(), Role.DATA_PROTECTION_OFFICER)
    publisher = house.let_in(at_hand(), Role.PUBLISHER)

    _connect(officer)
    officer.press("Ask for it to come down")
    assert officer.sees("Must come down")
    assert officer.sees("The publication is not down yet")
    officer.look("complaint-known")
    _take_down(publisher)
    _close(officer)
    file = _export(officer, tmp_path)

    assert _verified(file, tmp_path).startswith("VERIFIED")
    officer.go("/exports")
    assert officer.sees("One complaint")
    officer.look("exports")
    officer.go(f"/publications/{publication['id']}/story")
    assert officer.sees("It was decided that publications must come down.")
    officer.look("story")
    officer.go(f"/checks/{publication['check_id']}")
    officer.look("answered")
