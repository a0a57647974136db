"""
Read a post that was sent as JSON, or as a form with its pictures.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from msgspec import Struct

from service.api.bodies import converted, decoded, json_of
from service.api.check_structs import PostIn, UseIn
from service.api.requests import FORM, StrictRequest
from service.http.multipart import Form, read_form
from service.usecases.checks.question import CheckQuestion, Upload

MAX_FORM_BYTES = 96 * 1024 * 1024
"""Several pictures; each has its own limit where it is read."""

P = TypeVar("P", bound=PostIn)

_SINGULAR = {"names": "name", "photo_ids": "photo_id"}
_IMAGES = frozenset({"image"})


@dataclass(frozen=True, slots=True)
class SentPost(Generic[P]):
    """
    A post as it was sent, with its pictures.
    """

    told: P
    uploads: tuple[Upload, ...] = ()

    @property
    def question(self) -> CheckQuestion:
        """
        Give the question as the verbs take it.
        """
        return self.told.to_question(self.uploads)

    @property
    def parts(self) -> tuple[Struct | bytes, ...]:
        """
        Give what makes this request this one, for its idempotency key.
        """
        return (self.told, *(each.content for each in self.uploads))


class PostReader(Generic[P]):
    """
    Read posts of one kind; prepared once, because checks are the hot path.
    """

    def __init__(self, kind: type[P]) -> None:
        """
        Prepare to read posts as *kind*.
        """
        self._kind = kind
        names = kind.__struct_fields__
        self._texts = frozenset(_SINGULAR.get(each, each) for each in names)

    async def __call__(self, request: StrictRequest) -> SentPost[P]:
        """
        Read the body of a request, whichever of the two it is.

        Raises:
            ClientException: It is neither.
            ValidationException: A field is not known, or not what is read there.
        """
        if request.content_type[0] != FORM:
            return SentPost(await json_of(request, self._kind))
        form = await read_form(request, texts=self._texts, files=_IMAGES)
        uploads = [Upload(each.content, each.filename or None) for each in form.many("image")]
        return SentPost(self._told_in(form), tuple(uploads))

    def _told_in(self, form: Form) -> P:
        """
        Read the texts of a form.
        """
        values: dict[str, Any] = {}
        for name in self._kind.__struct_fields__:
            if name in _SINGULAR:
                values[name] = form.texts.get(_SINGULAR[name], [])
            elif (text := form.one_text(name)) is not None:
                is_json = name == "uses"
                values[name] = decoded(text, list[UseIn], name) if is_json else text
        return converted(values, self._kind)
