"""
Families are invited from the command line.
"""

from cli.demo.family import PARENT, path_of_parent
from cli.terminal.door import opened_registry
from service.settings import Settings
from tests.cli.terminal import NOBODY, Terminal, refused


def _anne(glycines: Terminal) -> str:
    found = glycines.read("signatories", "list")
    return str(next(each["id"] for each in found if each["email"]))


def test_a_parent_is_sent_a_link(glycines: Terminal) -> None:
    anne = _anne(glycines)

    assert "on its way" in glycines.type("families", "invite", anne).out
    assert "family_invitation" == glycines.read("mail", "list")[-1]["kind"]
    (letter,) = glycines.read("mail", "tail", "-n", "1")
    assert "/f/glycines/link/" in letter["text"]


def test_a_link_can_be_printed(glycines: Terminal) -> None:
    anne = _anne(glycines)

    said = glycines.type("families", "invite", anne, "--paper").out
    assert said.startswith("http://127.0.0.1:8750/f/glycines/link/")
    assert not glycines.read("families", "invite", anne, "--paper")["sent"]
    assert "nobody with this id" in refused(glycines.type("families", "invite", NOBODY))


def test_a_father_of_the_example_comes_in(glycines: Terminal) -> None:
    registry = opened_registry(Settings.from_env({"OBSTAT_VAR_FOLDER": str(glycines.folder)}))
    path = path_of_parent(registry)
    registry.families.send_code("glycines", path.rpartition("/")[2])
    registry.close()

    assert path.startswith("/f/glycines/link/")
    (letter,) = glycines.read("mail", "tail", "-n", "1")
    assert PARENT == letter["to"]


def test_a_whole_unit_is_asked_and_followed(glycines: Terminal) -> None:
    unit = glycines.read("units", "list")[0]["name"]
    before = glycines.read("families", "follow", unit)

    after = glycines.read("families", "ask", unit)

    assert {"answered", "not_asked", "unreachable", "held"} >= {each["progress"] for each in before}
    assert "not_asked" not in {each["progress"] for each in after}
    assert after == glycines.read("families", "follow", unit)
    assert after[0]["name"] in glycines.type("families", "follow", unit).out
