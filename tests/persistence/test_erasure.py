"""
After an erasure no trace of the name is left (conformance case 34).
"""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from service.decision.ids import EvidenceId
from service.decision.photos import Rights
from service.decision.terms import RightsSource
from service.ledger.entry import EntryKind
from service.persistence.database import SqlDatabase
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.activity import CheckRecord, PublicationEvent, PublicationEventKind
from service.records.forms import Evidence
from service.records.photos import RightsRecord
from service.usecases.plain import plain
from tests.persistence.behind import everything
from tests.persistence.ground import ASHA, JACINTHES, NOW
from tests.persistence.make_activity import (
    make_check,
    make_depictions,
    make_entry,
    make_photo,
    make_publication,
)
from tests.persistence.make_people import (
    make_authority,
    make_person,
    make_protection,
    make_signatory,
)
from tests.persistence.make_register import make_act

NAME = "Quetzalcoatl"
LEA = make_person("lea")
EMEKA = make_signatory("emeka")
PHOTO = make_photo("outing")


def _write(work: SqlUnitOfWork) -> None:
    """
    Put the name wherever a name may come to stand.
    """
    work.people.add(
        replace(
            LEA,
            given_name=NAME,
            aliases=(f"Little {NAME}",),
            email=f"{NAME}@home.example",
            external_id=f"{NAME}-1",
        ),
        NOW,
        ASHA,
    )
    work.people.add(replace(LEA, family_name=NAME), NOW, ASHA)
    work.signatories.add(replace(EMEKA, family_name=NAME, external_id=f"{NAME}-2"), NOW, ASHA)
    work.authorities.add(replace(make_authority("lea", "emeka"), proof=f"child {NAME}"), NOW, ASHA)
    work.protections.add(replace(make_protection("lea"), proof=f"order on {NAME}"), NOW, ASHA)
    work.photos.add(replace(PHOTO, title=f"{NAME} in the garden"), NOW, ASHA)
    work.photos.depictions.add(make_depictions("outing", "lea"), NOW, ASHA)
    work.photos.depictions.add(make_depictions("outing"), NOW, ASHA)
    rights = Rights(RightsSource.FAMILY, f"{NAME}", f"{NAME}", f"of {NAME}", f"© {NAME}")
    work.photos.rights.add(RightsRecord(PHOTO.id, rights), NOW, ASHA)
    work.checks.add(_asked())
    _publish(work)
    work.authorities.add(
        replace(make_authority("tom", "emeka"), proof=f"Tom, brother of {NAME}"), NOW, ASHA
    )
    work.acts.add(make_act(), ASHA)
    scan = Evidence(EvidenceId("evidence-1"), "text/plain", "00", NAME.encode(), f"by {NAME}")
    work.acts.add_evidence(scan, make_act().id, NOW, ASHA)
    work.ledger.append(replace(make_entry("one", "lea"), payload={"name": NAME}))
    work.commit()


def _asked() -> CheckRecord:
    """
    Ask about a page that has the name in its address.
    """
    asked = make_check("one", "lea")
    return replace(asked, question={"channel": f"https://pages.example/{NAME.lower()}"})


def _publish(work: SqlUnitOfWork) -> None:
    """
    Publish the photo twice: with her, and before anybody knew that it shows her.
    """
    for name, people in (("post", ["lea"]), ("early", [])):
        post = replace(
            make_publication(name, *people, photos=["outing"], alt_text=f"{NAME} waves"),
            where=f"https://pages.example/{NAME}/{name}",
        )
        work.publications.add(post)
        event = PublicationEvent(
            post.id, PublicationEventKind.TAKEN_DOWN, NOW, NOW, ASHA, f"{NAME} asked for it"
        )
        work.publications.add_event(event)
        line = make_entry(name)
        for kind, payload in (
            (EntryKind.PUBLICATION_RECORDED, {"publication": plain(post)}),
            (EntryKind.PUBLICATION_TAKEN_DOWN, {"event": plain(event)}),
        ):
            entry_id = f"{line.entry_id}-{kind.name}"
            work.ledger.append(replace(line, entry_id=entry_id, kind=kind, payload=payload))


def _erase(work: SqlUnitOfWork) -> None:
    work.words.erase([LEA.id, EMEKA.id], lambda text: NAME.lower() in text.lower(), NOW)
    work.people.erase(LEA.id, NOW)
    work.signatories.erase(EMEKA.id)
    work.ledger.forget(LEA.id)
    work.commit()


def _tables_with_the_name(url: str) -> set[str]:
    return {
        table
        for table, rows in everything(url).items()
        if any(NAME.lower() in str(field).lower() for row in rows for field in row)
    }


def test_no_table_knows_the_name_any_more(url: str, database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        _write(work)
    assert {
        "people",
        "signatories",
        "authorities",
        "protections",
        "unique_names",
        "photo_traces",
        "rights",
        "checks",
        "publications",
        "publication_words",
        "publication_events",
        "ledger_payloads",
    } == _tables_with_the_name(url)
    with database.begin(JACINTHES) as work:
        _erase(work)

    assert set() == _tables_with_the_name(url)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_not_even_the_free_pages_of_the_file_know_the_name(url: str, database: SqlDatabase) -> None:
    path = Path(make_url(url).database or "")
    with database.begin(JACINTHES) as work:
        _write(work)
    database.close()
    assert NAME.encode() in path.read_bytes()
    with database.begin(JACINTHES) as work:
        _erase(work)
    database.close()

    assert [path] == [*path.parent.glob("registry.db*")]
    assert NAME.encode() not in path.read_bytes()


def test_neither_picture_nor_fingerprint_lies_open_in_the_database(
    url: str, database: SqlDatabase
) -> None:
    photo = make_photo("outing", bits=b"fingerprint of thirty-two bytes!")
    with database.begin(JACINTHES) as work:
        work.photos.add(photo, NOW, ASHA)
        work.commit()

    stored = [field for rows in everything(url).values() for row in rows for field in row]

    assert photo.preview is not None
    assert not [
        field
        for field in stored
        if isinstance(field, bytes) and (photo.preview in field or photo.fingerprint.bits in field)
    ]
