"""
The report of a scan is one page that needs nothing but itself.
"""

from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.batch.answered import Answered
from cli.batch.asking import Findings
from cli.batch.page import Asked, page_of
from cli.batch.unread import Unread
from service.decision.terms import Answer
from service.errors import BadImage
from tests.cli.album import drawn, filled, put
from tests.cli.terminal import Terminal, only_line, refused

WEBSITE = ("-c", "website")
NORA = {"name": "Nora <Lemaire>", "role": "contact", "email": "nora@x.example", "phone": ""}
ASKED = Asked("Les Glycines", "Site & blog", "information", "", ZoneInfo("Europe/Brussels"))
BROKEN = BadImage("truncated", "The picture file ends too early.")


class Outline:
    """
    What is in a page; it must be whole, every tag closed where it was opened.
    """

    def __init__(self, page: str) -> None:
        """
        Read the whole page.
        """
        whole = fromstring(page.removeprefix("<!DOCTYPE html>"))  # noqa: S314  # a page of ours
        parts = list(whole.iter())
        self.tags = {each.tag for each in parts}
        self.links = {each.get(name) for each in parts for name in ("href", "src", "action")}
        self.ids = [each.get("id") for each in parts if each.get("id")]
        words = (text for each in parts if each.tag != "style" for text in (each.text, each.tail))
        self.words = [each.strip() for each in words if each and each.strip()]


def answer(file: str, given: Answer, *reasons: str) -> Answered:
    """
    Make an answer about one picture.
    """
    return Answered(
        file=file,
        digest="00" * 32,
        answer=given,
        reasons=reasons,
        obligations=({"duty": "credit_line", "text": "Ann & Bram"}, {"duty": "do_not_tag"}),
        next_step={"action": "ask_contact", "contact": NORA},
        match="same_bytes",
        photo_id=None,
        check_id="",
        evaluated_at=datetime(2026, 5, 12, 8, 30, tzinfo=UTC),
    )


def findings(*names: str) -> Findings:
    """
    Find every answer, and every kind of file, once for each name.
    """
    found = Findings(total=5 * len(names))
    for each in names:
        found.add(answer(each, Answer.PUBLISH))
        found.add(answer(each, Answer.ASK, "image_not_registered"))
        found.add(answer(each, Answer.DO_NOT_PUBLISH, "not_cleared"))
        found.add(Unread(f"{each}.jpg", BROKEN))
        found.add(Unread(f"{each}.txt", BadImage("not_a_picture", "A text.")))
    return found


def test_page_has_every_picture_below_its_answer_worst_first() -> None:
    page = Outline(page_of(findings("sea"), ASKED))
    words = page.words

    assert ["do_not_publish", "ask", "publish"] == page.ids
    assert {"#do_not_publish", "#ask", "#publish", None} == page.links
    assert {"Credit: Ann & Bram", "Do not tag anybody's account."} <= set(words)
    assert "Ask Nora <Lemaire>, contact (nora@x.example)" in words
    assert (
        "Les Glycines · purpose: information · answered 2026-05-12 10:30 (Europe/Brussels)" in words
    )
    assert ["sea", "sea", "sea.jpg", "sea", "sea.txt"] == [
        each for each in words if each.startswith("sea")
    ]


def test_page_needs_nothing_but_itself() -> None:
    page = page_of(findings("sea"), ASKED)

    assert not {"script", "img", "link", "iframe", "form", "object"} & Outline(page).tags
    assert "//" not in page
    assert "@import" not in page
    assert "url(" not in page
    assert "default-src 'none'" in page


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_no_name_of_a_file_becomes_a_part_of_the_page(name: str) -> None:
    plain, named = (Outline(page_of(findings(each), ASKED)) for each in ("sea", name))

    assert plain.tags == named.tags
    assert plain.links == named.links
    assert plain.ids == named.ids


def test_names_that_would_turn_the_line_around_are_made_visible() -> None:
    page = page_of(findings("\u202egpj.exe\udcff"), ASKED)

    assert "\u202e" not in page
    assert "\N{REPLACEMENT CHARACTER}gpj.exe" in page
    assert page.encode()


def test_answers_of_a_long_scan_say_from_when_to_when() -> None:
    found = findings("sea")
    late = Answered(
        **{
            **{name: getattr(found.answers[0], name) for name in Answered.__slots__},
            "evaluated_at": datetime(2026, 5, 12, 9, 45, tzinfo=UTC),
        }
    )
    found.add(late)

    assert "answered 2026-05-12 10:30 to 2026-05-12 11:45" in page_of(found, ASKED)


def test_scan_that_stopped_says_so_on_its_page() -> None:
    found = findings("sea")
    found.total = 90

    assert "Not finished: 5 of 90 files were looked at." in page_of(found, ASKED)
    assert "Not finished" not in page_of(findings("sea"), ASKED)


def test_page_is_written_for_oneself_and_replaced_by_the_next(
    told: Terminal, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "site", 2)
    page = folder / "page.html"

    first = told.type("scan", folder, *WEBSITE, "--report", page)
    written = page.read_text("utf-8")
    (folder / "001.jpg").unlink()
    second = told.type("scan", folder, *WEBSITE, "--report", page)

    assert (4, 4) == (first.code, second.code)
    assert "001.jpg" in written
    assert "001.jpg" not in page.read_text("utf-8")
    assert "page.html" not in first.out + second.out
    assert 0o600 == page.stat().st_mode & 0o777
    assert ["000.jpg", "page.html"] == sorted(each.name for each in folder.iterdir())


def test_page_of_a_scan_that_stopped_is_written_too(glycines: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    folder = filled(tmp_path / "site", 3)

    said = glycines.type("scan", folder, *WEBSITE, "--report", page, OBSTAT_CHECKS_PER_HOUR="1")

    assert 4 == said.code
    assert "Not finished: 1 of 3" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("where", "complaint"),
    [("site/000.jpg", "is no page of a scan"), ("nowhere/page.html", "cannot be written")],
)
def test_page_that_cannot_be_written_is_refused_before_anything_is_asked(
    told: Terminal, tmp_path: Path, where: str, complaint: str
) -> None:
    folder = filled(tmp_path / "site", 1)

    said = told.type("scan", folder, *WEBSITE, "--report", tmp_path / where)

    assert complaint in refused(said)
    assert drawn(0) == (folder / "000.jpg").read_bytes()
    assert ["000.jpg"] == [each.name for each in folder.iterdir()]


def test_scan_that_is_refused_leaves_the_older_page(told: Terminal, tmp_path: Path) -> None:
    folder, page = filled(tmp_path / "site", 1), tmp_path / "page.html"
    told.type("scan", folder, *WEBSITE, "--report", page)
    before = page.read_bytes()

    said = told.type("scan", folder, "-c", "nowhere", "--report", page)

    assert "There is no channel" in only_line(said)
    assert before == page.read_bytes()
    assert ["page.html", "site"] == sorted(each.name for each in put(page, before).parent.iterdir())
