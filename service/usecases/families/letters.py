"""
Write to families: from the house, in their language, no more than due.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from service.records.families import Reachable
from service.records.mail import Attachment, Carrier, Gap, Letter, LetterId, LetterKind
from service.records.organisation import Organisation
from service.usecases.families.doors import language_for
from service.usecases.ports.mail import Wording, Words
from service.usecases.ports.services import NewId
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Writing:
    """
    Why somebody is written to, and what the words need.
    """

    kind: LetterKind
    values: Mapping[str, Gap] = field(default_factory=dict)
    about: tuple[str, ...] = ()
    until_at: datetime | None = None
    not_before_at: datetime | None = None
    attachments: tuple[Attachment, ...] = ()
    is_unasked: bool = False


@dataclass(frozen=True, slots=True)
class FamilyMail:
    """
    Put letters to families into the outbox.
    """

    wording: Wording
    new_id: NewId
    pages_url: str
    sends_sms: bool

    def send(
        self, work: UnitOfWork, to: Reachable, writing: Writing, now: datetime
    ) -> LetterId | None:
        """
        Write to somebody by mail, or by text message where none is known.

        Whoever has neither is not written to: None.
        """
        by_sms = self.sends_sms and not to.email and bool(to.phone)
        if not to.email and not by_sms:
            return None
        letter_id = LetterId(self.new_id())
        house = work.organisations.current()
        language = language_for(to.language, house)
        values = {"name": to.name, "house": house.name, "start": self.start(house)}
        words = self.wording(writing.kind, language, values | dict(writing.values))
        work.outbox.add(
            Letter(
                id=letter_id,
                kind=writing.kind,
                written_at=now,
                to=to.phone if by_sms else to.email,
                text=words.short if by_sms else words.text,
                subject=words.subject,
                html=words.html,
                language=words.language,
                recipient_id=to.signatory_id,
                about=writing.about,
                carrier=Carrier.SMS if by_sms else Carrier.MAIL,
                until_at=writing.until_at,
                not_before_at=writing.not_before_at,
                sender_name=house.name,
                reply_to=house.contact.email,
                attachments=() if by_sms else writing.attachments,
                is_unasked=writing.is_unasked,
            )
        )
        return letter_id

    def samples(self, house: Organisation, kind: LetterKind) -> tuple[Words, ...]:
        """
        Give the words of a letter in every language of the house, to nobody.
        """
        start = self.start(house)
        values = {"name": "…", "person": "…", "house": house.name, "start": start, "link": start}
        return tuple(self.wording(kind, each, values) for each in house.languages)

    def reaches(self, to: Reachable) -> bool:
        """
        Tell whether somebody can be written to from here.
        """
        return bool(to.email) or (self.sends_sms and bool(to.phone))

    def start(self, house: Organisation) -> str:
        """
        Give the address where families begin, with a link or without.
        """
        return f"{self.pages_url}/f/{house.slug}"

    def link(self, house: Organisation, secret: str) -> str:
        """
        Give the address of a link.
        """
        return f"{self.start(house)}/link/{secret}"
