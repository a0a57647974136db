"""
The provider of the staff on the command line.
"""

from tests.cli.terminal import Terminal, refused

ISSUER = "https://id.lilas.example"
SAID = ("--client-id", "obstat", "--name", "Lilas")


def _set(lilas: Terminal, secret: str = "geheim-client-secret") -> None:  # noqa: S107 -- of nobody
    file = lilas.folder / "client.secret"
    file.write_text(f"{secret}\n")
    lilas.read("openid", "set", ISSUER, *SAID, "--secret-file", str(file))
    file.unlink()


def test_a_provider_is_set_and_its_secret_is_kept_under_a_seal(lilas: Terminal) -> None:
    _set(lilas)
    shown = lilas.type("openid", "show").out
    kept = lilas.read("openid", "set", ISSUER, *SAID, "--keep-secret", "--asks-factor")

    assert kept["asks_factor"]
    assert "/sign-in/openid/lilas/callback" in shown
    assert "geheim" not in shown
    stored = b"".join(each.read_bytes() for each in lilas.folder.glob("obstat.sqlite3*"))
    assert ISSUER.encode() in stored
    assert b"geheim-client-secret" not in stored


def test_trying_says_what_is_wrong(lilas: Terminal) -> None:
    file = lilas.folder / "client.secret"
    file.write_text("geheim")
    elsewhere = "https://localhost:8443"
    lilas.read("openid", "set", elsewhere, *SAID, "--secret-file", str(file))

    assert "does not work yet: address" in lilas.type("openid", "try").out


def test_under_another_sealing_key_trying_says_so(lilas: Terminal) -> None:
    _set(lilas)
    key = {"OBSTAT_SEALING_KEY_FILE": str(lilas.folder / "another.key")}

    assert "sealed" in lilas.type("openid", "try", **key).out


def test_nobody_is_unlinked_who_is_not_linked(lilas: Terminal) -> None:
    _set(lilas)
    lilas.read("staff", "invite", "ann@lilas.example", "--name", "Ann", "--role", "checker")

    assert "not-found" in refused(lilas.type("openid", "unlink", "ann@lilas.example"))


def test_a_provider_is_removed(lilas: Terminal) -> None:
    _set(lilas)

    assert "Nobody yet" in lilas.type("openid", "links").out
    assert "Removed" in lilas.type("openid", "remove", "--yes").out
    assert "not-found" in refused(lilas.type("openid", "show"))
