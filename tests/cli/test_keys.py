"""
Issue, list and revoke the keys of programs that ask Obstat.
"""

import pytest

from tests.cli.terminal import NOBODY, Terminal, in_days, refused


def test_key_is_shown_once_and_kept_as_a_digest(lilas: Terminal) -> None:
    said = lilas.type("keys", "issue", "Our website", "--scope", "checks")
    text, warning = said.out.splitlines()
    listed = lilas.type("keys", "list")

    assert (0, "") == (said.code, said.err)
    assert text.startswith("obstat_lilas_")
    assert warning.startswith("Keep it now: it is stored as a digest")
    assert "1 scopes" in listed.out
    assert "Our website" in listed.out
    assert text not in listed.out
    assert text.encode() not in (lilas.folder / "obstat.sqlite3").read_bytes()


def test_key_for_a_script_is_json(lilas: Terminal) -> None:
    issued = lilas.read(
        *("keys", "issue", "Till May", "--scope", "checks", "--scope", "reasons"),
        *("--until", f"{in_days(90)}T12:00:00+02:00"),
    )
    (key,) = (each for each in lilas.read("keys", "list") if each["id"] == issued["id"])

    assert ("Till May", ["checks", "reasons"]) == (key["name"], sorted(key["scopes"]))
    assert key["expires_at"].startswith(in_days(90))
    assert "digest" not in key
    assert issued["text"] not in str(key)


def test_key_may_be_for_some_units_only(told: Terminal, glycines: Terminal) -> None:
    (unit,) = (each for each in told.read("units", "list") if each["name"] == "Les Colibris")
    words = ("keys", "issue", "Les Colibris", "--scope", "checks", "--unit", "les colibris")

    issued = glycines.read(*words)
    (key,) = (each for each in glycines.read("keys", "list") if each["id"] == issued["id"])

    assert [unit["id"]] == key["unit_ids"]


def test_revoked_key_stays_in_the_list(lilas: Terminal) -> None:
    issued = lilas.read("keys", "issue", "Old", "--scope", "checks")
    other = lilas.read("keys", "issue", "Older", "--scope", "checks")

    said = lilas.type("keys", "revoke", issued["id"])
    scripted = lilas.read("keys", "revoke", other["id"])
    revoked = {each["name"] for each in lilas.read("keys", "list") if each["revoked_at"]}

    assert (0, f"Revoked: {issued['id']}\n") == (said.code, said.out)
    assert {"id": other["id"], "revoked": True} == scripted
    assert {"Old", "Older"} == revoked


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["issue", "Website"], "Missing option '--scope'"),
        (["issue", "Website", "--scope", "everything"], "'everything' is not one of"),
        (["issue", "Website", "--scope", "checks", "--unit", "X"], "see `obstat units list`"),
        (["issue", "Website", "--scope", "checks", "--until", "May"], "an instant is written"),
        (["issue", " ", "--scope", "checks"], "invalid-input: "),
        (["revoke", NOBODY], "not-found: "),
        (["revoke"], "Missing argument 'KEY'"),
        (["list", "everything"], "Got unexpected extra argument"),
    ],
)
def test_key_that_cannot_be_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("keys", *words))
