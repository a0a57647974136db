"""
What photos are called later is kept beside what they were called before.
"""

from dataclasses import replace
from datetime import timedelta

from service.persistence.database import SqlDatabase
from service.records.paging import Page
from tests.persistence.behind import behind
from tests.persistence.ground import ASHA, JACINTHES, NOW
from tests.persistence.make_activity import make_photo


def test_a_photo_is_listed_by_the_title_that_was_known_then(database: SqlDatabase) -> None:
    photo, next_day = make_photo("outing"), NOW + timedelta(days=1)
    with database.begin(JACINTHES) as work:
        work.photos.add(photo, NOW, ASHA)
        for hours, title in enumerate(("The farm", "At the farm")):
            work.photos.titles.add(photo.id, title, next_day + timedelta(hours=hours), ASHA)

        (then,) = work.photos.list_page(Page(known_at=NOW)).items
        (between,) = work.photos.list_page(Page(known_at=next_day)).items
        assert [photo.title, "The farm"] == [then.title, between.title]
        assert replace(photo, title="At the farm") == work.photos.get(photo.id)


def test_a_title_is_blotted_out_by_an_erasure_alone(url: str, database: SqlDatabase) -> None:
    photo = make_photo("outing")
    with database.begin(JACINTHES) as work:
        work.photos.add(photo, NOW, ASHA)
        work.photos.titles.add(photo.id, "Léa at the farm", NOW, ASHA)
        work.commit()
    blot = "UPDATE photo_titles SET title = '[erased]'"

    with behind(url, JACINTHES) as prompt:
        assert "never changed" in prompt.refusal_of(blot)
        assert "must not" in prompt.refusal_of("DELETE FROM photo_titles")
        prompt.run(
            "INSERT INTO erasures (organisation_id, kind, subject_id)"  # noqa: S608  # an id of this test
            f" VALUES ('org-jacinthes', 'words:photo_titles', '{photo.id}')"
        )
        for change in (
            "UPDATE photo_titles SET title = 'Another title'",
            "UPDATE photo_titles SET title = '[erased]', version = 2",
        ):
            assert "never changed" in prompt.refusal_of(change)
        assert "" == prompt.refusal_of(blot)
