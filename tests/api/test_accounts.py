"""
The register and the impact assessment say what this very house does.
"""

import io

import pytest
from pypdf import PdfReader

from service.usecases.accountability import LANGUAGES
from service.usecases.accountability.dossier import words_of
from tests.api.door import Door
from tests.api.office import channel


def _shape(value: object) -> object:
    """
    Give what a file of texts is made of, without the texts.
    """
    if isinstance(value, dict):
        return {name: _shape(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_shape(part) for part in value]
    return value.count("{") if isinstance(value, str) else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language: str) -> None:
    assert _shape(words_of("en")) == _shape(words_of(language))


def test_the_register_tells_channels_people_limits_and_what_is_missing(door: Door) -> None:
    channel(door, name="Our <page>", special_category=True)
    door.person(category="volunteer")

    said = door.knock("GET", "/accounts/register?language=en").text

    for told in (
        "Les Jacinthes",
        "Our &lt;page&gt;",
        "Volunteer",
        "1827 days after the day they left",
        "No mail server",
        "No recovery key is named yet",
        "[to fill in: name, address, telephone]",
        door.get("/ledger/keys")["keys"][-1]["vkey"],
    ):
        assert told in said


@pytest.mark.parametrize(
    ("language", "told", "a_day"),
    [
        ("fr", "valeur par défaut du registre; part tout seul", "24 heures"),
        ("nl", "standaard van het register; verdwijnt vanzelf", "24 uur"),
        ("de", "Vorgabe des Registers; verschwindet von selbst", "24 Stunden"),
        ("en", "registry default; goes by itself", "24 hours"),
    ],
)
def test_what_the_program_itself_decides_is_told_in_every_language(
    door: Door, language: str, told: str, a_day: str
) -> None:
    said = door.knock("GET", f"/accounts/register?language={language}").text

    assert told in said
    assert a_day in said
    assert ("registry default" in said) is (language == "en")


def test_the_assessment_counts_what_is_sensitive(door: Door) -> None:
    channel(door, special_category=True)
    channel(door, "website", name="website")

    said = door.knock("GET", "/accounts/dpia?language=fr-BE").text

    assert "1 canaux sur 2" in said
    assert "[à compléter : votre appréciation]" in said


def test_accounts_are_for_who_audits_in_a_language_that_there_is(door: Door) -> None:
    door.with_key("people:read").get("/accounts/dpia", 403)
    door.get("/accounts/dpia?language=eo", 422)
    door.get("/accounts/nothing", 404)


@pytest.mark.parametrize("storage_url", ["sqlite"], indirect=True)
def test_the_pdf_is_tagged(door: Door) -> None:
    content = door.knock("GET", "/accounts/dpia?language=de&pdf=true").content
    pdf = PdfReader(io.BytesIO(content))

    assert {"/MarkInfo", "/StructTreeRoot", "/Lang"} <= set(pdf.root_object)
    assert "Datenschutz-Folgenabschätzung" in pdf.pages[0].extract_text()
