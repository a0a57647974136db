"""
Machines print forms and hear what a scan seems to say; nothing is recorded of it.
"""

from dataclasses import replace
from datetime import date

import pytest

from service.decision.ids import FormVersionId, PaperId, PersonId, SignatoryId
from service.decision.terms import ActKind, Matter, Method
from service.errors import InvalidInput
from service.usecases.consents import AnswerLine, EnteredAnswer, EvidenceDetails
from service.usecases.organisations.operator import operator_of
from service.usecases.paper import PaperRefused
from tests.api.door import Door, Json, answered
from tests.api.office import adult, channel, version
from tests.fingerprint.handwriting import Hand, Shot, photographed, rendered, write

FIRST_YES, SECOND_NO = 3, 7


def _printed(door: Door, form: str, **told: object) -> bytes:
    body = {"language": "fr-BE", **told}
    made = door.knock("POST", f"/form-versions/{form}/print", body)
    assert (200, "application/pdf") == (made.status_code, made.headers["content-type"])
    return made.content


def _scan(pdf: bytes) -> bytes:
    page = rendered(pdf)[-1]
    write(page, FIRST_YES, Hand.HOOK)
    write(page, SECOND_NO, Hand.CROSS)
    return photographed(page, Shot(degrees=3, skew=0.02))


def _read(door: Door, person: str, scan: bytes, status: int = 200) -> Json:
    sent = door.send_form("POST", f"/people/{person}/paper-readings", {}, file=scan)
    return answered(sent, status)


def test_a_scan_is_read_and_nothing_is_recorded(door: Door) -> None:
    page, form, emeka = channel(door), version(door), adult(door)
    printed = _printed(door, form, person_id=emeka)

    found = _read(door, emeka, _scan(printed))

    assert [(page, "image", "given"), (page, "name", "refused")] == [
        (each["channel_id"], each["matter"], each["proposed"]) for each in found["lines"]
    ]
    assert (form, "fr-BE", []) == (
        found["form_version_id"],
        found["language"],
        found["missing_pages"],
    )
    assert [] == door.get("/consents")["items"]
    assert "form:printed" == door.entries()[-1]["kind"]


def test_paper_of_another_house_is_refused(door: Door, stranger: Door) -> None:
    channel(stranger)
    foreign = _scan(_printed(stranger, version(stranger)))
    emeka = adult(door)

    refused = _read(door, emeka, foreign, 422)

    assert "/paper-refused" in refused["type"] or "paper-refused" in str(refused)
    assert "not printed here" in refused["detail"]


def test_a_print_is_good_for_one_answer(door: Door) -> None:
    page, form, emeka = channel(door), version(door), adult(door)
    scan = _scan(_printed(door, form))
    paper = PaperId(_read(door, emeka, scan)["paper_id"])
    registrar, registry = operator_of(door.organisation.id), door.house.registry
    entered = EnteredAnswer(
        person_id=PersonId(emeka),
        signatory_id=SignatoryId(emeka),
        form_version_id=FormVersionId(form),
        method=Method.PAPER,
        signed_on=date(2025, 9, 1),
        lines=(AnswerLine(Matter.NAME, ActKind.REFUSED, page),),
        paper_id=paper,
    )

    registry.consents.enter_answer(registrar, entered)

    assert "entered before" in _read(door, emeka, scan, 422)["detail"]
    with pytest.raises(PaperRefused):
        registry.consents.enter_answer(registrar, entered)
    assert 1 == len(door.get("/consents")["items"])


def test_a_yes_on_paper_is_none_to_what_a_page_came_to_mean_since(door: Door) -> None:
    page, form, emeka = channel(door, audience="organisation"), version(door), adult(door)
    paper = PaperId(_read(door, emeka, _scan(_printed(door, form)))["paper_id"])
    door.patch(f"/channels/{page}", {"audience": "public"})
    entered = EnteredAnswer(
        person_id=PersonId(emeka),
        signatory_id=SignatoryId(emeka),
        form_version_id=FormVersionId(form),
        method=Method.PAPER,
        signed_on=date(2025, 9, 1),
        lines=(AnswerLine(Matter.IMAGE, ActKind.GIVEN, page),),
        evidence=EvidenceDetails("application/pdf", b"%PDF-1.7"),
        paper_id=paper,
    )
    registrar, registry = operator_of(door.organisation.id), door.house.registry

    with pytest.raises(InvalidInput, match="means more by now"):
        registry.consents.enter_answer(registrar, entered)
    no = (AnswerLine(Matter.IMAGE, ActKind.REFUSED, page),)
    registry.consents.enter_answer(registrar, replace(entered, lines=no))

    assert ["refused"] == [each["kind"] for each in door.get("/consents")["items"]]


def test_what_was_printed_for_somebody_is_erased_with_them(door: Door) -> None:
    channel(door)
    form, emeka, chika = version(door), adult(door), adult(door, given_name="Chika")
    scan = _scan(_printed(door, form, person_id=emeka))
    assert "printed for somebody else" in _read(door, chika, scan, 422)["detail"]

    door.delete(f"/people/{emeka}", 204)

    assert "not printed here" in _read(door, chika, scan, 422)["detail"]


def test_a_form_is_not_printed_in_a_language_it_lacks_or_about_nothing(door: Door) -> None:
    form = version(door)

    for language in ("it", "fr-BE"):
        refused = door.knock("POST", f"/form-versions/{form}/print", {"language": language})
        assert 422 == refused.status_code


@pytest.mark.parametrize("scope", ["people:read", "consents:read"])
def test_whoever_enters_no_answers_reads_no_paper(door: Door, scope: str) -> None:
    emeka = adult(door)
    key = door.with_key(scope)

    _read(key, emeka, b"%PDF", 403)
