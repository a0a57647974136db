"""
Read multipart forms strictly: known fields only, files as files.

The framework's own reader takes any field name, answers 500 to a text part where a
file is meant, and to a text that is not UTF-8.  Here a field that is not known is
refused as soon as its name has been read, before its content is.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from litestar import Request
from multipart import (
    MultipartError,
    MultipartSegment,
    ParserLimitReached,
    PushMultipartParser,
)

from service.http.malformed import malformed

MAX_PARTS = 200
MAX_TEXT_BYTES = 128 * 1024
_MAX_NAME = 64


@dataclass(frozen=True, slots=True)
class SentFile:
    """
    A file as it was sent, and what it was called there.
    """

    content: bytes = field(repr=False)
    filename: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Form:
    """
    The texts and files of a form by field, in the order they were sent.
    """

    texts: Mapping[str, list[str]]
    files: Mapping[str, list[SentFile]]

    def one_text(self, name: str) -> str | None:
        """
        Give the text of a field that comes once; left empty, it was not sent.

        Raises:
            ValidationException: It came twice.
        """
        sent = self.texts.get(name, [])
        if len(sent) > 1:
            raise malformed("This field came twice.", name)
        return sent[0] if sent and sent[0].strip() else None

    def many(self, name: str) -> list[SentFile]:
        """
        Give the files of a field that may come several times, or not at all.
        """
        return self.files.get(name, [])

    def one_file(self, name: str) -> SentFile:
        """
        Give the file of a field that must come exactly once.

        Raises:
            ValidationException: It is missing, or came twice.
        """
        sent = self.many(name)
        if len(sent) != 1:
            raise malformed("Exactly one file is needed here.", name)
        return sent[0]


@dataclass(slots=True)
class _Part:
    """
    One part while it is being read.
    """

    name: str
    filename: str | None
    media_type: str
    content: bytearray = field(default_factory=bytearray, repr=False)


async def read_form(
    request: Request[Any, Any, Any],
    *,
    texts: frozenset[str],
    files: frozenset[str],
    from_page: bool = False,
) -> Form:
    """
    Read the form of a request; its size is limited by its route.

    Args:
        from_page: Pass over a file that has neither name nor content: that is how
            browsers send a field in which nothing was chosen.

    Raises:
        ValidationException: No multipart form, an unknown field, a text instead of a
            file, or a text that is not UTF-8.
    """
    found_texts: dict[str, list[str]] = {}
    found_files: dict[str, list[SentFile]] = {}
    unnamed = frozenset[str]() if from_page else files
    async for part in _parts(request, texts | files, files, unnamed):
        if from_page and part.name in files and not part.filename and not part.content:
            continue
        if part.name in texts:
            text = _text(part)
            # A program is told by the field's own rule, where it has one.
            if from_page and "\0" in text:
                raise malformed("A text has no NUL in it.", part.name)
            found_texts.setdefault(part.name, []).append(text)
        else:
            file = SentFile(bytes(part.content), _bare(part.filename or ""), part.media_type)
            found_files.setdefault(part.name, []).append(file)
    return Form(found_texts, found_files)


async def _parts(
    request: Request[Any, Any, Any],
    known: frozenset[str],
    files: frozenset[str],
    unnamed: frozenset[str],
) -> AsyncIterator[_Part]:
    """
    Walk the parts of a form as they arrive.
    """
    part: _Part | None = None
    try:
        with PushMultipartParser(
            request.content_type[1].get("boundary", ""), max_segment_count=MAX_PARTS
        ) as parser:
            async for chunk in request.stream():
                if not chunk or parser.closed:
                    continue
                for event in parser.parse(chunk):
                    if isinstance(event, MultipartSegment):
                        part = _begun(event, known, unnamed)
                    elif part is not None and event is None:
                        yield part
                        part = None
                    elif part is not None:
                        _extend(part, event, files)
    except (MultipartError, LookupError, UnicodeError) as error:
        raise malformed(_why(error)) from None


def _why(error: Exception) -> str:
    """
    Say why a form cannot be read.
    """
    if isinstance(error, ParserLimitReached):
        return f"At most {MAX_PARTS} parts are read."
    return "This is not a multipart form, or not the whole of one."


def _begun(segment: MultipartSegment, known: frozenset[str], unnamed: frozenset[str]) -> _Part:
    """
    Begin a part of a field that is known; those of *unnamed* must be files.
    """
    if segment.name not in known:
        names = ", ".join(f"`{each}`" for each in sorted(known))
        raise malformed(
            f"This field is not known; known are {names}.", str(segment.name)[:_MAX_NAME]
        )
    if segment.name in unnamed and not segment.filename:
        raise malformed("A file is needed here.", segment.name)
    media_type = (segment.content_type or "").partition(";")[0].strip().lower()
    return _Part(segment.name, segment.filename, media_type)


def _extend(part: _Part, content: bytes, files: frozenset[str]) -> None:
    """
    Add what arrived; a text has its own limit.
    """
    part.content.extend(content)
    if part.name not in files and len(part.content) > MAX_TEXT_BYTES:
        raise malformed("This text is too long.", part.name)


def _text(part: _Part) -> str:
    """
    Read a part as text.
    """
    try:
        return part.content.decode()
    except UnicodeDecodeError:
        raise malformed("A text is UTF-8.", part.name) from None


def _bare(filename: str) -> str:
    """
    Take folders off the name of a file; only its ending is ever looked at.
    """
    return filename.replace("\\", "/").rpartition("/")[2][-255:]
