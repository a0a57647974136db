"""
A channel says what its posts look like; that is no rule.
"""

import pytest

from tests.api.door import Door
from tests.api.office import FACEBOOK, adult, channel, refused, version, yes

TEMPLATE = "Two sentences, no names.\nEnd with #LesJacinthes."
POST = {"channel": "facebook", "text": "Emeka Dupont at the farm"}


def test_it_is_kept_changed_and_in_the_log_by_its_name(door: Door) -> None:
    page = channel(door, template=f"  {TEMPLATE}\r\n")
    assert TEMPLATE == door.get(f"/channels/{page}")["template"]

    door.patch(f"/channels/{page}", {"template": "One sentence."})

    versions = door.get(f"/channels/{page}/history")["items"]
    assert [TEMPLATE, "One sentence."] == [each["channel"]["template"] for each in versions]
    assert ["template"] == door.entries()[-1]["payload"]["changed"]
    assert "sentence" not in str(door.entries())


def test_it_blocks_nothing(door: Door) -> None:
    page = channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    before = door.post("/checks", POST, 200)

    door.patch(f"/channels/{page}", {"template": TEMPLATE})

    after = door.post("/checks", POST, 200)
    assert "publish" == before["answer"]
    for name in ("answer", "reasons", "obligations", "next_step"):
        assert before[name] == after[name]


@pytest.mark.parametrize(("template", "status"), [("a" * 4_001, 400), ("a\u202eb", 422)])
def test_what_is_no_short_text_is_refused(door: Door, template: str, status: int) -> None:
    body = FACEBOOK | {"template": template}

    assert "template" == refused(door, "/channels", body, status)["field"]
