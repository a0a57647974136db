"""
The doctor says which passkeys another address has made useless.
"""

from cli.terminal.door import caller_of, registry_of
from service.decision.powers import Appointment, Role
from service.settings import Settings
from service.usecases.staff import MemberDetails
from tests.cli.terminal import Terminal
from tests.staff.device import Device

OLD, NEW = "https://old.example", "https://new.example"


def _add_passkey(lilas: Terminal) -> None:
    """
    Have somebody join with a passkey, at the old address.
    """
    settings = Settings.from_env(lilas.environment(OBSTAT_PUBLIC_URL=OLD))
    with registry_of(settings) as registry:
        staff, device = registry.staff, Device(OLD, "old.example")
        ann = MemberDetails(
            email="ann@lilas.example",
            name="Ann",
            language="fr",
            appointments=(Appointment(Role.CHECKER),),
        )
        link = staff.invite_member(caller_of(registry, "lilas"), ann)
        half = staff.accept_invitation(link.text, "correct horse battery")
        offer = staff.begin_passkey(half.token, "Telephone")
        staff.confirm_passkey(half.token, device.make(offer.options))


def test_the_doctor_names_passkeys_of_another_address(lilas: Terminal) -> None:
    _add_passkey(lilas)

    well = lilas.type("doctor", OBSTAT_PUBLIC_URL=OLD)
    lost = lilas.type("doctor", "--json", OBSTAT_PUBLIC_URL=NEW)

    assert (0, True) == (well.code, "every passkey opens" in well.out)
    (found,) = [each for each in lost.json if each["what"] == "passkeys"]
    assert (2, False) == (lost.code, found["ok"])
    assert "1 made for old.example open nothing at new.example" in found["detail"]
    assert "OBSTAT_PUBLIC_URL" in found["detail"]
