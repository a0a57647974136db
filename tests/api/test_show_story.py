"""
Stories are told in plain words, and heads that were kept are proven.
"""

from tests.api.door import Door
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
