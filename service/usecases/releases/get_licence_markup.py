"""
Give what a web page says of a photo for search engines.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from service.decision.ids import PhotoId
from service.decision.people import in_force
from service.decision.photos import Rights
from service.decision.powers import Scope
from service.errors import Conflict, InvalidInput
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.days import today
from service.usecases.desk import Desk
from service.usecases.releases.markup import markup_of, script_of
from service.usecases.sight.photos import seen_photo

MAX_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class LicenceMarkup:
    """
    The licence of a photo in the words of schema.org.
    """

    json_ld: Mapping[str, object]
    script: str
    """The same, ready to be put into a web page."""
    has_address: bool
    """Whether it says where the picture is; otherwise that is to be filled in."""


@dataclass(frozen=True, slots=True)
class GetLicenceMarkup:
    """
    Give what a web page says of a photo for search engines.
    """

    desk: Desk

    def __call__(
        self, caller: Caller, photo_id: PhotoId, *, content_url: str = ""
    ) -> LicenceMarkup:
        """
        Give creator, credit, copyright and licence as they are known now.

        A licence that ended, or has not begun, is none to tell the world of.

        *content_url* is the address of the picture itself, not of the page it is on.
        That it may be published is not said by this: ask.

        Raises:
            NotAllowed: The caller has no `photos:read` scope.
            NotFound: There is no such photo.
            InvalidInput: The address is none.
            Conflict: Nothing is known of whose photo it is.
        """
        caller = caller.narrowed(Scope.PHOTOS_READ)
        address = _address(content_url)
        with self.desk.database.look(caller.organisation_id) as work:
            seen_photo(work, caller, photo_id)
            found = work.photos.rights.find(photo_id)
            house, day = work.organisations.current().name, today(work, self.desk.clock())
        rights = _on(found.rights, day) if found else None
        written = markup_of(rights, house=house, content_url=address) if rights else {}
        if not written:
            raise Conflict("Nothing is known of whose photo it is: record its rights first.")
        return LicenceMarkup(written, script_of(written), bool(address))


def _on(rights: Rights, day: date) -> Rights:
    """
    Give rights without a licence that is not in force on a day.
    """
    if in_force(rights.licence_from_on, rights.licence_until_on, day):
        return rights
    return replace(rights, licence="")


def _address(content_url: str) -> str:
    """
    Accept the address of a picture, or none.

    Raises:
        InvalidInput: It is not one of the web.
    """
    field = "content_url"
    clean = text.line(content_url, field, longest=MAX_ADDRESS, required=False)
    fault = InvalidInput("Give the whole address, beginning with https://.", field=field)
    if not clean:
        return ""
    try:
        parts = urlsplit(clean)
    except ValueError:
        raise fault from None
    if parts.scheme not in {"https", "http"} or not parts.hostname or " " in clean:
        raise fault
    return clean
