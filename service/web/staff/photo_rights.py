"""
Correct whose a registered photo is, and under what terms.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PhotoId
from service.decision.photos import Rights
from service.decision.terms import RightsSource
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.moments import changed_instant, shown_instant
from service.web.redirects import see_other
from service.web.staff.asked_photo import AskedPhoto, asked_photo
from service.web.staff.people.reading import chosen, day
from service.web.staff.tagged import SOURCES

RIGHTS: Final = "/photos/{photo_id:str}/rights"
_WORDS: Final = ("source", "creator", "licence", "credit_line")
_DAYS: Final = ("licence_from_on", "licence_until_on", "embargo_until_at")


@get(RIGHTS, sync_to_thread=True, operation_id="showPhotoRights")
def show_rights(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry], photo_id: FromPath[str]
) -> Response[bytes]:
    """
    Show whose photo it is, to be changed.
    """
    asked = asked_photo(request, registry, photo_id)
    return _rights(asked, _words_of(asked.story.rights, _zone(asked)))


@post(RIGHTS, sync_to_thread=True, operation_id="correctPhotoRights")
def correct_rights(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    photo_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Record whose photo it is, and under what terms.
    """
    asked = asked_photo(request, registry, photo_id)
    try:
        rights = _typed_rights(asked, fields)
        registry.photos.record_rights(request.auth, PhotoId(photo_id), rights)
    except InvalidInput as refused:
        at_fault = (refused.field or "").removeprefix("rights.")
        typed = {name: fields[name] for name in (*_WORDS, *_DAYS)}
        return _rights(asked, typed, fault=at_fault if at_fault in typed else "source")
    return see_other(asked.address)


def _rights(asked: AskedPhoto, words: Mapping[str, str], *, fault: str = "") -> Response[bytes]:
    """
    Show the form of the rights.
    """
    return asked.show("staff/correct_rights.html", fault=fault, words=words, sources=SOURCES)


def _words_of(rights: Rights | None, zone: ZoneInfo) -> dict[str, str]:
    """
    Write rights into the fields of the form.
    """
    if rights is None:
        return dict.fromkeys((*_WORDS, *_DAYS), "")
    ends = (rights.licence_from_on, rights.licence_until_on)
    from_on, until_on = (each.isoformat() if each else "" for each in ends)
    return {
        "source": rights.source.value,
        "creator": rights.creator,
        "licence": rights.licence,
        "credit_line": rights.credit_line,
        "licence_from_on": from_on,
        "licence_until_on": until_on,
        "embargo_until_at": shown_instant(rights.embargo_until_at, zone),
    }


def _typed_rights(asked: AskedPhoto, fields: Fields) -> Rights:
    """
    Read the form; what it does not show stays as it was.

    Raises:
        InvalidInput: A day or a choice is none.
    """
    source = chosen(RightsSource, fields["source"], "source")
    known = asked.story.rights or Rights(source)
    return replace(
        known,
        source=source,
        creator=fields["creator"],
        licence=fields["licence"],
        credit_line=fields["credit_line"],
        licence_from_on=day(fields, "licence_from_on"),
        licence_until_on=day(fields, "licence_until_on"),
        embargo_until_at=changed_instant(
            fields["embargo_until_at"], _zone(asked), "embargo_until_at", known.embargo_until_at
        ),
    )


def _zone(asked: AskedPhoto) -> ZoneInfo:
    return ZoneInfo(asked.registry.organisations.get_settings(asked.request.auth).time_zone)


ROUTES: Final = (show_rights, correct_rights)
