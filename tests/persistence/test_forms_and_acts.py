"""
Forms as they were shown, what was answered, and the proof of it.
"""

from dataclasses import replace
from datetime import datetime

import pytest

from service.decision.ids import ActId, EvidenceId, FormVersionId
from service.decision.terms import ActKind
from service.errors import AlreadyExists, Conflict, NotFound
from service.persistence.database import SqlDatabase
from service.records.facts import Wanted
from service.records.forms import Evidence
from service.records.paging import Page
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_people import make_person
from tests.persistence.make_register import make_act, make_template, make_version


def test_a_form_is_read_back_exactly_as_it_was_shown(database: SqlDatabase) -> None:
    template, first, second = make_template(), make_version(1), make_version(2)
    with database.begin(JACINTHES) as work:
        work.forms.add_template(template, NOW, ASHA)
        work.forms.add_version(first, ASHA)
        work.forms.add_version(second, ASHA)

        assert template == work.forms.find_template(template.id)
        assert template == work.forms.find_template("intake")
        assert (template,) == work.forms.list_templates(Page()).items
        assert second == work.forms.get_version(second.version.id)
        assert [first, second] == work.forms.list_versions(template.id)


def test_a_form_and_its_numbers_are_unique(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.forms.add_template(make_template(), NOW, ASHA)
        work.forms.add_version(make_version(1), ASHA)
        with pytest.raises(AlreadyExists) as same_slug:
            work.forms.add_template(replace(make_template("other"), slug="intake"), NOW, ASHA)
        first = make_version(1)
        again = replace(first, version=replace(first.version, id=FormVersionId("version-another")))
        with pytest.raises(AlreadyExists) as same_number:
            work.forms.add_version(again, ASHA)

    assert ["slug", "number"] == [same_slug.value.field, same_number.value.field]


def test_a_form_that_does_not_exist_is_not_found(database: SqlDatabase) -> None:
    with database.look(JACINTHES) as work:
        assert None is work.forms.find_template("intake")
        with pytest.raises(NotFound):
            work.forms.get_version(FormVersionId("version-intake-1"))


def test_acts_come_back_in_the_order_they_were_recorded(database: SqlDatabase) -> None:
    no = make_act("no", kind=ActKind.REFUSED, recorded_at=later(2))
    yes = make_act("yes", recorded_at=later(1))
    with database.begin(JACINTHES) as work:
        work.acts.add(no, ASHA)
        work.acts.add(yes, ASHA)

        assert [yes, no] == work.acts.list_of(yes.person_id)
        assert [yes] == work.acts.list_of(yes.person_id, known_at=later(1))
        assert no == work.acts.get(no.id)


def test_acts_are_listed_by_person_signatory_and_kind(database: SqlDatabase) -> None:
    yes, no = make_act("yes"), make_act("no", kind=ActKind.REFUSED)
    of_tom = make_act("tom", person="tom")
    with database.begin(JACINTHES) as work:
        for act in (yes, no, of_tom):
            work.acts.add(act, ASHA)

        def listed(**filters: str) -> set[str]:
            return {act.id for act in work.acts.list_page(Page(filters=filters)).items}

        assert {"act-yes", "act-no"} == listed(person_id="person-lea")
        assert {"act-tom"} == listed(signatory_id="person-tom")
        assert {"act-no"} == listed(kind="refused", person_id="person-lea")


def test_an_act_that_does_not_exist_is_not_found(database: SqlDatabase) -> None:
    with database.look(JACINTHES) as work, pytest.raises(NotFound):
        work.acts.get(ActId("act-yes"))


def test_evidence_is_kept_as_it_came_and_encrypted(database: SqlDatabase) -> None:
    scan = Evidence(EvidenceId("evidence-1"), "image/jpeg", "00ff", b"the scan", "Signed by Emeka")
    with database.begin(JACINTHES) as work:
        work.acts.add(make_act(), ASHA)
        work.acts.add_evidence(scan, make_act().id, NOW, ASHA)

        assert scan == work.acts.get_evidence(scan.id)
        with pytest.raises(NotFound):
            work.acts.get_evidence(EvidenceId("evidence-2"))


def test_evidence_that_comes_later_proves_the_act_from_then_on(database: SqlDatabase) -> None:
    first = Evidence(EvidenceId("evidence-1"), "image/jpeg", "00ff", b"a blurred scan")
    better = Evidence(EvidenceId("evidence-2"), "image/jpeg", "01ff", b"the scan")
    person_id = make_act().person_id
    with database.begin(JACINTHES) as work:
        work.people.add(make_person(), NOW, ASHA)
        work.acts.add(make_act(), ASHA)
        work.acts.add_evidence(first, make_act().id, later(1), ASHA)
        work.acts.add_evidence(better, make_act().id, later(2), ASHA)

        def proof(known_at: datetime) -> EvidenceId | None:
            wanted = Wanted(later(3), known_at, person_ids=frozenset({person_id}))
            (act,) = work.facts.gather(wanted).dossiers[person_id].acts
            (same,) = work.acts.list_of(person_id, known_at)
            assert act == same
            return act.evidence_id

        assert [None, first.id, better.id] == [proof(NOW), proof(later(1)), proof(later(3))]
        assert better.id == work.acts.get(make_act().id).evidence_id
        assert [better.id] == [each.evidence_id for each in work.acts.list_page(Page()).items]


def test_evidence_needs_an_act_to_prove(database: SqlDatabase) -> None:
    scan = Evidence(EvidenceId("evidence-1"), "image/jpeg", "00ff", b"the scan")
    with database.begin(JACINTHES) as work, pytest.raises(Conflict):
        work.acts.add_evidence(scan, ActId("act-nowhere"), NOW, ASHA)
