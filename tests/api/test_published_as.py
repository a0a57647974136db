"""
A publication says in whose name it is there; the rules are the same for all.
"""

import pytest

from tests.api.door import Door, Json
from tests.api.office import adult, channel, send, version, yes

POST = {"channel": "facebook", "text": "Emeka Dupont at the farm"}


@pytest.fixture
def office(door: Door) -> Door:
    """
    Let Emeka say yes to two pages where everybody may publish.
    """
    for slug in ("facebook", "website"):
        channel(door, slug, photo_publisher="members")
    yes(door, adult(door), version(door), channels=["facebook", "website"])
    return door


def _told(door: Door, publication: Json) -> Json:
    """
    Give what the log says of a publication.
    """
    (found,) = (
        each["payload"]["publication"]
        for each in door.entries()
        if each["payload"].get("publication", {}).get("id") == publication["id"]
    )
    return dict(found)


def test_it_is_the_organisation_unless_somebody_says_otherwise(office: Door) -> None:
    own, other = (
        office.post("/publications", POST | more) for more in ({}, {"published_as": "staff"})
    )

    assert ["organisation", "staff"] == [each["published_as"] for each in (own, other)]
    assert "published_as" not in _told(office, own)
    assert "staff" == _told(office, other)["published_as"]
    listed = office.get("/publications")["items"]
    assert [own, other] == listed


def test_a_form_and_a_reshare_and_a_proposal_say_it_too(office: Door) -> None:
    sent = send(
        office,
        "/publications",
        channel="facebook",
        text=POST["text"],
        published_as="family",
    ).json()
    body = {"channel": "website", "published_as": "family"}
    shared = office.post(f"/publications/{sent['id']}/reshares", body)
    proposed = office.with_key("checks").post("/proposals", POST)["id"]
    office.post(f"/proposals/{proposed}/approve", None, 200)
    released = office.post(f"/proposals/{proposed}/release", {"published_as": "staff"})

    found = [each["published_as"] for each in (sent, shared, released)]
    assert ["family", "family", "staff"] == found
    assert "family" == _told(office, shared)["published_as"]


def test_whoever_publishes_as_a_family_needs_the_same_yes(office: Door) -> None:
    adult(office, given_name="Asha")
    body = {"channel": "facebook", "text": "Asha Dupont", "published_as": "family"}

    assert "not-publishable" == office.post("/publications", body, 409)["code"]
    office.post("/publications", POST | {"published_as": "nobody"}, 400)
