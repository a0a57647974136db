"""
What is written in documents is sealed, and goes with them or with whom it names.
"""

from dataclasses import replace
from datetime import timedelta

from service.decision.ids import PhotoId
from service.persistence.database import SqlDatabase
from service.records.photos import PhotoRecord
from tests.persistence.behind import behind, everything
from tests.persistence.ground import ASHA, JACINTHES, NOW
from tests.persistence.make_activity import make_depictions, make_photo

LATER = NOW + timedelta(days=1)


def _leaflet(name: str, words: str | None) -> PhotoRecord:
    return replace(make_photo(name), format="pdf", preview=None, words=words)


def _fill(database: SqlDatabase) -> list[PhotoId]:
    """
    Register documents, one with Léa in it, and a photo; give the ids.
    """
    several = [
        _leaflet("news", "Léa Dupont won\n\fthe race"),
        _leaflet("shows", "Léa won"),
        _leaflet("other", "Léa Claes won"),
        _leaflet("older", None),
        make_photo("outing"),
    ]
    with database.begin(JACINTHES) as work:
        for each in several:
            work.photos.add(each, NOW, ASHA)
        work.photos.depictions.add(make_depictions("shows", "lea"), NOW, ASHA)
        work.commit()
    return [each.id for each in several]


def test_documents_are_told_from_pictures_and_what_is_known_from_what_is_not(
    database: SqlDatabase,
) -> None:
    news, shows, _, older, outing = _fill(database)

    with database.look(JACINTHES) as work:
        found = work.photos.words.of([news, shows, older, outing])
        assert {} == work.photos.words.of([])
    assert {news: "Léa Dupont won\n\fthe race", shows: "Léa won", older: None} == found


def test_words_are_sealed(url: str, database: SqlDatabase) -> None:
    _fill(database)

    assert 3 == len(everything(url)["photo_words"])
    assert "won" not in str(everything(url)["photo_words"])


def test_words_that_name_somebody_are_forgotten(database: SqlDatabase) -> None:
    news, shows, other, _, _ = ids = _fill(database)

    with database.begin(JACINTHES) as work:
        gone = work.photos.words.forget(
            ["person-lea"], lambda text: "Léa" in text, lambda text: "Dupont" in text, LATER
        )
        kept = work.photos.words.of(ids)
    assert 2 == gone
    assert [None, None, "Léa Claes won"] == [kept[each] for each in (news, shows, other)]


def test_words_are_deleted_by_an_erasure_alone(url: str, database: SqlDatabase) -> None:
    news, shows, *_ = _fill(database)
    delete = f"DELETE FROM photo_words WHERE photo_id = '{news}'"  # noqa: S608 -- an id of this test

    with behind(url, JACINTHES) as prompt:
        assert "must not" in prompt.refusal_of(delete)
        prompt.run(
            "INSERT INTO erasures (organisation_id, kind, subject_id)"  # noqa: S608 -- an id of this test
            f" VALUES ('org-jacinthes', 'words:photo_words', '{news}')"
        )
        assert 1 == prompt.run(delete)
        assert "must not" in prompt.refusal_of(delete.replace(news, shows))
