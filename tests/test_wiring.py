"""
A deployment starts, and starts again.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from litestar.testing import TestClient

from service.app import from_environment
from service.errors import AlreadyExists, LedgerBroken, SettingsRefused
from service.settings import Settings
from service.wiring import build, prepare
from tests.houses import JACINTHES


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    chosen = Settings(var_folder=tmp_path / "var")
    prepare(chosen)
    return chosen


def test_the_second_start_has_the_keys_of_the_first(settings: Settings) -> None:
    first = build(settings)
    founded = first.organisations.found_organisation("jacinthes", JACINTHES)
    first.ledger.sequence_ledger()
    first.close()
    second = build(settings)
    caller = second.keys.identify_key(founded.first_key.text)

    found = second.ledger.verify_ledger(caller)

    assert None is found.broken
    assert founded.organisation.id == caller.organisation_id
    second.close()


def test_keys_are_readable_by_their_owner_only(settings: Settings) -> None:
    build(settings).close()

    modes = {path.stat().st_mode & 0o777 for path in (settings.var_folder / "keys").iterdir()}
    assert {0o600} == modes


def test_another_signing_key_is_noticed_and_signs_nothing_more(settings: Settings) -> None:
    first = build(settings)
    founded = first.organisations.found_organisation("jacinthes", JACINTHES)
    first.ledger.sequence_ledger()
    first.close()
    settings.signing_key_path.unlink()
    second = build(settings)

    found = second.ledger.verify_ledger.verify(founded.organisation.id)

    assert found.broken is not None
    assert "checkpoint-refused" == found.broken.flaw
    second.close()


def test_a_log_that_cannot_be_signed_keeps_no_other_from_being(settings: Settings) -> None:
    first = build(settings)
    first.organisations.found_organisation("jacinthes", JACINTHES)
    first.ledger.sequence_ledger()
    first.close()
    settings.signing_key_path.unlink()
    second = build(settings)
    second.organisations.change_settings(
        second.organisations.act_as_operator("jacinthes"), replace(JACINTHES, name="Jacinthes")
    )
    second.organisations.found_organisation("lilas", JACINTHES)

    with pytest.raises(LedgerBroken, match="jacinthes asks for the key"):
        second.ledger.sequence_ledger()

    head = second.ledger.get_checkpoint(second.organisations.act_as_operator("lilas"))
    assert head.note.startswith("obstat.localhost/lilas\n")
    second.close()


@pytest.mark.parametrize("name", ["signing_key_path", "sealing_key_path"])
def test_a_key_file_that_holds_no_key_stops_the_start(settings: Settings, name: str) -> None:
    path: Path = getattr(settings, name)
    path.parent.mkdir(parents=True)
    path.write_text("Geheim")

    with pytest.raises(SettingsRefused) as refused:
        build(settings)

    assert "Geheim" not in refused.value.message


def test_an_edited_table_of_law_is_read_or_refused(settings: Settings, tmp_path: Path) -> None:
    table = tmp_path / "law.toml"
    table.write_text("[BE]\nname = 'Belgium'\n")

    with pytest.raises(SettingsRefused, match="BE"):
        build(Settings(var_folder=settings.var_folder, jurisdictions_file=table))
    with pytest.raises(SettingsRefused, match="cannot be used"):
        build(Settings(var_folder=settings.var_folder, jurisdictions_file=tmp_path / "none"))


def test_a_short_name_belongs_to_one_organisation(settings: Settings) -> None:
    registry = build(settings)
    registry.organisations.found_organisation("jacinthes", JACINTHES)

    with pytest.raises(AlreadyExists):
        registry.organisations.found_organisation("jacinthes", JACINTHES)

    registry.close()


def test_the_command_line_acts_for_an_organisation_by_its_short_name(settings: Settings) -> None:
    registry = build(settings)
    founded = registry.organisations.found_organisation("jacinthes", JACINTHES)

    caller = registry.organisations.act_as_operator("jacinthes")

    assert founded.organisation == registry.organisations.get_settings(caller)
    assert "system" == caller.actor.kind
    registry.close()


def test_a_worker_needs_nothing_but_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OBSTAT_VAR_FOLDER", str(tmp_path / "var"))

    with TestClient(from_environment()) as client:
        assert {"status": "ok"} == client.get("/api/v1/health").json()
