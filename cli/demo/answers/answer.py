"""
Shape one answer.

A yes names channels one by one, or a group as it was on the form; a no may name
nothing at all and then means everywhere, also what is still to come.
"""

from dataclasses import dataclass
from datetime import date

from cli.demo.channels import FORM_CHANNELS
from cli.demo.forms.editions import FAMILY
from service.decision.terms import ActKind, Capacity, Matter, Method, Purpose

IMAGE_AND_NAME = frozenset({Matter.IMAGE, Matter.NAME, Matter.NAME_WITH_IMAGE})
EVERYWHERE_ASKED = FORM_CHANNELS
"""Every channel that the forms name; never those to come."""


@dataclass(frozen=True, slots=True)
class Answer:
    """
    One answer of one signatory about one person.
    """

    person: str
    signatory: str
    """The person's own slug when they answer for themselves."""
    capacity: Capacity
    kind: ActKind
    signed_on: date
    why: str
    channels: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    everywhere: bool = False
    matters: frozenset[Matter] = frozenset({Matter.IMAGE})
    purposes: frozenset[Purpose] = frozenset()
    """None: those of the form."""
    explicit: bool = False
    form: str = FAMILY
    version: int = 1
    language: str = "fr"
    """In which language the form was shown."""
    method: Method = Method.WEB
    expires_on: date | None = None
