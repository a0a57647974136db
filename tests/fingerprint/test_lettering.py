"""
What is written on the pages of a document is read with them.
"""

import pytest

from service.errors import BadImage
from service.fingerprint.picture import UNREAD, Limits
from service.fingerprint.pool import PicturePool
from tests.fingerprint.drawing import draw_scene, encode, read
from tests.fingerprint.films import document
from tests.fingerprint.leaflets import leaflet, typed

NARROW = leaflet("Bravo à Noé Vandenbroeckelaer, qui gagne.", "", "_Zoë_ Müller", width="6.5cm")
BRAVO = b"BT /F 12 Tf 50 700 Td (Bravo) Tj ET"
NO_NAMES = (
    b"/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>"
    b"/FirstChar 65/LastChar 66/Widths[1 1]"
)
"""A font whose shapes have no names, so that nobody knows which letters they are."""


def _words(data: bytes, limits: Limits | None = None) -> list[str]:
    return [each.words for each in read(data, limits).stills]


def test_every_page_is_read_with_its_accents() -> None:
    first, nothing, last = _words(NARROW)

    assert "Zoë Müller" == last.strip()
    assert "" == nothing.strip()
    assert first.startswith("Bravo à Noé")


def test_a_parted_word_keeps_its_hyphen_and_line() -> None:
    (first, *_) = _words(NARROW)

    assert "Vandenbroeckelaer" not in first
    assert "Vandenbroeckelaer" in first.replace("-\n", "")


def test_a_worker_reads_what_the_decoder_reads(shared_pool: PicturePool) -> None:
    assert read(NARROW) == shared_pool.read(NARROW, filename="paper.pdf", with_preview=True)


def test_what_a_viewer_would_find_is_read_wherever_it_is() -> None:
    hidden = b"BT 3 Tr /F 12 Tf 50 500 Td (unseen) Tj ET BT /F 12 Tf 5000 50 Td (off page) Tj ET"

    (found,) = _words(typed(hidden))

    assert {"unseen", "off", "page"} <= {*found.split()}


@pytest.mark.parametrize(
    "note",
    [
        b"<</Type/Annot/Subtype/FreeText/Rect[9 9 99 99]/DA(/F 9 Tf)/Contents(Zo\353 gagne)>>",
        b"<</Type/Annot/Subtype/Text/Rect[9 9 9 9]/Contents<FEFF005A006F00EB00200021>>>",
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/Rect[9 9 99 99]/V(Zo\353)>>",
        b"null <</Type/Annot/Subtype/Text/Contents 9 0 R>> <</Subtype/Stamp/Contents(Zo\353)>>",
    ],
    ids=["typed over it", "comment", "field", "among broken ones"],
)
def test_what_was_noted_on_a_page_is_read(note: bytes) -> None:
    (found,) = _words(typed(b"BT /F 12 Tf 50 700 Td (Bravo) Tj ET", notes=note))

    assert {"Bravo", "Zoë"} <= {*found.split()}


@pytest.mark.parametrize("told", [b"", b"/Contents(note)"], ids=["alone", "beside a note"])
def test_words_that_a_stamp_only_draws_are_read(told: bytes) -> None:
    drawn = b"BT /F 12 Tf 5 5 Td (Zo\353 gagne) Tj ET"
    look = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</F 4 0 R>>>>"
        b"/Length %d>>stream\n%b\nendstream" % (len(drawn), drawn)
    )
    stamp = b"<</Type/Annot/Subtype/Stamp/Rect[9 9 99 99]/AP<</N 6 0 R>>%b>>" % told

    (found,) = _words(typed(BRAVO, look, notes=stamp))

    assert {"Bravo", "Zo\u00eb", "gagne"} <= {*found.split()}
    assert UNREAD not in found


@pytest.mark.parametrize("value", [b"/Parent 6 0 R", b"/V[(Zo\353)(Emeka)]"])
def test_a_field_whose_words_stand_elsewhere_is_said_to_be_unread(value: bytes) -> None:
    field = b"<</Type/Annot/Subtype/Widget/Rect[9 9 99 99]%b>>" % value
    parent = b"<</FT/Tx/T(name)/V(Zo\353)>>"

    assert ["Bravo\n" + UNREAD] == _words(typed(BRAVO, parent, notes=field))


def test_what_a_document_says_of_itself_is_read_with_its_first_page() -> None:
    title = '#set document(title: "Bravo Zo\u00eb")'

    first, last = _words(leaflet("= Les nouvelles", "Fin.", markup=title))

    assert "Bravo Zo\u00eb" in first
    assert 2 == first.count("Les nouvelles"), "of the page, and a bookmark"
    assert "Fin." == last


def test_a_file_within_a_document_is_said_to_be_unread() -> None:
    within = '#pdf.attach("class.csv", bytes("Zo\u00eb"))'

    (found,) = _words(leaflet("Bravo", markup=within))

    assert ["Bravo", UNREAD] == found.split()


def test_names_in_two_rows_below_portraits_are_read_together() -> None:
    rows = "[Zo\u00eb], [Emeka], [Ines], [M\u00fcller], [Dupont], [Roy]"

    (found,) = _words(leaflet(f"#grid(columns: 3, gutter: 9pt, {rows})"))

    assert found.startswith("Zo\u00eb Emeka Ines\nM\u00fcller Dupont Roy")
    assert {"Zo\u00eb M\u00fcller", "Emeka Dupont", "Ines Roy"} == {*found.split("\n")[2:]}


def test_lines_of_one_column_are_read_once() -> None:
    (found,) = _words(leaflet("Bravo _Zo\u00eb_ et *Emeka* ! " * 30))

    assert 30 == found.count("Emeka")


def test_a_large_initial_begins_its_word() -> None:
    large = b"BT /F 40 Tf 50 700 Td (Z) Tj ET BT /F 12 Tf 84 716 Td (o\353 gagne) Tj ET"

    assert ["Zo\u00eb gagne"] == _words(typed(large))


def test_notes_count_as_letters() -> None:
    many = typed(b"", notes=b"<</Subtype/Text/Contents(" + b"a" * 99 + b")>>" * 3)

    with pytest.raises(BadImage) as caught:
        read(many, Limits(max_letters=50))
    assert "too_many_letters" == caught.value.reason


def test_a_page_that_is_only_a_picture_is_said_to_be_unread() -> None:
    scan = document([[(draw_scene(90), (0, 0, 595, 842))], []])

    assert [UNREAD, ""] == _words(scan)
    assert UNREAD not in "".join(_words(NARROW))


@pytest.mark.parametrize(("times", "is_read"), [(1, False), (9, True)])
def test_a_scan_is_not_read_by_the_footer_of_the_scanner(times: int, *, is_read: bool) -> None:
    dots = ", ".join(map(str, encode(draw_scene(90, (160, 120)), "PNG")))
    scan = f"image(bytes(({dots})), width: 16cm, height: 12cm)"
    footer = "Scanned with a phone. " * times

    (found,) = _words(leaflet(f"#place(dx: -1cm, dy: -1cm, {scan})\n{footer}"))

    assert found.startswith("Scanned")
    assert is_read is (UNREAD not in found)


def test_an_accent_that_was_drawn_alone_parts_no_name() -> None:
    tex = b"BT /F 12 Tf 50 700 Td [(Zo) (\250) 333 (e M) (\250) 333 (uller)] TJ ET"

    (found,) = _words(typed(tex))

    assert ["Zo\u00a8e M\u00a8uller", "Zoe Muller"] == found.split("\n")


def test_letters_that_nobody_can_tell_are_said_to_be_unread() -> None:
    strange = typed(b"BT /F 12 Tf 50 700 Td (ABAB) Tj ET", font=NO_NAMES)

    assert ["ABAB" + UNREAD] == _words(strange)


def test_more_letters_than_a_document_may_have_are_refused() -> None:
    with pytest.raises(BadImage) as caught:
        read(NARROW, Limits(max_letters=20))

    assert "too_many_letters" == caught.value.reason
    assert "20 letters" in caught.value.message
    assert read(NARROW, Limits(max_letters=60)).stills


@pytest.mark.parametrize(
    ("font", "legible"),
    [
        (b"", "Bravo"),
        (b"/Subtype/Type0/DescendantFonts[9 0 R]/ToUnicode 5 0 R", ""),
        (b"/Subtype/Type1/BaseFont/Helvetica/ToUnicode 4 0 R", "Bravo"),
        (b"/Subtype/TrueType/BaseFont/None/FirstChar -9/LastChar 999999999", "Bravo"),
    ],
    ids=["none", "of nothing", "of itself", "of too much"],
)
@pytest.mark.parametrize(
    "broken",
    [b"BT /F 12 Tf 50 700 Td (L\351a", b"BT /F 1e38 Tf 1e38 nan Td (\0\1\377) Tj ET", b"(" * 999],
    ids=["unfinished", "far away", "in brackets"],
)
def test_a_broken_text_layer_is_read_as_far_as_it_goes(
    font: bytes, legible: str, broken: bytes
) -> None:
    words = b"BT /F 12 Tf 50 750 Td (Bravo) Tj ET "

    assert [legible] == _words(typed(words + broken, font=font))
