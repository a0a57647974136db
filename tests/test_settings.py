"""
Settings are read once, from a mapping.
"""

from dataclasses import fields
from pathlib import Path

import pytest

from service.errors import SettingsRefused
from service.settings import Settings


def test_nothing_said_is_a_small_machine_on_loopback() -> None:
    settings = Settings.from_env({"PATH": "/bin", "HOME": "/nowhere"})

    assert "127.0.0.1" == settings.host
    assert "sqlite:///var/obstat.sqlite3" == settings.storage_url
    assert Path("var/keys/sealing.key") == settings.sealing_key_path


def test_what_is_said_counts() -> None:
    settings = Settings.from_env(
        {
            "OBSTAT_VAR_FOLDER": "/srv/obstat",
            "OBSTAT_SIGNING_KEY_FILE": "/run/secrets/signing",
            "OBSTAT_PREVIEWS": "No",
            "OBSTAT_PORT": "80",
            "OBSTAT_PICTURE_MAX_SECONDS": "2.5",
        }
    )

    assert ("sqlite:////srv/obstat/obstat.sqlite3", 80, False, 2.5) == (
        settings.storage_url,
        settings.port,
        settings.previews,
        settings.picture_max_seconds,
    )
    assert Path("/run/secrets/signing") == settings.signing_key_path


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OBSTAT_PORTT", "80"),
        ("OBSTAT_PORT", "eighty"),
        ("OBSTAT_PORT", "0"),
        ("OBSTAT_PORT", "65536"),
        ("OBSTAT_PREVIEWS", "perhaps"),
        ("OBSTAT_LOG_LEVEL", "loud"),
        ("OBSTAT_PICTURE_MAX_PIXELS", "-1"),
        ("OBSTAT_PICTURE_MAX_SECONDS", "nan"),
        ("OBSTAT_PICTURE_MAX_SECONDS", "inf"),
        ("OBSTAT_PICTURE_MAX_SECONDS", "1e300"),
        ("OBSTAT_IDEMPOTENCY_KEPT_DAYS", "999999999999"),
        ("OBSTAT_CHECKS_PER_HOUR", "9" * 5000),
        ("OBSTAT_CHECKS_PER_HOUR", "١٢"),
        ("OBSTAT_LEDGER_ORIGIN", "two words"),
        ("OBSTAT_SECURITY_CONTACT", "security@house.example"),
        ("OBSTAT_SECURITY_CONTACT", "mailto:nobody"),
        ("OBSTAT_SECURITY_CONTACT", "http://house.example/security"),
        ("OBSTAT_SECURITY_CONTACT", "mailto:a@b.example\nExpires: never"),
        ("OBSTAT_DATABASE_URL", "registry.db"),
        ("OBSTAT_DATABASE_URL", "mysql://localhost/registry"),
        ("OBSTAT_DATABASE_URL", "postgresql://localhost:port/registry"),
    ],
)
def test_what_cannot_work_stops_the_start(name: str, value: str) -> None:
    with pytest.raises(SettingsRefused) as refused:
        Settings.from_env({name: value})

    assert name == refused.value.field
    assert name in refused.value.message


def test_no_setting_shows_a_password() -> None:
    settings = Settings(database_url="postgresql+psycopg://obstat:Geheim@localhost/obstat")

    assert "Geheim" not in repr(settings)


def test_every_setting_is_named_in_its_own_words() -> None:
    areas = Path(__file__).parents[1].joinpath("service", "settings").glob("*.py")
    source = "".join(each.read_text("utf-8") for each in areas)

    for each in fields(Settings):
        assert f'"""`OBSTAT_{each.name.upper()}`: ' in source


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OBSTAT_MAIL_SECURITY", "maybe"),
        ("OBSTAT_MAIL_FROM", "nobody"),
        ("OBSTAT_MAIL_PORT", "65536"),
        ("OBSTAT_SMS_URL", "http://gateway.example/send"),
        ("OBSTAT_PUBLIC_URL", "ftp://obstat.example"),
        ("OBSTAT_PUBLIC_URL", "https://obstat.example:port"),
    ],
)
def test_letters_that_anybody_could_read_stop_the_start(name: str, value: str) -> None:
    with pytest.raises(SettingsRefused) as refused:
        Settings.from_env({name: value})

    assert name == refused.value.field


def test_letters_leave_this_machine_under_tls_only() -> None:
    here = {"OBSTAT_MAIL_HOST": "localhost", "OBSTAT_MAIL_SECURITY": "none"}
    assert "none" == Settings.from_env(here).mail_security

    with pytest.raises(SettingsRefused):
        Settings.from_env(here | {"OBSTAT_MAIL_HOST": "mx.example"})


def test_pages_are_found_where_the_service_listens_unless_said_otherwise() -> None:
    said = {"OBSTAT_PUBLIC_URL": "https://obstat.example/"}

    assert "http://127.0.0.1:8750" == Settings().pages_url
    assert "https://obstat.example" == Settings.from_env(said).pages_url
