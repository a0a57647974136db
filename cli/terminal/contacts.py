"""
Take a contact: the human that a next step points to.
"""

from collections.abc import Callable
from typing import ParamSpec, TypedDict, TypeVar

import click

from service.decision.channels import Contact

P = ParamSpec("P")
T = TypeVar("T")


class ContactWords(TypedDict):
    """
    The words that make a contact.
    """

    contact: str
    role: str
    email: str
    phone: str


def with_contact(command: Callable[P, T]) -> Callable[P, T]:
    """
    Give a command the options of a contact.
    """
    options = (
        click.option("--contact", required=True, metavar="NAME", help="Whom people turn to."),
        click.option("--role", default="image rights", show_default=True, help="As what."),
        click.option("--email", required=True, metavar="ADDRESS", help="Address of the contact."),
        click.option("--phone", default="", metavar="NUMBER", help="Telephone of the contact."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def contact_of(words: ContactWords) -> Contact:
    """
    Put the contact together.
    """
    return Contact(words["contact"], words["role"], words["email"], words["phone"])
