"""
Printed forms come back as they were printed, once, and for their house alone.
"""

from service.decision.ids import PersonId
from service.persistence.database import SqlDatabase
from tests.persistence.ground import JACINTHES, NOW, TULIPES, found
from tests.persistence.make_paper import make_paper

LEA = PersonId("person-lea")


def test_a_printed_form_comes_back_as_it_was(database: SqlDatabase) -> None:
    for_anybody = make_paper("two", person_id=None)
    with database.begin(JACINTHES) as work:
        work.paper_forms.add(make_paper())
        work.paper_forms.add(for_anybody)
        work.paper_forms.note_use(for_anybody.id, LEA, NOW)
        work.commit()

    with database.look(JACINTHES) as work:
        assert make_paper() == work.paper_forms.find(make_paper().id)
        assert for_anybody == work.paper_forms.find(for_anybody.id)
        assert None is work.paper_forms.used_at(make_paper().id)
        assert NOW == work.paper_forms.used_at(for_anybody.id)


def test_what_is_about_a_person_goes_with_them(database: SqlDatabase) -> None:
    for_anybody = make_paper("two", person_id=None)
    with database.begin(JACINTHES) as work:
        work.paper_forms.add(make_paper())
        work.paper_forms.add(for_anybody)
        work.paper_forms.note_use(for_anybody.id, LEA, NOW)
        assert 0 == work.paper_forms.drop_of(PersonId("person-tom"))
        assert 2 == work.paper_forms.drop_of(LEA)
        assert None is work.paper_forms.find(make_paper().id)
        assert for_anybody == work.paper_forms.find(for_anybody.id)
        work.commit()


def test_another_house_printed_nothing_of_it(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.paper_forms.add(make_paper())
        work.commit()
    found(database, TULIPES)

    with database.begin(TULIPES) as work:
        assert None is work.paper_forms.find(make_paper().id)
        assert 0 == work.paper_forms.drop_of(LEA)
