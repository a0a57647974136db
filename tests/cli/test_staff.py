"""
Invite those who work here, give them roles, let them in no more.
"""

import pytest

from tests.cli.terminal import NOBODY, Terminal, refused

ANN = ("ann@lilas.example", "--name", "Ann Vos", "--language", "nl")


def test_invited_member_gets_a_link_that_is_shown_once(lilas: Terminal) -> None:
    said = lilas.type("staff", "invite", *ANN, "--role", "administrator")
    address, promise = said.out.splitlines()
    listed = lilas.type("staff", "list")

    assert (0, "") == (said.code, said.err)
    assert address.startswith("http://127.0.0.1:8750/join#lilas.")
    assert "give it to ann@lilas.example yourself" in promise
    assert "administrator" in listed.out
    assert address.partition("#")[2] not in listed.out
    assert "link works once" not in said.out
    assert address in lilas.type("mail", "tail").out.replace("=\n", "")


def test_roles_of_a_unit_are_of_that_unit(told: Terminal, glycines: Terminal) -> None:
    (unit,) = (each for each in told.read("units", "list") if each["name"] == "Les Colibris")
    invited = ("tom@glycines.example", "--name", "Tom", "--role", "checker")
    made = glycines.read("staff", "invite", *invited, "--unit", "les colibris")

    (tom,) = (each for each in glycines.read("staff", "list") if each["id"] == made["id"])
    assert [{"role": "checker", "unit_id": unit["id"]}] == tom["appointments"]
    assert "checker in Les Colibris" in " ".join(glycines.type("staff", "list").out.split())

    glycines.read("staff", "roles", "tom@glycines.example", "--role", "publisher")
    (tom,) = (each for each in glycines.read("staff", "list") if each["id"] == made["id"])
    assert [{"role": "publisher", "unit_id": None}] == tom["appointments"]


def test_nothing_is_said_to_be_sent_without_a_mail_server(lilas: Terminal) -> None:
    said = lilas.type("staff", "invite", *ANN, "--role", "administrator")

    assert "nothing is sent: give it to ann@lilas.example yourself" in said.out
    assert "on its way" not in said.out


def test_invited_again_gets_another_link(lilas: Terminal) -> None:
    first = lilas.read("staff", "invite", *ANN, "--role", "checker")
    again = lilas.read("staff", "invite", "ann@lilas.example", "--again")

    assert first["id"] == again["id"]
    assert first["address"] != again["address"]


def test_who_left_is_deactivated_then_erased(lilas: Terminal) -> None:
    made = lilas.read("staff", "invite", *ANN, "--role", "checker")
    early = lilas.type("staff", "erase", "ann@lilas.example", "--yes")
    assert "Deactivate this member first" in refused(early)

    assert {"id": made["id"], "deactivated": True} == lilas.read("staff", "deactivate", made["id"])
    erased = lilas.read("staff", "erase", "ann@lilas.example", "--yes")

    assert {"id": made["id"], "erased": True} == erased
    assert [] == lilas.read("staff", "list")


def test_nobody_is_signed_in_who_was_only_invited(lilas: Terminal) -> None:
    lilas.read("staff", "invite", *ANN, "--role", "checker")

    assert [] == lilas.read("staff", "sessions", "ann@lilas.example")
    assert "Signed in nowhere." in lilas.type("staff", "sessions", "ann@lilas.example").out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["invite", "ann@lilas.example", "--name", "Ann"], "Say at least one --role"),
        (["invite", "ann", "--name", "Ann", "--role", "checker"], "not an e-mail address"),
        (["invite", "a@b.example", "--role", "checker"], "This is needed"),
        (["invite", "a@b.example", "--name", "A", "--role", "queen"], "'queen' is not one of"),
        (["invite", "a@b.example", "--again"], "see `obstat staff list`"),
        (["roles", NOBODY, "--role", "checker"], "see `obstat staff list`"),
        (["deactivate", "nobody@lilas.example"], "see `obstat staff list`"),
        (["sessions"], "Missing argument 'MEMBER'"),
    ],
)
def test_what_cannot_be_is_refused_on_one_line(
    lilas: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(lilas.type("staff", *words))


def test_an_unknown_session_is_refused(lilas: Terminal) -> None:
    lilas.read("staff", "invite", *ANN, "--role", "checker")
    said = lilas.type("staff", "sessions", "ann@lilas.example", "--end", NOBODY)

    assert "There is no such session" in refused(said)
    assert [] == lilas.read("staff", "sessions", "ann@lilas.example", "--end", "all")
