"""
What a file says of itself is told to whoever sends it, and becomes no fact.
"""

import json
import logging

import pytest

from tests.api.door import Door
from tests.api.office import OWN_PHOTO, adult, channel, check, image, register, scene, send
from tests.api.office import version as form
from tests.api.office import yes as say_yes
from tests.fingerprint.claiming import (
    bag,
    in_languages,
    packet,
    plain,
    region,
    source,
    with_iim,
    with_xmp,
)

SECRETS = ("Nadia Claims", "Emeka Dupont", "Unknown Face", "Claimed Fair", "Claimed Credit")
SAYING = packet(
    bag("dc:creator", SECRETS[0], kind="Seq")
    + plain("photoshop:Credit", SECRETS[4])
    + in_languages("dc:rights", x_default="© Claims")
    + in_languages("xmpRights:UsageTerms", x_default="Ask first")
    + in_languages("Iptc4xmpExt:Event", x_default=SECRETS[3])
    + bag("Iptc4xmpExt:PersonInImage", "Dupont, EMEKA", SECRETS[2])
    + region(SECRETS[2], "0.1", "0.2", "0.3", "0.4")
    + source("compositeWithTrainedAlgorithmicMedia")
)
EMPTY = {
    **dict.fromkeys(
        ("creator", "credit_line", "copyright_notice", "usage_terms", "event", "source_type"), ""
    ),
    "people": [],
    "regions": [],
}


def _photo(seed: int = 1, said: bytes = SAYING) -> bytes:
    return with_xmp(scene(seed), said)


def _written_down(door: Door, caplog: pytest.LogCaptureFixture) -> list[str]:
    """
    Give which of the words stand in the ledger or in a log.
    """
    everything = json.dumps(door.entries(), ensure_ascii=False) + caplog.text
    return [each for each in SECRETS if each in everything]


def test_whoever_registers_is_told_what_the_file_says(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    emeka = adult(door)
    adult(door, given_name="Ines")
    before = len(door.entries())

    made = register(door, _photo())

    assert {
        "creator": "Nadia Claims",
        "credit_line": "Claimed Credit",
        "copyright_notice": "© Claims",
        "usage_terms": "Ask first",
        "event": "Claimed Fair",
        "people": [
            {"name": "Dupont, EMEKA", "person_ids": [emeka]},
            {"name": "Unknown Face", "person_ids": []},
        ],
        "regions": [
            {
                "name": "Unknown Face",
                "region": {"left": 100, "top": 200, "width": 300, "height": 400},
            }
        ],
        "source_type": "compositeWithTrainedAlgorithmicMedia",
    } == made["claims"]
    assert ["partly_made_by_program"] == made["notes"]
    told = json.dumps(door.get(f"/photos/{made['id']}"))
    assert [] == [each for each in SECRETS if each in told]
    assert (None, []) == tuple(made["registered"][name] for name in ("rights", "depictions"))
    assert before < len(door.entries())
    assert [] == _written_down(door, caplog)


def test_a_file_without_a_word_says_nothing(door: Door) -> None:
    made = register(door, scene(1))

    assert (EMPTY, []) == (made["claims"], made["notes"])


def test_a_hostile_file_is_registered_and_says_nothing(door: Door) -> None:
    laughing = packet(
        plain("photoshop:Credit", "x").replace("x", "&a;"),
        before='<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>',
    )

    assert EMPTY == register(door, _photo(1, laughing))["claims"]
    assert EMPTY == register(door, with_iim(scene(2), b"\x1c\x02\x50\x7f\xff"))["claims"]


def test_nobody_out_of_sight_is_found_by_a_name_in_a_file(door: Door, stranger: Door) -> None:
    unit = door.unit()
    adult(door)
    adult(stranger)
    tagger = door.with_key("checks", "photos:write", units=[unit])

    made = register(tagger, _photo())

    assert [[], []] == [each["person_ids"] for each in made["claims"]["people"]]
    own = adult(
        door, given_name="Emeka", family_name="Dupont-Çelik", memberships=[{"unit_id": unit}]
    )
    again = register(tagger, _photo(2))
    assert [own] == again["claims"]["people"][0]["person_ids"]


def test_a_name_that_fits_many_suggests_nobody(door: Door) -> None:
    for number in range(6):
        adult(door, given_name=f"Emeka {number}")

    made = register(door, _photo())

    assert [] == made["claims"]["people"][0]["person_ids"]


def test_the_same_key_is_told_the_same_again(door: Door) -> None:
    first, again = (
        send(door, "/photos", [image(_photo())], "once", photo="{}").json() for _ in range(2)
    )

    assert first["id"] == again["id"]
    assert "Nadia Claims" == again["claims"]["creator"]


def test_a_name_or_a_credit_in_a_file_opens_nothing(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    channel(door)
    say_yes(door, adult(door), form(door))

    unseen = check(door, _photo(), channel="facebook")
    register(door, _photo(), attestation={"complete": False})
    seen = check(door, _photo(), channel="facebook")

    assert ("ask", "ask") == (unseen["answer"], seen["answer"])
    assert {"rights_missing", "unknown_person"} <= {each["code"] for each in seen["reasons"]}
    assert ["partly_made_by_program"] == unseen["pictures"][0]["notes"]
    assert [] == _written_down(door, caplog)


def test_a_check_says_that_a_program_made_the_file(door: Door) -> None:
    channel(door)
    drawn = _photo(1, packet(source("trainedAlgorithmicMedia")))
    register(door, drawn, attestation={"complete": True}, rights=OWN_PHOTO)

    (picture,) = check(door, drawn, channel="facebook")["pictures"]

    assert ("same_bytes", ["made_by_program"]) == (picture["match"], picture["notes"])
