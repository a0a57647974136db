"""
Check people, channels, forms and the like that come in, before they are written.
"""

import hashlib
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.ids import PersonId
from service.decision.jurisdiction import Jurisdictions
from service.errors import InvalidInput
from service.records.channels import ChannelRecord
from service.records.forms import FormVersionRecord
from service.records.people import AuthorityRecord, PersonRecord
from service.usecases.people.person_details import checked_person
from service.usecases.ports.work import UnitOfWork


def check_thing(
    work: UnitOfWork, record: object, jurisdictions: Jurisdictions, now: datetime
) -> None:
    """
    Refuse what could not be entered here, or names what is not known here.

    Raises:
        InvalidInput: Naming the field.
    """
    if isinstance(record, PersonRecord):
        zone = ZoneInfo(work.organisations.current().time_zone)
        if checked_person(record, jurisdictions, day_of(now, zone)) != record:
            raise InvalidInput("This person cannot be entered so.", field="Person")
        if any(work.organisations.units.find(each.unit_id) is None for each in record.memberships):
            raise InvalidInput("There is no such unit.", field="memberships")
    if isinstance(record, ChannelRecord):
        _check_channel(work, record)
    if isinstance(record, FormVersionRecord):
        _check_version(work, record)
    if isinstance(record, AuthorityRecord):
        _check_authority(work, record)


def check_id(name: str, field_name: str) -> None:
    """
    Refuse an id that no registry gives.

    Raises:
        InvalidInput: It is no UUID in small letters.
    """
    try:
        is_one = str(UUID(name)) == name
    except ValueError:
        is_one = False
    if not is_one:
        raise InvalidInput("An id is a UUID, in small letters.", field=field_name)


def _check_channel(work: UnitOfWork, record: ChannelRecord) -> None:
    """
    Refuse a channel of a unit or a group that is not known here.

    Raises:
        InvalidInput: Naming the field.
    """
    unit_id = record.channel.unit_id
    if unit_id is not None and work.organisations.units.find(unit_id) is None:
        raise InvalidInput("There is no such unit.", field="unit_id")
    if any(work.channel_groups.find(each) is None for each in record.channel.group_ids):
        raise InvalidInput("There is no such group of channels.", field="group_ids")


def _check_version(work: UnitOfWork, record: FormVersionRecord) -> None:
    """
    Refuse words of no form, and words that are not those they say they are.

    Raises:
        InvalidInput: Naming the field.
    """
    if work.forms.find_template(record.version.template_id) is None:
        raise InvalidInput("There is no such form.", field="template_id")
    for each in record.texts.values():
        if hashlib.sha256(each.text.encode()).hexdigest() != each.digest:
            raise InvalidInput("The words are not those of the digest.", field="texts")


def _check_authority(work: UnitOfWork, record: AuthorityRecord) -> None:
    """
    Refuse a say over nobody, and of nobody.

    Raises:
        InvalidInput: Naming the field.
    """
    held = record.authority
    if work.people.find(held.person_id) is None:
        raise InvalidInput("There is no such person.", field="person_id")
    is_person = work.people.find(PersonId(held.signatory_id)) is not None
    if not is_person and work.signatories.find(held.signatory_id) is None:
        raise InvalidInput("There is no such signatory.", field="signatory_id")
