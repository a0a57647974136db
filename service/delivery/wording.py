"""
Find the words of letters, in the language of whoever reads them.

`words/LANGUAGE.json` holds for each kind of letter a subject, paragraphs, and a short
form for text messages.  A gap such as `{link}` that is a paragraph of its own stands out.
Answers come as `matter:image answer:yes`, days as days: only here it is known in which
language.
"""

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final, TypedDict

from service.languages.filling import fill, hold_together
from service.languages.writing import write_day, write_moment
from service.records.mail import Gap, LetterKind

FOLDER: Final = Path(__file__).parent / "words"
LANGUAGES: Final = ("fr", "nl", "de", "en")
DEFAULT: Final = "fr"


class Wordbook(TypedDict):
    """
    The words of one kind of letter.
    """

    subject: str
    body: Sequence[str]
    short: str


@dataclass(frozen=True, slots=True)
class LetterWords:
    """
    The words of a letter in one language.
    """

    language: str
    subject: str
    text: str
    html: str
    short: str


@dataclass(frozen=True, slots=True)
class Wordbooks:
    """
    The words of every letter.
    """

    def __call__(self, kind: LetterKind, language: str, values: Mapping[str, Gap]) -> LetterWords:
        """
        Give the words in a language, or in the nearest one that there is.
        """
        spoken = language.partition("-")[0].lower()
        found = spoken if spoken in LANGUAGES else DEFAULT
        book = read_words(found)[kind.value]
        told = {name: _told(value, found) for name, value in values.items()}
        paragraphs = [fill(hold_together(each, found), told, found) for each in book["body"]]
        shown = "\n".join(map(_paragraph, book["body"], paragraphs))
        return LetterWords(
            language=found,
            subject=fill(book["subject"], told, found),
            text="\n\n".join(paragraphs) + "\n",
            html=f'<!doctype html><html lang="{found}"><meta charset="utf-8"><body {_BODY}>\n'
            f"{shown}\n</body></html>\n",
            short=fill(book["short"], told, found),
        )


_CODED: Final = re.compile(r"\b(matter|answer):([a-z_]+)")
_BODY: Final = 'style="font:18px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em"'
_LINK: Final = "padding:.7em 1em;border:2px solid;border-radius:.5em;display:inline-block"


def _told(value: Gap, language: str) -> str:
    """
    Write a day, or an answer and what it is about, as people say it.
    """
    if isinstance(value, datetime):
        return write_moment(value, language)
    if isinstance(value, date):
        return write_day(value, language)
    if isinstance(value, tuple):
        return "\n".join(f"{each} · {_told(at, language)}" if at else each for each, at in value)
    words = {"matter": read_matters(language), "answer": read_answers(language)}
    return _CODED.sub(lambda coded: words[coded[1]].get(coded[2], coded[2]), value)


@cache
def read_matters(language: str) -> Mapping[str, str]:
    """
    Read what can be asked about, in the words of a language, once.
    """
    return _read("matters", language)


@cache
def read_answers(language: str) -> Mapping[str, str]:
    """
    Read what can be answered: a word, with its sign.
    """
    return _read("answers", language)


def _read(folder: str, language: str) -> Mapping[str, str]:
    file = FOLDER / folder / f"{language}.json"
    content: Mapping[str, str] = json.loads(file.read_text("utf-8"))
    return content


@cache
def read_words(language: str) -> Mapping[str, Wordbook]:
    """
    Read the words of a language, once.
    """
    content: Mapping[str, Wordbook] = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    return content


def _paragraph(written: str, paragraph: str) -> str:
    """
    Write one paragraph in HTML.
    """
    safe = html.escape(paragraph)
    if paragraph.startswith(("https://", "http://")) and " " not in paragraph:
        return f'<p><a href="{safe}" style="{_LINK}">{safe}</a></p>'
    if written == "{code}":
        return f'<p style="font-size:2em;letter-spacing:.15em"><strong>{safe}</strong></p>'
    return f"<p>{safe}</p>".replace("\n", "<br>")
