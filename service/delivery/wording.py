"""
Find the words of letters, in the language of whoever reads them.

`words/LANGUAGE.json` holds for each kind of letter a subject, paragraphs, and a short
form for text messages.  A gap such as `{link}` that is a paragraph of its own stands out.
What an answer is about comes as `matter:image`: only here it is known in which language.
"""

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypedDict

from service.records.mail import LetterKind

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

    def __call__(self, kind: LetterKind, language: str, values: Mapping[str, str]) -> LetterWords:
        """
        Give the words in a language, or in the nearest one that there is.
        """
        spoken = language.partition("-")[0].lower()
        found = spoken if spoken in LANGUAGES else DEFAULT
        book = read_words(found)[kind.value]
        values = {name: _with_matters(value, found) for name, value in values.items()}
        paragraphs = [each.format_map(values) for each in book["body"]]
        shown = "\n".join(map(_paragraph, book["body"], paragraphs))
        return LetterWords(
            language=found,
            subject=book["subject"].format_map(values),
            text="\n\n".join(paragraphs) + "\n",
            html=f'<!doctype html><html lang="{found}"><meta charset="utf-8"><body {_BODY}>\n'
            f"{shown}\n</body></html>\n",
            short=book["short"].format_map(values),
        )


_MATTER: Final = re.compile(r"\bmatter:([a-z_]+)")
_BODY: Final = 'style="font:18px/1.5 sans-serif;max-width:36em;margin:1em auto;padding:0 1em"'
_LINK: Final = "padding:.7em 1em;border:2px solid;border-radius:.5em;display:inline-block"


def _with_matters(value: str, language: str) -> str:
    """
    Write what an answer is about as people say it.
    """
    matters = read_matters(language)
    return _MATTER.sub(lambda named: matters.get(named[1], named[1]), value)


@cache
def read_matters(language: str) -> Mapping[str, str]:
    """
    Read what can be asked about, in the words of a language, once.
    """
    file = FOLDER / "matters" / f"{language}.json"
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
