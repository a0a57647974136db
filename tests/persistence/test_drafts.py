"""
A draft is kept sealed for one person, and gone when it is dropped.
"""

from pathlib import Path

import pytest

from service.decision.ids import ActorId, DraftId, PhotoId
from service.decision.photos import Cover, CoverKind, Region
from service.errors import NotFound
from service.persistence.database import SqlDatabase
from service.persistence.unit_of_work import SqlUnitOfWork
from tests.persistence.behind import everything
from tests.persistence.ground import ASHA, JACINTHES, NOW, TULIPES, found, later
from tests.persistence.make_drafts import make_draft

BRAM = ActorId("act-bram")
PICTURE, SMALL = b"the very picture", b"its small copy"


def _keep(database: SqlDatabase, *names: str, **told: object) -> None:
    with database.begin(JACINTHES) as work:
        for name in names:
            work.drafts.add(make_draft(name, **told), PICTURE, SMALL)
        work.commit()


def _kept(work: SqlUnitOfWork, actor_id: ActorId = ASHA) -> list[str]:
    return [each.id for each in work.drafts.list_of(actor_id)]


def test_a_draft_comes_back_as_it_was_kept(database: SqlDatabase) -> None:
    covers = (Cover(CoverKind.FILL, Region(1, 2, 3, 4)),)
    told = {"made_from_id": DraftId("draft-first"), "derived_from": PhotoId("photo-outing")}
    _keep(database, "outing", covers=covers, **told)

    with database.look(JACINTHES) as work:
        assert make_draft("outing", covers=covers, **told) == work.drafts.get(
            ASHA, DraftId("draft-outing")
        )
        assert PICTURE == work.drafts.content(ASHA, DraftId("draft-outing"))
        assert SMALL == work.drafts.preview(ASHA, DraftId("draft-outing"))


def test_drafts_are_nobody_elses(database: SqlDatabase) -> None:
    _keep(database, "outing")

    with database.begin(JACINTHES) as work:
        for reach in (work.drafts.get, work.drafts.content, work.drafts.preview):
            with pytest.raises(NotFound):
                reach(BRAM, DraftId("draft-outing"))
        assert [] == _kept(work, BRAM)
        assert [0, 0] == [
            work.drafts.drop(BRAM, DraftId("draft-outing")),
            work.drafts.drop_of(BRAM),
        ]
        assert ["draft-outing"] == _kept(work)


def test_the_newest_comes_first_and_what_is_dropped_is_gone(database: SqlDatabase) -> None:
    _keep(database, "a", "b", "c")

    with database.begin(JACINTHES) as work:
        assert ["draft-c", "draft-b", "draft-a"] == _kept(work)
        assert [1, 0] == [work.drafts.drop(ASHA, DraftId("draft-b")) for _ in range(2)]
        assert ["draft-c", "draft-a"] == _kept(work)
        assert 2 == work.drafts.drop_of(ASHA)
        assert [] == _kept(work)


def test_old_drafts_of_everybody_are_forgotten_in_one_house(database: SqlDatabase) -> None:
    found(database, TULIPES)
    with database.begin(TULIPES) as work:
        work.drafts.add(make_draft("theirs"), PICTURE, SMALL)
        work.commit()
    _keep(database, "old")
    _keep(database, "old-of-bram", actor_id=BRAM)
    _keep(database, "young", kept_at=later(2))

    with database.begin(JACINTHES) as work:
        assert 2 == work.drafts.forget(later(2))
        work.commit()

    with database.look(JACINTHES) as work:
        assert ["draft-young"] == _kept(work)
    with database.look(TULIPES) as work:
        assert ["draft-theirs"] == _kept(work)


def test_drafts_called_after_somebody_go(database: SqlDatabase) -> None:
    _keep(database, "lea", "farm")
    _keep(database, "lea-of-bram", actor_id=BRAM)

    with database.begin(JACINTHES) as work:
        assert 2 == work.drafts.drop_named(lambda text: "lea" in text)
        assert (["draft-farm"], []) == (_kept(work), _kept(work, BRAM))


def test_the_storage_shows_no_picture(database: SqlDatabase, url: str) -> None:
    _keep(database, "outing", kept_at=NOW)

    rows = str(everything(url)["drafts"])

    assert "outing.jpg" in rows
    assert not [each for each in (PICTURE, SMALL) if str(each)[2:-1] in rows]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_nothing_of_a_dropped_draft_stays_in_the_file(
    database: SqlDatabase, url: str, tmp_path: Path
) -> None:
    picture = bytes(range(1, 256)) * 400
    sealed = (b"sealed:" + picture[::-1])[2_000:2_200]
    with database.begin(JACINTHES) as work:
        work.drafts.add(make_draft(), picture, SMALL)
        work.commit()
    with database.begin(JACINTHES) as work:
        work.drafts.drop_of(ASHA)
        work.commit()
    database.close()

    assert url.endswith("registry.db")
    assert not [each.name for each in tmp_path.iterdir() if sealed in each.read_bytes()]
