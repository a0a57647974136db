"""
Write the letters that carry one-time links.

The secret stands behind a `#`: browsers send it to no server, so it is in no log
(threat T3).  It is there a second time as a code to copy, for browsers without scripts.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final
from zoneinfo import ZoneInfo

from service.languages.writing import write_moment
from service.records.mail import Letter, LetterId, LetterKind
from service.records.staff import TicketKind
from service.usecases.ports.services import NewId
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.tickets import OneTimeLink

PATHS: Final[Mapping[TicketKind, str]] = {
    TicketKind.INVITATION: "/join",
    TicketKind.RESET: "/reset",
}
_KINDS: Final[Mapping[TicketKind, LetterKind]] = {
    TicketKind.INVITATION: LetterKind.STAFF_INVITATION,
    TicketKind.RESET: LetterKind.STAFF_RECOVERY,
}
_DEFAULT: Final = "en"


@dataclass(frozen=True, slots=True)
class Letters:
    """
    Write the letters that carry one-time links.
    """

    new_id: NewId
    pages_url: str

    def send(self, work: UnitOfWork, link: OneTimeLink, kind: TicketKind) -> None:
        """
        Put a letter into the outbox; it leaves when the transaction committed.
        """
        organisation, member = work.organisations.current(), link.member
        told_in = _told_in(member.language)
        texts = _everything()[told_in]
        until = link.expires_at.astimezone(ZoneInfo(organisation.time_zone))
        values = {
            "house": organisation.name,
            "name": member.name,
            "address": self.address_of(link, kind),
            "code": link.text,
            "until": write_moment(until, told_in),
        }
        work.outbox.add(
            Letter(
                id=LetterId(self.new_id()),
                kind=_KINDS[kind],
                written_at=link.made_at,
                to=member.email,
                subject=texts[f"{kind.value}_subject"].format_map(values),
                text=texts[kind.value].format_map(values),
                language=member.language,
                recipient_id=member.id,
                until_at=link.expires_at,
                sender_name=organisation.name,
            )
        )

    def address_of(self, link: OneTimeLink, kind: TicketKind) -> str:
        """
        Give the address that opens the page of a link.
        """
        return f"{self.pages_url}{PATHS[kind]}#{link.text}"


@cache
def _everything() -> Mapping[str, Mapping[str, str]]:
    shipped = resources.files("service.usecases.staff") / "letters.json"
    texts: Mapping[str, Mapping[str, str]] = json.loads(shipped.read_text("utf-8"))
    return texts


def _told_in(language: str) -> str:
    """
    Give the language of a member, or English.
    """
    plain = language.partition("-")[0]
    return plain if plain in _everything() else _DEFAULT
