"""
Ask for the outbox, and for what carries letters away.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from service.decision.ids import OrganisationId
from service.records.mail import Claimed, Delivery, Gap, Letter, LetterId, LetterKind, LetterStory
from service.records.paging import Listing, Page


class Outbox(Protocol):
    """
    Letters of one organisation; each leaves if its transaction commits.
    """

    def add(self, letter: Letter) -> None:
        """
        Write a letter; it leaves once the transaction commits, else never.
        """
        ...

    def awaits(self, kind: LetterKind, recipient_id: str, person_id: str) -> bool:
        """
        Tell whether a letter to one about another was not tried yet.
        """
        ...

    def has_told(self, kind: LetterKind, about_id: str) -> bool:
        """
        Tell whether a letter of this kind about something was ever written.
        """
        ...

    def lock(self) -> None:
        """
        Let nobody else say what was written until we end.
        """
        ...

    def claim(self, now: datetime, until: datetime) -> Claimed | None:
        """
        Take the letter that waited longest; nobody else may before *until*.
        """
        ...

    def wait(self, letter_id: LetterId, until: datetime) -> None:
        """
        Let a letter that was claimed wait longer: it was not tried.
        """
        ...

    def settle(
        self, letter_id: LetterId, delivery: Delivery, at: datetime, next_try_at: datetime | None
    ) -> None:
        """
        Write down what a try came to, and when the next one is.
        """
        ...

    def renew(self, letter: Letter, at: datetime) -> None:
        """
        Send a letter again, perhaps to another address.
        """
        ...

    def get(self, letter_id: LetterId) -> Letter:
        """
        Give a letter with its words.

        Raises:
            NotFound: There is none, or its words were destroyed.
        """
        ...

    def story_of(self, letter_id: LetterId) -> LetterStory:
        """
        Tell what became of a letter.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_page(self, page: Page) -> Listing[LetterStory]:
        """
        Give one page; filters: kind, recipient_id, outcome, state, person_id.
        """
        ...

    def erase(self, person_id: str, at: datetime) -> int:
        """
        Destroy the words of letters to or about somebody; count them.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Destroy the words of letters that were settled before; count them.

        Some at a time: none is left once it gives 0.
        """
        ...


class Postman(Protocol):
    """
    Carry one letter to the next server, and tell what became of it.
    """

    def carry(self, organisation_id: OrganisationId, letter: Letter) -> Delivery:
        """
        Try once; whatever goes wrong is an outcome, not an exception.
        """
        ...

    def letter_named_by(self, returned: bytes) -> tuple[OrganisationId, LetterId, str] | None:
        """
        Read what came back: whose letter it was, and the code it bears.

        None: it names no letter that we signed, or says that it did arrive.
        """
        ...


class Words(Protocol):
    """
    The words of a letter in one language.
    """

    @property
    def language(self) -> str:
        """
        Name the language.
        """
        ...

    @property
    def subject(self) -> str:
        """
        Give the subject.
        """
        ...

    @property
    def text(self) -> str:
        """
        Give the letter in plain text.
        """
        ...

    @property
    def html(self) -> str:
        """
        Give the same in HTML.
        """
        ...

    @property
    def short(self) -> str:
        """
        Give what a text message says.
        """
        ...


class Wording(Protocol):
    """
    Find the words of a letter.
    """

    def __call__(self, kind: LetterKind, language: str, values: Mapping[str, Gap]) -> Words:
        """
        Give the words in a language, or in the nearest one that there is.
        """
        ...
