"""
Received records are sealed, come back as they came, and go with whom they are about.
"""

from service.decision.ids import ActId, PersonId
from service.persistence.database import SqlDatabase
from tests.persistence.ground import JACINTHES, NOW, TULIPES, found

ACT, LEA = ActId("act-1"), PersonId("person-lea")
RECORD = b'{"obstat:act":{}}'


def test_a_record_comes_back_as_it_came_and_goes_with_the_person(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.received_records.add(ACT, LEA, RECORD, NOW)
        work.commit()

    with database.begin(JACINTHES) as work:
        assert RECORD == work.received_records.find(ACT)
        assert {ACT: RECORD} == work.received_records.all()
        assert None is work.received_records.find(ActId("act-2"))
        assert 0 == work.received_records.drop_of(PersonId("person-tom"))
        assert 1 == work.received_records.drop_of(LEA)
        assert {} == work.received_records.all()


def test_another_organisation_received_nothing_of_it(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.received_records.add(ACT, LEA, RECORD, NOW)
        work.commit()
    found(database, TULIPES)

    with database.begin(TULIPES) as work:
        assert {} == work.received_records.all()
        assert 0 == work.received_records.drop_of(LEA)
