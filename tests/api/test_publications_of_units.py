"""
Whoever works for some units sees the publications that have to do with these.
"""

from dataclasses import dataclass

import pytest

from tests.api.door import NOBODY, Door
from tests.api.office import adult, channel, refused, taking_down, version, yes

CHANNELS = ["kitchen", "garden", "house"]


@dataclass(frozen=True)
class Village:
    """
    Two units with a page and a person each, a page of the house, a post of each on all.
    """

    door: Door
    kitchen: str
    garden: str
    cook: str
    posts: dict[str, str]
    """By `who on where`."""

    def reader(self, unit: str, *more: str) -> Door:
        """
        Give a key that reads the publications of a unit.
        """
        return self.door.with_key("publications:read", *more, units=[unit])

    def shown(self, reader: Door, query: str = "") -> list[str]:
        """
        Name what somebody is shown, page by page.
        """
        found: list[str] = []
        path = f"/publications?limit=2{query}"
        while path:
            listing = reader.get(path)
            found += [each["id"] for each in listing["items"]]
            path = (
                f"/publications?limit=2{query}&after={listing['next']}" if listing["next"] else ""
            )
        names = {made: name for name, made in self.posts.items()}
        return [names[each] for each in found]


@pytest.fixture
def village(door: Door) -> Village:
    """
    Post about a cook and a gardener, each on the pages of both units and of the house.
    """
    kitchen, garden = door.unit("Kitchen"), door.unit("Garden")
    for slug, unit in zip(CHANNELS, (kitchen, garden, None), strict=True):
        channel(door, slug, unit_id=unit, photo_publisher="members")
    form = version(door)
    posts: dict[str, str] = {}
    cook = adult(door, given_name="Ines", memberships=[{"unit_id": kitchen}])
    gardener = adult(door, memberships=[{"unit_id": garden}])
    for person, name in ((cook, "Ines"), (gardener, "Emeka")):
        yes(door, person, form, channels=CHANNELS)
        for slug in CHANNELS:
            body = {"names": [f"{name} Dupont"], "channel": slug}
            posts[f"{name} on {slug}"] = door.post("/publications", body)["id"]
    return Village(door, kitchen, garden, cook, posts)


KITCHEN = ["Ines on kitchen", "Ines on garden", "Ines on house", "Emeka on kitchen"]
IN_SIGHT = [*KITCHEN, "Emeka on house"]


def test_on_its_pages_those_of_the_house_and_of_its_people(village: Village) -> None:
    reader = village.reader(village.kitchen)

    assert IN_SIGHT == village.shown(reader)
    assert list(village.posts) == village.shown(village.door)
    for name, made in village.posts.items():
        reader.get(f"/publications/{made}", 200 if name in IN_SIGHT else 404)
    hidden = reader.get(f"/publications/{village.posts['Emeka on garden']}", 404)
    absent = reader.get(f"/publications/{NOBODY}", 404)
    assert absent["detail"] == hidden["detail"]


def test_filters_show_no_more_than_what_is_in_sight(village: Village) -> None:
    reader = village.reader(village.kitchen, "reasons")
    pages = {each["slug"]: each["id"] for each in village.door.get("/channels")["items"]}

    assert ["Ines on garden"] == village.shown(reader, f"&channel_id={pages['garden']}")
    assert ["Ines on kitchen", "Ines on garden", "Ines on house"] == village.shown(
        reader, f"&person_id={village.cook}"
    )


def test_whoever_left_a_unit_last_week_is_still_of_it(village: Village) -> None:
    person = village.door.get(f"/people/{village.cook}")
    assert [village.kitchen] == [each["unit_id"] for each in person["memberships"]]
    left = [{"unit_id": village.kitchen, "from_on": "2020-01-01", "until_on": "2020-02-01"}]

    village.door.patch(f"/people/{village.cook}", {"memberships": left})
    assert IN_SIGHT == village.shown(village.reader(village.kitchen))

    village.door.patch(f"/people/{village.cook}", {"memberships": [{"unit_id": village.garden}]})
    assert "Ines on garden" not in village.shown(village.reader(village.kitchen))
    assert "Ines on kitchen" in village.shown(village.reader(village.kitchen))


def test_what_a_unit_has_to_take_down_stays_with_it(village: Village) -> None:
    door, post = village.door, village.posts["Emeka on kitchen"]
    (gardener,) = door.get(f"/publications/{post}")["publication"]["person_ids"]
    taking_down(door, gardener)
    pages = {each["slug"]: each["id"] for each in door.get("/channels")["items"]}

    door.patch(f"/channels/{pages['kitchen']}", {"unit_id": village.garden})

    publisher = village.reader(village.kitchen, "publications:write")
    assert IN_SIGHT == village.shown(publisher)
    (task,) = publisher.get("/takedowns")["items"]
    assert post == task["publication_id"]
    door.patch(f"/channels/{pages['house']}", {"unit_id": village.garden})
    assert KITCHEN == village.shown(publisher)


def test_nothing_is_done_about_what_is_out_of_sight(village: Village) -> None:
    writer = village.reader(village.kitchen, "publications:write")
    hidden, seen = (village.posts[f"{name} on garden"] for name in ("Emeka", "Ines"))
    own, later = village.posts["Ines on kitchen"], village.posts["Emeka on kitchen"]
    sharing = {"channel": "kitchen"}

    refused(writer, f"/publications/{hidden}/take-down", {}, 404)
    refused(writer, f"/publications/{hidden}/correct", {"corrected_by": later}, 404)
    refused(writer, f"/publications/{hidden}/reshares", sharing, 404)
    named = refused(writer, f"/publications/{own}/correct", {"corrected_by": hidden})
    assert "corrected_by" == named["field"]
    refused(writer, f"/publications/{seen}/take-down", {}, 403)
    writer.post(f"/publications/{own}/correct", {"corrected_by": later}, 200)
    writer.post(f"/publications/{seen}/reshares", sharing)
    writer.post(f"/publications/{own}/take-down", {}, 200)


def test_a_story_names_no_reshare_that_is_out_of_sight(village: Village) -> None:
    door, post = village.door, village.posts["Emeka on house"]
    on_garden, on_kitchen = (
        door.post(f"/publications/{post}/reshares", {"channel": slug})["id"]
        for slug in ("garden", "kitchen")
    )

    story = village.reader(village.kitchen).get(f"/publications/{post}")

    assert [on_kitchen] == story["reshares"]
    assert [on_garden, on_kitchen] == door.get(f"/publications/{post}")["reshares"]


def test_a_key_that_only_writes_finishes_what_it_may(village: Village) -> None:
    writer = village.door.with_key("publications:write", units=[village.kitchen])

    writer.post(f"/publications/{village.posts['Emeka on kitchen']}/take-down", {}, 200)
    refused(writer, f"/publications/{village.posts['Emeka on garden']}/take-down", {}, 404)
