"""
A picture is sent under a name of its own, and a website would show that, too.
"""

from tests.api.door import Door, answered
from tests.api.office import OWN_PHOTO, adult, channel, image, register, scene, send, version, yes

LOOKED = {"complete": True}
TELLING = [
    "Emeka-Dupont-plage.jpg",
    "dupont_emeka.JPG",
    "2026-emekadupont.jpg",
    "plage emeka.jpg",
    "Emeka%20Dupont.jpg",
]
CAMERAS = [
    "IMG_1234.JPG",
    "DSC00123.jpg",
    "PXL_20260501_101112123.jpg",
    "WhatsApp Image 2026-05-01 at 10.11.12.jpeg",
    "Screenshot_20260501-101112_Instagram.jpg",
    "Capture d’écran 2026-05-01 à 10.11.12.jpg",
    "Schermafbeelding 2026-05-01 om 10.11.12.jpg",
    "C3F2A1B4-1234-4ABC-9DEF-0123456789AB.jpg",
    "image0.jpeg",
    "Emeka Dupont/IMG_1234.jpg",
    "C:\\Photos\\Emeka Dupont\\IMG_1234.jpg",
]


def _photo_of_emeka(door: Door, *matters: str) -> str:
    """
    Let Emeka allow some matters on Facebook, and register a photo of him; give his id.
    """
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door, matters=[*matters]), matters=[*matters])
    people = [{"person_id": emeka}]
    register(door, scene(1), depictions=people, attestation=LOOKED, rights=OWN_PHOTO)
    return emeka


def _files_to_rename(door: Door, name: str) -> list[int]:
    """
    Ask about the photo under a name; give which pictures to rename before it is published.
    """
    said = send(door, "/checks", [image(scene(1), name)], channel="facebook")
    found = answered(said, 200)
    assert "publish" == found["answer"]
    return [each["picture"] for each in found["obligations"] if each["duty"] == "rename_file"]


def test_file_named_after_who_may_not_be_named_is_to_be_renamed(door: Door) -> None:
    assert _photo_of_emeka(door, "image")

    assert [[0]] * len(TELLING) == [_files_to_rename(door, each) for each in TELLING]


def test_file_named_by_a_camera_or_in_a_folder_keeps_its_name(door: Door) -> None:
    assert _photo_of_emeka(door, "image")

    assert [[]] * len(CAMERAS) == [_files_to_rename(door, each) for each in CAMERAS]


def test_file_named_after_who_may_be_named_keeps_its_name(door: Door) -> None:
    assert _photo_of_emeka(door, "image", "name")

    assert [] == _files_to_rename(door, "Emeka-Dupont-plage.jpg")


def test_file_of_a_first_name_that_is_allowed_keeps_its_name(door: Door) -> None:
    assert _photo_of_emeka(door, "image", "first_name")

    assert [] == _files_to_rename(door, "plage-emeka.jpg")
    assert [0] == _files_to_rename(door, "plage-emeka-dupont.jpg")


def test_whoever_a_file_is_named_after_was_looked_up(door: Door) -> None:
    _photo_of_emeka(door, "image")
    zoe = adult(door, given_name="Zoé", family_name="Leroy")

    assert [0] == _files_to_rename(door, "Zoe Leroy.jpg")
    assert 1 == len(door.get(f"/people/{zoe}/lookups")["items"])
