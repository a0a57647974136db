"""
The rotation of the key is killed between any two of its steps; the service works on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from service.ledger.signing import read_skey
from service.settings import Settings
from service.usecases.ledger import HouseKey, Order
from service.usecases.ports.keyring import KeyRing
from service.usecases.registry import Registry
from service.wiring import build, clock, prepare
from tests.houses import JACINTHES


class Killed(BaseException):
    """
    The process is gone; nothing catches this.
    """


@dataclass(slots=True)
class Fuse:
    """
    Kill at one of the steps.
    """

    left: int

    def burn(self) -> None:
        """
        Count a step.
        """
        self.left -= 1
        if self.left < 0:
            raise Killed


@dataclass(frozen=True, slots=True)
class DyingRing:
    """
    The key files, of which each step may be the last.
    """

    ring: KeyRing
    fuse: Fuse = field(repr=False)

    def seeds(self) -> Sequence[bytes]:
        """
        Read, which changes nothing.
        """
        return self.ring.seeds()

    def successor(self) -> bytes:
        """
        Die before or after.
        """
        self.fuse.burn()
        seed = self.ring.successor()
        self.fuse.burn()
        return seed

    def take_over(self) -> None:
        """
        Die before or after.
        """
        self.fuse.burn()
        self.ring.take_over()
        self.fuse.burn()

    def retire(self) -> None:
        """
        Die before or after.
        """
        self.fuse.burn()
        self.ring.retire()
        self.fuse.burn()


def rotate(registry: Registry, fuse: Fuse) -> None:
    """
    Rotate the key, as far as the fuse goes.
    """
    verb = registry.ledger.rotate_key

    def now_or_never() -> datetime:
        fuse.burn()
        return clock()

    key = HouseKey(verb.key.deployment, DyingRing(verb.key.ring, fuse))
    desk = replace(verb.desk, clock=now_or_never)
    replace(verb, key=key, desk=desk)(Order())


STEPS = 8
"""Before and after each step with files, and in the transaction of each of two logs."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """
    Found two houses in one deployment.
    """
    chosen = Settings(var_folder=tmp_path / "var")
    prepare(chosen)
    registry = build(chosen)
    for slug in ("jacinthes", "lilas"):
        registry.organisations.found_organisation(slug, JACINTHES)
    registry.ledger.sequence_ledger()
    registry.close()
    return chosen


def works(settings: Settings) -> None:
    """
    Write, sign and verify in a service that is started anew.
    """
    registry = build(settings)
    for slug in registry.organisations.list_organisations():
        caller = registry.organisations.act_as_operator(slug)
        registry.organisations.change_settings(caller, replace(JACINTHES, name=f"House {clock()}"))
        registry.ledger.sequence_ledger()
        assert None is registry.ledger.verify_ledger(caller).broken
    registry.close()


@pytest.mark.parametrize("step", range(STEPS))
def test_a_kill_at_any_step_leaves_a_service_that_works(settings: Settings, step: int) -> None:
    old = read_skey(settings.signing_key_path.read_text().strip()).seed
    registry = build(settings)
    with pytest.raises(Killed):
        rotate(registry, Fuse(step))
    registry.close()

    works(settings)
    again = build(settings)
    again.ledger.rotate_key(Order())
    vkeys = {
        key.vkey
        for slug in again.organisations.list_organisations()
        for key in again.ledger.list_log_keys(again.organisations.act_as_operator(slug)).keys
        if key.until is None
    }
    assert 2 == len(vkeys)
    again.close()
    works(settings)
    (left,) = settings.var_folder.glob("keys/ledger-signing.key*")
    assert old != read_skey(left.read_text().strip()).seed


def test_all_steps_are_the_steps_that_there_are(settings: Settings) -> None:
    registry, fuse = build(settings), Fuse(STEPS)
    rotate(registry, fuse)
    registry.close()

    assert 0 == fuse.left
    works(settings)


def test_a_house_that_is_founded_meanwhile_is_handed_over_too(settings: Settings) -> None:
    registry = build(settings)
    verb = registry.ledger.rotate_key

    class Busy(DyingRing):
        """
        While the files change their names, somebody founds a house.
        """

        def take_over(self) -> None:
            """
            Found, sign, and go on.
            """
            registry.organisations.found_organisation("muguets", JACINTHES)
            registry.ledger.sequence_ledger()
            self.ring.take_over()

    key = HouseKey(verb.key.deployment, Busy(verb.key.ring, Fuse(STEPS)))
    turned = replace(verb, key=key)(Order())
    registry.close()

    assert "obstat.localhost/muguets" == turned[-1].origin
    works(settings)
