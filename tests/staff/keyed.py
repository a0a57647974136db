"""
Whoever has a passkey, with a device that signs.
"""

from dataclasses import dataclass, replace

from service.decision.ids import OrganisationId
from service.records.passkeys import Passkey
from service.records.staff import Member
from service.usecases.registry import Registry
from service.usecases.staff.confirm_factor import FactorSet
from tests.staff.device import Device
from tests.staff.office import PASSWORD, Office


@dataclass(frozen=True)
class Keyed:
    """
    Somebody who has a passkey and no code app.
    """

    member: Member
    device: Device
    token: str
    recovery_codes: tuple[str, ...]


def added(office: Office, token: str, device: Device, password: str = PASSWORD) -> FactorSet:
    """
    Add a passkey in a session.
    """
    verbs = office.registry.staff
    offer = verbs.begin_passkey(token, "Blue telephone", password)
    return verbs.confirm_passkey(token, device.make(offer.options))


def keyed(office: Office, name: str = "asha") -> Keyed:
    """
    Walk through an invitation to its end, with a passkey instead of a code app.
    """
    verbs, device = office.registry.staff, Device()
    half = verbs.accept_invitation(office.invited(name=name).text, PASSWORD)
    done = added(office, half.token, device, "")
    member = verbs.identify_session(done.signed_in.token).member
    return Keyed(member, device, done.signed_in.token, done.recovery_codes)


def passkeys_of(office: Office, token: str) -> list[Passkey]:
    """
    Read the passkeys of whoever carries a session.
    """
    return list(office.registry.staff.find_factors(token).passkeys)


def move(registry: Registry, organisation_id: OrganisationId, host: str) -> None:
    """
    Have every passkey of a house be one that was made for another name.
    """
    with registry.ledger.verify_ledger.database.begin(organisation_id) as work:
        for each in work.passkeys.list_all():
            work.passkeys.keep(replace(each, key=replace(each.key, host=host)))
        work.commit()
