"""
Forms as they stand on a page, and what a browser would send of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

import httpx

Pairs = Sequence[tuple[str, str]]

TYPED = frozenset({"text", "textarea", "email", "search", "tel", "url"})
"""Fields that show any text that was sent."""

_TAG = re.compile(r"<(/?(?:form|input|select|option|textarea|button))\b([^>]*)>([^<]*)")
_TOLD = re.compile(r'([\w-]+)(?:="([^"]*)")?')
_CHOSEN = frozenset({"radio", "checkbox"})
_UNSENT = frozenset({"submit", "button", "file"})
"""What is sent only if it is pressed, or picked."""


@dataclass(slots=True)
class Field:
    """
    One field; of a list, the first choice is made.
    """

    name: str
    type: str
    value: str = ""
    is_sent: bool = True


@dataclass(slots=True)
class Form:
    """
    One form, and the id by which buttons elsewhere on the page send it.
    """

    action: str
    method: str
    has_files: bool
    id: str = ""
    fields: list[Field] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """
        Name every field once.
        """
        return tuple(dict.fromkeys(each.name for each in self.fields))

    def untouched(self) -> Pairs:
        """
        Give what a browser sends if nobody typed or ticked anything.
        """
        return [(each.name, each.value) for each in self.fields if each.is_sent]


def forms_on(answer: httpx.Response) -> tuple[Form, ...]:
    """
    Read every form that is sent by POST; what is no page has none.
    """
    if "html" not in answer.headers.get("content-type", ""):
        return ()
    forms: list[Form] = []
    around: Form | None = None
    listed, is_chosen = Field("", "select"), False
    for tag, attributes, text in _TAG.findall(answer.text):
        told = {name: unescape(value) for name, value in _TOLD.findall(attributes)}
        if tag in {"form", "/form"}:
            around = _form(told) if tag == "form" else None
            forms += [around] if around else []
        elif tag == "option":
            if "selected" in told or not is_chosen:
                listed.value, is_chosen = told.get("value", ""), True
        elif not tag.startswith("/"):
            made = _field(tag, told, unescape(text))
            if tag == "select":
                listed, is_chosen = made, False
            forms += _put(made, told, forms, around)
    return tuple(each for each in forms if each.method == "post" and each.action)


def _form(told: dict[str, str]) -> Form:
    has_files = "multipart" in told.get("enctype", "")
    return Form(told.get("action", ""), told.get("method", "get"), has_files, told.get("id", ""))


def _field(tag: str, told: dict[str, str], text: str) -> Field:
    kind = told.get("type", "text") if tag == "input" else tag
    is_sent = kind not in _UNSENT and (kind not in _CHOSEN or "checked" in told)
    value = text.removeprefix("\n") if tag == "textarea" else told.get("value", "")
    return Field(told.get("name", ""), kind, value, is_sent)


def _put(
    made: Field, told: dict[str, str], forms: Sequence[Form], around: Form | None
) -> Iterator[Form]:
    """
    Put a field into its form; a button with an address of its own makes another one.
    """
    named = told.get("form", "")
    form = next((each for each in forms if named and each.id == named), around)
    if form is None:
        return
    if made.name:
        form.fields.append(made)
    if action := told.get("formaction", ""):
        yield Form(action, form.method, form.has_files, fields=form.fields)
