"""
Tell other programs what happens.
"""

import pytest

from tests.cli.terminal import NOBODY, Terminal, refused

CMS = "https://cms.lilas.example/obstat?token=geheim"


def _added(terminal: Terminal) -> tuple[str, str]:
    """
    Register a hook for complaints; give its id and secret.
    """
    added = terminal.read("hooks", "add", CMS, "--event", "complaint.filed")
    return added["id"], added["secret"]


def test_a_secret_is_shown_once_and_kept_under_a_seal(lilas: Terminal) -> None:
    said = lilas.type("hooks", "add", CMS, "--event", "photo.erased")
    secret, warning = said.out.splitlines()
    listed = lilas.type("hooks", "list")

    assert (0, "") == (said.code, said.err)
    assert secret.startswith("whsec_")
    assert warning.startswith("Keep it now")
    assert "photo.erased" in listed.out
    assert "whsec_" not in listed.out
    assert "whsec_" not in str(lilas.read("hooks", "list"))
    stored = (lilas.folder / "obstat.sqlite3").read_bytes()
    for word in (secret, "geheim"):
        assert word.encode() not in stored


def test_another_secret_is_another(lilas: Terminal) -> None:
    hook, secret = _added(lilas)

    rotated = lilas.read("hooks", "rotate", hook)

    assert hook == rotated["id"]
    assert rotated["secret"] not in {secret, ""}


def test_a_hook_is_changed_disabled_enabled_and_deleted(lilas: Terminal) -> None:
    hook, _ = _added(lilas)

    lilas.read("hooks", "change", hook, "--event", "photo.erased", "--event", "complaint.filed")
    assert "Disabled" in lilas.type("hooks", "disable", hook).out
    (disabled,) = lilas.read("hooks", "list")
    assert "Enabled" in lilas.type("hooks", "enable", hook).out
    (enabled,) = lilas.read("hooks", "list")
    assert "Deleted" in lilas.type("hooks", "delete", hook).out

    assert ["complaint.filed", "photo.erased"] == disabled["events"]
    assert disabled["disabled_at"]
    assert None is enabled["disabled_at"]
    assert [] == lilas.read("hooks", "list")
    assert "No hooks yet" in lilas.type("hooks", "list").out


def test_under_another_sealing_key_a_hook_is_listed_renewed_and_deleted(lilas: Terminal) -> None:
    hook, secret = _added(lilas)
    assert 0 == lilas.type("audit", "verify").code  # signed: the host is known
    key = {"OBSTAT_SEALING_KEY_FILE": str(lilas.folder / "another.key")}

    listed = lilas.type("hooks", "list", **key).out
    refused_one = refused(lilas.type("hooks", "rotate", hook, **key))
    renewed = lilas.type("hooks", "renew", hook, CMS, "--event", "complaint.filed", **key)

    assert "locked" in listed
    assert "cms.lilas.example" in listed
    assert "geheim" not in listed
    assert "conflict: " in refused_one
    assert renewed.out.startswith("whsec_")
    assert secret not in renewed.out
    assert "locked" in lilas.type("hooks", "list").out  # now the first key opens it no more
    assert "Deleted" in lilas.type("hooks", "delete", hook).out


def test_what_is_sent_is_listed_and_can_be_sent_again(lilas: Terminal) -> None:
    hook, _ = _added(lilas)
    assert "Nothing was sent yet" in lilas.type("hooks", "deliveries", hook).out
    lilas.type("complaints", "file", "My picture is on your page")

    waiting = lilas.type("hooks", "deliveries", hook)
    (delivery,) = lilas.read("hooks", "deliveries", hook)
    again = lilas.type("hooks", "retry", hook, delivery["message"]["id"])

    assert "complaint.filed" in waiting.out
    assert "waiting" in waiting.out
    assert "Will be sent again" in again.out
    assert "renewed" in lilas.type("hooks", "deliveries", hook).out


def test_a_hook_is_tried(lilas: Terminal) -> None:
    hook, _ = _added(lilas)

    assert "Will be sent: " in lilas.type("hooks", "try", hook).out
    assert "hook.tried" in lilas.type("hooks", "deliveries", hook).out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["add", CMS], "Missing option '--event'"),
        (["add", CMS, "--event", "everything"], "'everything' is not one of"),
        (["add", "http://cms.example/", "--event", "photo.erased"], "begins with https://"),
        (["add", "https://10.0.0.8/", "--event", "photo.erased"], "addresses inside"),
        (["rotate", NOBODY], "not-found: "),
        (["deliveries", NOBODY], "not-found: "),
        (["retry", NOBODY, NOBODY], "not-found: "),
        (["try", NOBODY], "not-found: "),
        (["add", CMS, "--event", "hook.tried"], "'hook.tried' is not one of"),
    ],
)
def test_hook_that_cannot_be_is_refused_on_one_line(
    lilas: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(lilas.type("hooks", *words))


def test_a_house_inside_is_let_in_by_whoever_runs_the_machine(lilas: Terminal) -> None:
    words = ("hooks", "add", "http://127.0.0.1:9000/obstat", "--event", "photo.erased")

    assert "begins with https://" in refused(lilas.type(*words))
    assert 0 == lilas.type(*words, OBSTAT_HOOKS_INSIDE="127.0.0.1:9000, [::1]:8080").code
    broken = lilas.type(*words, OBSTAT_HOOKS_INSIDE="127.0.0.1:port")
    assert "OBSTAT_HOOKS_INSIDE must be HOST or HOST:PORT" in refused(broken)
