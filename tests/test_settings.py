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
        ("OBSTAT_LEDGER_ORIGIN", "two words"),
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
    source = Path(__file__).parents[1].joinpath("service", "settings.py").read_text()

    for each in fields(Settings):
        assert f'"""`OBSTAT_{each.name.upper()}`: ' in source
