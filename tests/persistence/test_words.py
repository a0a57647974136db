"""
An erasure takes a name out of what people typed, and nothing else out of anything.
"""

from dataclasses import replace

import pytest

from service.decision.ids import EvidenceId, PersonId, SignatoryId
from service.decision.photos import Rights
from service.decision.terms import RightsSource
from service.ledger.entry import EntryKind
from service.persistence.database import SqlDatabase
from service.records.activity import PublicationEvent, PublicationEventKind
from service.records.forms import Evidence
from service.records.photos import RightsRecord
from service.usecases.plain import plain
from tests.persistence.behind import behind, everything
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_activity import (
    make_check,
    make_depictions,
    make_entry,
    make_photo,
    make_publication,
)
from tests.persistence.make_people import make_authority
from tests.persistence.make_register import make_act

ERASED = "[erased]"
LEA, EMEKA = PersonId("person-lea"), SignatoryId("signatory-emeka")
PHOTO = make_photo("outing")
WHERE = make_publication().where


def names_lea(text: str) -> bool:
    return "Léa" in text


def test_only_words_that_name_the_person_go(database: SqlDatabase) -> None:
    rights = Rights(RightsSource.FAMILY, "Léa", "The house", "all rights", "Photo: Léa")
    with database.begin(JACINTHES) as work:
        work.photos.add(replace(PHOTO, title="Léa waves"), NOW, ASHA)
        work.photos.add(replace(make_photo("fair"), title="The fair"), NOW, ASHA)
        work.photos.add(replace(make_photo("zoo"), title="Léa Maes at the zoo"), NOW, ASHA)
        for photo in ("outing", "fair"):
            work.photos.depictions.add(make_depictions(photo, "lea"), NOW, ASHA)
        work.photos.rights.add(RightsRecord(PHOTO.id, rights), NOW, ASHA)
        work.photos.rights.add(
            RightsRecord(PHOTO.id, replace(rights, creator="Tom")), later(), ASHA
        )
        work.commit()

    with database.begin(JACINTHES) as work:
        assert 4 == work.words.erase([LEA], names_lea, NOW)
        work.commit()

    with database.look(JACINTHES) as work:
        assert [ERASED, "The fair", "Léa Maes at the zoo"] == [
            work.photos.get(make_photo(name).id).title for name in ("outing", "fair", "zoo")
        ], "nobody said that this Léa is at the zoo"
        assert [
            replace(rights, creator=ERASED, credit_line=ERASED),
            replace(rights, creator="Tom", credit_line=ERASED),
        ] == [each.record.rights for each in work.photos.rights.history(PHOTO.id)]


def test_a_publication_keeps_everything_but_the_name(database: SqlDatabase) -> None:
    post = replace(make_publication("post", "lea", "tom"), where="facebook.example/léa/Léa")
    kind = PublicationEventKind.TAKEN_DOWN
    down = PublicationEvent(post.id, kind, NOW, NOW, ASHA, "Léa's mother rang")
    again = replace(down, kind=PublicationEventKind.CORRECTED, note="the date was wrong")
    with database.begin(JACINTHES) as work:
        work.publications.add(post)
        for event in (down, again):
            work.publications.add_event(event)
        work.commit()

    with database.begin(JACINTHES) as work:
        assert 2 == work.words.erase([LEA], names_lea, NOW)
        work.commit()

    with database.look(JACINTHES) as work:
        assert replace(post, where=ERASED) == work.publications.get(post.id)
        assert [replace(down, note=ERASED), again] == work.publications.events_of(post.id)


@pytest.mark.parametrize(
    "where",
    [
        'the leaflet "Léa"',
        "a\\ Léa\\",
        'Léa\\","where":"x',
        '\\"Léa\\\\"',
        "Léa 🎈 \u00e9",
        "Léa '; --",
        "Léa",
        "[erased] Léa",
    ],
)
def test_whatever_stands_around_the_name_goes_with_it(database: SqlDatabase, where: str) -> None:
    post = replace(make_publication("post", "lea"), where=where)
    with database.begin(JACINTHES) as work:
        work.publications.add(post)
        assert 1 == work.words.erase([LEA], names_lea, NOW)
        work.commit()

    with database.look(JACINTHES) as work:
        assert replace(post, where=ERASED) == work.publications.get(post.id)


def test_a_photo_that_turned_out_to_show_her_leads_to_what_was_published(
    database: SqlDatabase,
) -> None:
    post = make_publication("post", photos=["outing"], alt_text="Léa waves")
    with database.begin(JACINTHES) as work:
        work.photos.add(PHOTO, NOW, ASHA)
        work.publications.add(post)
        work.photos.depictions.add(make_depictions("outing", "lea"), NOW, ASHA)
        work.photos.depictions.add(make_depictions("outing"), NOW, ASHA)
        work.commit()

    with database.begin(JACINTHES) as work:
        assert 1 == work.words.erase([LEA], names_lea, NOW)

        assert ERASED == work.publications.get(post.id).alt_text


@pytest.mark.parametrize("kind", [EntryKind.PUBLICATION_RECORDED, EntryKind.PUBLICATION_RESHARED])
def test_the_log_forgets_the_address_of_a_post_whose_photo_turned_out_to_show_her(
    url: str, database: SqlDatabase, kind: EntryKind
) -> None:
    post = replace(make_publication("post", photos=["outing"]), where="x.example/Léa")
    line = replace(make_entry(), kind=kind, payload={"publication": plain(post)})
    with database.begin(JACINTHES) as work:
        work.photos.add(PHOTO, NOW, ASHA)
        work.publications.add(post)
        work.photos.depictions.add(make_depictions("outing", "lea"), NOW, ASHA)
        work.ledger.append(line)
        work.commit()

    with database.begin(JACINTHES) as work:
        work.words.erase([LEA], names_lea, NOW)
        work.commit()

    assert [] == everything(url)["ledger_payloads"]


def test_a_check_keeps_everything_but_an_address_that_names_her(database: SqlDatabase) -> None:
    asked = replace(make_check("one", "lea"), question={"names": 1, "channel": "x.example/Léa"})
    other = replace(make_check("two", "lea"), question={"names": 1, "channel": None})
    with database.begin(JACINTHES) as work:
        for check in (asked, other):
            work.checks.add(check)
        work.commit()

    with database.begin(JACINTHES) as work:
        assert 1 == work.words.erase([LEA], names_lea, NOW)

        question = {"names": 1, "channel": ERASED}
        assert replace(asked, question=question) == work.checks.get(asked.id)
        assert other == work.checks.get(other.id)


def test_a_check_loses_a_credit_line_that_names_her_and_what_stands_before(
    url: str, database: SqlDatabase
) -> None:
    """
    Also a check of the photo from before anybody knew that it shows her.
    """

    def outcome(*texts: str) -> dict[str, object]:
        duties = [{"duty": "checklist", "text": text} for text in texts]
        return {"obligations": duties, "channels": {"x": {"obligations": duties}}}

    quoting = replace(
        make_check(),
        question={"photo_ids": [PHOTO.id]},
        outcome=outcome("no faces", "Photo: Léa", "alt text"),
    )
    line = replace(
        make_entry(),
        kind=EntryKind.CHECK_ANSWERED,
        payload={"check_id": quoting.id, "outcome": plain(quoting.outcome)},
    )
    rights = Rights(RightsSource.FAMILY, credit_line="Photo: Léa")
    with database.begin(JACINTHES) as work:
        work.photos.add(PHOTO, NOW, ASHA)
        work.photos.rights.add(RightsRecord(PHOTO.id, rights), NOW, ASHA)
        work.photos.depictions.add(make_depictions("outing", "lea"), NOW, ASHA)
        work.checks.add(quoting)
        work.ledger.append(line)
        work.commit()

    with database.begin(JACINTHES) as work:
        work.words.erase([LEA], names_lea, NOW)
        work.commit()

    with database.look(JACINTHES) as work:
        found = work.checks.get(quoting.id).outcome
    # Written in the order of their names, the channels come first.
    parts = (found["channels"]["x"], found)
    assert [[ERASED, ERASED, ERASED], [ERASED, ERASED, "alt text"]] == [
        [duty["text"] for duty in part["obligations"]] for part in parts
    ]
    assert [] == everything(url)["ledger_payloads"]


def test_a_proof_about_a_brother_loses_the_name_only(database: SqlDatabase) -> None:
    over_tom = replace(make_authority("tom"), proof="Certificate of Tom and Léa")
    of_another = replace(make_authority("tom", "anne"), proof="Judgment on Léa's brother")
    with database.begin(JACINTHES) as work:
        for record in (make_authority("lea"), over_tom, of_another):
            work.authorities.add(record, NOW, ASHA)
        work.commit()

    with database.begin(JACINTHES) as work:
        assert 1 == work.words.erase([LEA], names_lea, NOW)

        assert replace(over_tom, proof=ERASED) == work.authorities.get(over_tom.id)
        assert of_another == work.authorities.get(of_another.id), "it does not involve her"


def test_evidence_of_who_is_erased_goes_and_its_digest_stays(database: SqlDatabase) -> None:
    act, of_tom = make_act(), replace(make_act("tom", person="tom"), signatory_id=SignatoryId(LEA))
    told = [
        ("scan", "image/jpeg", b"her form", "brought by her aunt", act),
        ("word", "text/plain", b"she said so", "", act),
        ("on-tom", "text/plain", "Léa rang".encode(), "heard by Asha", of_tom),
    ]
    with database.begin(JACINTHES) as work:
        for each in (act, of_tom):
            work.acts.add(each, ASHA)
        for name, kind, content, note, each in told:
            evidence = Evidence(EvidenceId(name), kind, f"digest of {name}", content, note)
            work.acts.add_evidence(evidence, each.id, NOW, ASHA)
        work.commit()

    with database.begin(JACINTHES) as work:
        assert 4 == work.words.erase([LEA], names_lea, NOW)
        assert 0 == work.words.erase([LEA], names_lea, NOW), "once is enough"

        gone = ERASED.encode()
        left = [work.acts.get_evidence(EvidenceId(each[0])) for each in told]
    assert [
        (gone, ERASED, "digest of scan"),
        (gone, "", "digest of word"),
        (gone, "heard by Asha", "digest of on-tom"),
    ] == [(each.content, each.note, each.digest) for each in left]


def test_an_erasure_lets_nothing_else_change(url: str, database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.publications.add(make_publication("post", "lea"))
        work.photos.add(PHOTO, NOW, ASHA)
        work.ledger.append(make_entry())
        work.commit()
    named = "INSERT INTO erasures (organisation_id, kind, subject_id) VALUES ('org-jacinthes', {})"

    with behind(url, JACINTHES) as prompt:
        for name in (
            "'words:publications', 'publication-post'",
            "'words:photo_traces', 'photo-outing'",
        ):
            prompt.run(named.format(name))
        for change in (
            "publications SET channel_id = 'channel-web'",
            "publications SET document = '{}'",
            "publications SET document = replace(document, 'information', '[erased]')",
            "publications SET document = replace(document, 'https:', 'http:')",
            f"""publications SET document =
                replace(document, '"{WHERE}","alt_text":""}}', '"[erased]"}}')""",
            "photo_traces SET title = 'Another title'",
            "photo_traces SET title = '[erased]', digest_pixels = digest_bytes",
        ):
            assert "never changed" in prompt.refusal_of(f"UPDATE {change}"), change
        for change in (
            "photo_traces SET title = '[erased]'",
            f"publications SET document = replace(document, '{WHERE}', '[erased]')",
        ):
            assert "" == prompt.refusal_of(f"UPDATE {change}"), change
        assert "must not" in prompt.refusal_of("DELETE FROM ledger_payloads")


@pytest.mark.parametrize(
    "change",
    [
        "photo_traces SET title = '[erased]'",
        "publication_words SET alt_text = '[erased]'",
        f"publications SET document = replace(document, '{WHERE}', '[erased]')",
    ],
)
def test_words_that_no_erasure_names_stay(url: str, database: SqlDatabase, change: str) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(PHOTO, NOW, ASHA)
        work.publications.add(make_publication("post", "lea", alt_text="Léa waves"))
        work.commit()

    with behind(url, JACINTHES) as prompt:
        assert "never changed" in prompt.refusal_of(f"UPDATE {change}")
