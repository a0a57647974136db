"""
Find what people call by a number of their own, a short name or a name.

Everything is found by its id too.  Two things of one name are neither: the command
says so instead of guessing.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TypeVar

from cli.terminal.door import Inside
from cli.terminal.pages import everything
from service.decision.ids import (
    ChannelId,
    FormVersionId,
    GroupId,
    MemberId,
    PersonId,
    PhotoId,
    SignatoryId,
    UnitId,
)
from service.errors import InvalidInput, NotFound
from service.records.channels import ChannelGroup, ChannelRecord
from service.records.organisation import Unit
from service.records.people import PersonRecord, Signatory
from service.records.staff import Member

R = TypeVar("R")


def find_person(inside: Inside, called: str) -> PersonId:
    """
    Find a person by outside number, id, or given name and family name.

    Raises:
        NotFound: Nobody is called so.
        InvalidInput: Several people are.
    """
    verbs, caller = inside.registry, inside.caller
    if numbered := everything(verbs.people.list_people, caller, {"external_id": called}):
        return numbered[0].id
    with suppress(NotFound):
        return verbs.people.get_person(caller, PersonId(called)).id
    known = everything(verbs.people.list_people, caller)
    return _only(known, name_of, called, "person", "people list").id


def find_signatory(inside: Inside, called: str) -> SignatoryId:
    """
    Find somebody who answers for others by outside number, id, or name.

    Raises:
        NotFound: Nobody is called so.
        InvalidInput: Several people are.
    """
    verbs, caller = inside.registry, inside.caller
    if numbered := everything(verbs.signatories.list_signatories, caller, {"external_id": called}):
        return numbered[0].id
    with suppress(NotFound):
        return verbs.signatories.get_signatory(caller, SignatoryId(called)).id
    known = everything(verbs.signatories.list_signatories, caller)
    return _only(known, name_of, called, "signatory", "signatories list").id


def find_unit(inside: Inside, called: str) -> UnitId:
    """
    Find a unit by id or name.

    Raises:
        NotFound: None is called so.
        InvalidInput: Several units are.
    """
    verbs, caller = inside.registry, inside.caller
    with suppress(NotFound):
        return verbs.units.get_unit(caller, UnitId(called)).id
    units: list[Unit] = everything(verbs.units.list_units, caller)
    return _only(units, lambda each: each.name, called, "unit", "units list").id


def find_member(inside: Inside, called: str) -> MemberId:
    """
    Find a member of staff by e-mail address or id.

    Raises:
        NotFound: Nobody is called so.
    """
    with suppress(NotFound):
        return inside.registry.staff.get_member(inside.caller, MemberId(called)).id
    members: list[Member] = everything(inside.registry.staff.list_members, inside.caller)
    return _only(members, lambda each: each.email, called, "member", "staff list").id


def find_photo(inside: Inside, called: str) -> PhotoId:
    """
    Find a photo by id or title.

    Raises:
        NotFound: None is called so.
        InvalidInput: Several photos are.
    """
    verbs, caller = inside.registry, inside.caller
    with suppress(NotFound):
        return verbs.photos.get_photo(caller, PhotoId(called)).photo.id
    photos = everything(verbs.photos.list_photos, caller)
    return _only(photos, lambda each: each.title, called, "photo", "photos list").id


def find_channel(inside: Inside, called: str) -> ChannelId:
    """
    Find a channel by short name, id or name; closed ones too.

    Raises:
        NotFound: None is called so.
        InvalidInput: Several channels are.
    """
    channels: list[ChannelRecord] = everything(
        inside.registry.channels.list_channels, inside.caller
    )
    for each in channels:
        if called in {each.slug, each.id}:
            return each.channel.id
    found = _only(channels, lambda each: each.channel.name, called, "channel", "channels list")
    return found.channel.id


def find_group(inside: Inside, called: str) -> GroupId:
    """
    Find a group of channels by short name, id or name.

    Raises:
        NotFound: None is called so.
        InvalidInput: Several groups are.
    """
    groups: list[ChannelGroup] = everything(
        inside.registry.channels.list_channel_groups, inside.caller
    )
    for each in groups:
        if called in {each.slug, each.id}:
            return each.id
    return _only(groups, lambda each: each.name, called, "group", "groups list").id


def find_version(inside: Inside, called: str) -> FormVersionId:
    """
    Find a version of a form by `form/number`, by the form's last, or by id.

    Raises:
        NotFound: There is no such version.
    """
    slug, _, number = called.partition("/")
    with suppress(NotFound):
        versions = inside.registry.forms.get_form(inside.caller, slug).versions
        for each in versions:
            if number == str(each.version.number) or (not number and each is versions[-1]):
                return each.version.id
        raise InvalidInput("This form has no such version: see `obstat forms show`.")
    with suppress(NotFound):
        return inside.registry.forms.get_form_version(
            inside.caller, FormVersionId(called)
        ).version.id
    raise NotFound("There is no such form: see `obstat forms list`.")


def name_of(somebody: PersonRecord | Signatory) -> str:
    """
    Give given name and family name.
    """
    return f"{somebody.given_name} {somebody.family_name}"


def _only(
    known: Iterable[R], name: Callable[[R], str], called: str, kind: str, listed_by: str
) -> R:
    """
    Give the only thing of a name, however it is capitalised.
    """
    found = [each for each in known if name(each).casefold() == called.casefold()]
    if not found:
        raise NotFound(f"There is no such {kind}: see `obstat {listed_by}`.")
    if len(found) > 1:
        message = f"{len(found)} have this name: say the id; see `obstat --json {listed_by}`."
        raise InvalidInput(message, field=kind)
    return found[0]
