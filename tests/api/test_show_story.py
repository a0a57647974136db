"""
Stories are told in plain words, and heads that were kept are proven.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.office import OWN_PHOTO, adult, channel, register, scene, version, yes
from tests.api.test_exports import story_of_two


def test_a_story_is_told_in_the_order_of_the_log(door: Door) -> None:
    emeka, _, publication = story_of_two(door)

    door.post("/ledger/verify", {}, 200)
    lines = door.get(f"/stories?person_id={emeka}&language=en")
    of_post = door.get(f"/stories?publication_id={publication['id']}&language=nl")

    assert sorted(each["entry"] for each in lines) == [each["entry"] for each in lines]
    assert "The person was entered in the registry." == lines[0]["sentence"]
    assert any(
        "The person said yes to the picture, the name on Our page" in each["sentence"]
        for each in lines
    )
    # Both were written in one transaction: within it the log has no order of its own.
    told = {each["kind"]: each["sentence"] for each in of_post}
    assert {"check:answered", "publication:recorded"} == set(told)
    assert "Gepubliceerd op Our page: =HYPERLINK(1)" == told["publication:recorded"]
    for query in ("", f"?person_id={emeka}&publication_id={publication['id']}"):
        assert 422 == door.knock("GET", f"/stories{query}").status_code
    assert 403 == door.with_key("audit").knock("GET", f"/stories?person_id={emeka}").status_code


def test_a_head_that_was_kept_is_proven_to_be_continued(door: Door) -> None:
    door.post("/ledger/verify", {}, 200)
    kept = door.get("/ledger/checkpoint")
    door.person()
    door.post("/ledger/verify", {}, 200)

    link = door.post("/ledger/prove", {"checkpoint": kept}, 200)

    assert kept == link["checkpoint"]
    assert link["proof"]
    assert 422 == door.knock("POST", "/ledger/prove", {"checkpoint": "no head"}).status_code


def test_a_story_is_told_as_of_and_as_known_at_an_instant(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    clock.at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    door = found_then("jacinthes")
    channel(door)
    emeka, form = adult(door), version(door)
    clock.at += timedelta(days=10)
    yes(door, emeka, form, signed_on="2026-03-05", method="paper")
    door.post("/ledger/verify", {}, 200)

    def kinds(query: str) -> list[str]:
        lines = door.get(f"/stories?person_id={emeka}&{query}")
        return [each["kind"] for each in lines]

    early, late = "2026-03-06T00:00:00Z", "2026-03-13T00:00:00Z"
    *earlier, one, other = kinds(f"known_at={late}")
    assert ["person:enrolled"] == earlier
    assert {"consent:given", "family:receipt_issued"} == {one, other}
    # It was signed by then, and nobody knew.
    assert ["person:enrolled", "consent:given"] == kinds(f"as_of={early}")
    assert ["person:enrolled"] == kinds(f"known_at={early}")
    assert [] == kinds("as_of=2026-03-01T00:00:00Z")


def test_the_story_of_a_post_goes_on_when_somebody_is_named_later(door: Door) -> None:
    channel(door, photo_publisher="members")
    emeka = adult(door)
    yes(door, emeka, version(door))
    depicted = [{"person_id": emeka}]
    photo = register(
        door, scene(1), depictions=depicted, attestation={"complete": True}, rights=OWN_PHOTO
    )
    post = {"photo_ids": [photo["id"]], "channel": "facebook"}
    publication = door.post("/publications", post)
    later = [{"person_id": door.person(given_name=name)} for name in ("Abel", "Zoé")]
    body = {"depictions": [*depicted, *later]}
    door.post(f"/photos/{photo['id']}/depictions", body, 200)
    door.post(f"/publications/{publication['id']}/take-down", {"note": "Gone"}, 200)
    door.post("/ledger/verify", {}, 200)

    told = door.get(f"/stories?publication_id={publication['id']}")

    kinds = [each["kind"] for each in told]
    assert "publication:recorded" in kinds
    assert "publication:taken_down" in kinds
    named = {each["kind"]: each["record"] for each in told}
    assert {"kind": "publication", "id": publication["id"]} == named["publication:taken_down"]
    assert "check" == named["check:answered"]["kind"]
