"""
Letters: whether they arrived, never what they say.
"""

from datetime import datetime
from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from msgspec import Struct

from service.api.requests import After, Limit, page
from service.api.wire import ID_PATTERN, PageOut
from service.records.mail import Carrier, LetterId, LetterKind, LetterState, LetterStory, Outcome
from service.usecases.caller import Caller
from service.usecases.registry import Registry

IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]
KindFilter = Annotated[LetterKind | None, QueryParameter(description="Only letters of this kind.")]
StateFilter = Annotated[
    LetterState | None, QueryParameter(description="Only letters that are so far.")
]


class LetterOut(Struct, frozen=True):
    """
    What became of a letter.
    """

    id: str
    kind: LetterKind
    carrier: Carrier
    recipient_id: str
    written_at: datetime
    outcome: Outcome | None
    detail: str
    last_tried_at: datetime | None
    next_try_at: datetime | None

    @classmethod
    def of(cls, story: LetterStory) -> "LetterOut":
        """
        Show what became of a letter.
        """
        return cls(**{name: getattr(story, name) for name in cls.__struct_fields__})


@get("/", operation_id="listLetters", sync_to_thread=True)
def list_letters(  # one argument a query parameter
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    kind: KindFilter = None,
    letter_state: StateFilter = None,
    recipient_id: IdFilter = None,
) -> PageOut[LetterOut]:
    """
    List letters and what became of them, oldest first; never their words.
    """
    asked = page(limit, after, None, kind=kind, state=letter_state, recipient_id=recipient_id)
    listing = registry.mail.list_letters(caller, asked)
    return PageOut([LetterOut.of(each) for each in listing.items], listing.next_after)


@post("/{letter_id:str}/retry", operation_id="retryLetter", status_code=200, sync_to_thread=True)
def retry_letter(
    letter_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> LetterOut:
    """
    Send a letter again that did not arrive, to the address known now.
    """
    return LetterOut.of(registry.mail.retry_letter(caller, LetterId(letter_id)))


ROUTES = Router("/letters", route_handlers=[list_letters, retry_letter], tags=["letters"])
