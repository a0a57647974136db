"""
Read a post as it was put together: pictures, words, channel, day.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from litestar import Request

from service.decision.ids import DraftId
from service.decision.terms import Purpose
from service.errors import InvalidInput
from service.http.multipart import Form, SentFile, read_form

MAX_FORM_BYTES: Final = 200 * 1024 * 1024
PICTURES: Final = frozenset({"picture"})
TEXTS: Final = frozenset(
    {"caption", "channel", "purpose", "on", "draft", "drop", "everywhere", "only"}
)


@dataclass(frozen=True, slots=True)
class SentPost:
    """
    What stands in the form, kept so that nothing is typed twice.
    """

    pictures: tuple[SentFile, ...] = ()
    draft_ids: tuple[DraftId, ...] = ()
    """Pictures that were sent before."""
    caption: str = ""
    channel: str = ""
    purpose: str = Purpose.INFORMATION.value
    on: str = ""
    everywhere: bool = False
    """Whether it is asked where it may go, instead of one channel."""

    def with_drafts(self, draft_ids: tuple[DraftId, ...]) -> "SentPost":
        """
        Give the post with its pictures as drafts.
        """
        return replace(self, pictures=(), draft_ids=draft_ids)

    def planned_on(self) -> date | None:
        """
        Give the day it is planned for; left empty, it is now.

        Raises:
            InvalidInput: It is no day.
        """
        try:
            return date.fromisoformat(self.on) if self.on else None
        except ValueError:
            raise InvalidInput("This is no date.", field="on") from None

    def meant_for(self) -> Purpose:
        """
        Give the purpose.

        Raises:
            InvalidInput: There is no such purpose.
        """
        try:
            return Purpose(self.purpose)
        except ValueError:
            raise InvalidInput("There is no such purpose.", field="purpose") from None


async def read_post(request: Request[Any, Any, Any]) -> SentPost:
    """
    Read the form of the front page.

    Raises:
        ClientException: It is no form.
        ValidationException: It is not ours.
    """
    form = await read_form(request, texts=TEXTS, files=PICTURES, from_page=True)
    dropped = set(form.texts.get("drop", ()))
    return SentPost(
        pictures=tuple(form.many("picture")),
        draft_ids=tuple(
            DraftId(each) for each in form.texts.get("draft", ()) if each not in dropped
        ),
        caption=_first(form, "caption"),
        channel=_first(form, "only") or _first(form, "channel"),
        purpose=_first(form, "purpose") or Purpose.INFORMATION.value,
        on=_first(form, "on"),
        everywhere=bool(_first(form, "everywhere")),
    )


async def provide_shared(request: Request[Any, Any, Any]) -> SentPost:
    """
    Read what a phone shares: pictures, and nothing that any page put there.

    Raises:
        ClientException: It is no form.
        ValidationException: It brings something else than pictures.
    """
    form = await read_form(request, texts=frozenset(), files=PICTURES, from_page=True)
    return SentPost(pictures=tuple(form.many("picture")))


def _first(form: Form, name: str) -> str:
    """
    Give the text of a field, with the line ends of text.
    """
    sent = form.texts.get(name, [])
    return sent[0].replace("\r\n", "\n").strip() if sent else ""
