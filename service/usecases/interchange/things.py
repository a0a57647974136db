"""
Check people, channels, forms and the like that come in from elsewhere.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from service.decision.ids import PersonId
from service.decision.jurisdiction import Jurisdictions
from service.errors import ImpossibleDates, InvalidInput
from service.records.channels import ChannelGroup, ChannelRecord
from service.records.forms import FormTemplate, FormVersionRecord
from service.records.organisation import Unit
from service.records.people import AuthorityRecord, PersonRecord, Signatory
from service.usecases import text
from service.usecases.authorities.authority_details import check_proof
from service.usecases.channels.channel_details import check_places, checked_channel
from service.usecases.channels.group_details import checked_group
from service.usecases.channels.slugs import checked_slug
from service.usecases.days import today
from service.usecases.numbers import within
from service.usecases.people.person_details import checked_person
from service.usecases.ports.work import UnitOfWork
from service.usecases.signatories.signatory_details import checked_signatory
from service.usecases.units.unit_details import checked_unit

MAX_NUMBER = 2**31 - 1
"""The largest number of a version that PostgreSQL keeps."""


def checked_template(template: FormTemplate) -> FormTemplate:
    """
    Accept a form, tidied.

    Raises:
        InvalidInput: A part of it cannot be used.
    """
    name = text.line(template.name, "name")
    return replace(template, slug=checked_slug(template.slug), name=name)


TIDIED: Final[Mapping[type[Any], Callable[[Any], object]]] = {
    Unit: checked_unit,
    ChannelGroup: checked_group,
    ChannelRecord: checked_channel,
    FormTemplate: checked_template,
    Signatory: checked_signatory,
}
"""What makes each kind as it would have been entered here."""


def check_thing(
    work: UnitOfWork, record: object, jurisdictions: Jurisdictions, now: datetime
) -> None:
    """
    Refuse what could not be entered here, or names what is not known here.

    Raises:
        InvalidInput: Naming the field.
        ImpossibleDates: It speaks of what has not happened yet.
    """
    tidied = TIDIED.get(type(record))
    if tidied is not None and tidied(record) != record:
        raise InvalidInput("This cannot be entered so.", field=type(record).__name__)
    if isinstance(record, ChannelRecord):
        check_places(work, record.channel)
    if isinstance(record, FormVersionRecord):
        _check_version(work, record, now)
    if isinstance(record, PersonRecord):
        _check_person(work, record, jurisdictions, now)
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


def _check_person(
    work: UnitOfWork, record: PersonRecord, jurisdictions: Jurisdictions, now: datetime
) -> None:
    """
    Refuse a person who could not be entered, and units that are not known.

    Raises:
        InvalidInput: Naming the field.
    """
    if checked_person(record, jurisdictions, today(work, now)) != record:
        raise InvalidInput("This person cannot be entered so.", field="Person")
    if any(work.organisations.units.find(each.unit_id) is None for each in record.memberships):
        raise InvalidInput("There is no such unit.", field="memberships")


def _check_version(work: UnitOfWork, record: FormVersionRecord, now: datetime) -> None:
    """
    Refuse words of no form, and words that are not those they say they are.

    Raises:
        InvalidInput: Naming the field.
        ImpossibleDates: It would be published in the future.
    """
    version = record.version
    template = work.forms.find_template(version.template_id)
    if template is None or template.id != version.template_id:
        raise InvalidInput("There is no such form.", field="template_id")
    within(version.number, "number", least=1, most=MAX_NUMBER)
    if version.published_at.tzinfo is None:
        raise InvalidInput("A time ends with its Z.", field="published_at")
    if version.published_at > now:
        raise ImpossibleDates("It was published in the future.", field="published_at")
    if not record.texts or not all(map(text.language, record.texts)):
        raise InvalidInput("A text needs its language.", field="texts")
    for each in record.texts.values():
        if hashlib.sha256(each.text.encode()).hexdigest() != each.digest:
            raise InvalidInput("The words are not those of the digest.", field="texts")


def _check_authority(work: UnitOfWork, record: AuthorityRecord) -> None:
    """
    Refuse a say over or of nobody, and one called verified without proof.

    Raises:
        InvalidInput: Naming the field.
    """
    held = record.authority
    check_proof(record.proof, verified=held.verified)
    if work.people.find(held.person_id) is None:
        raise InvalidInput("There is no such person.", field="person_id")
    is_person = work.people.find(PersonId(held.signatory_id)) is not None
    if not is_person and work.signatories.find(held.signatory_id) is None:
        raise InvalidInput("There is no such signatory.", field="signatory_id")
