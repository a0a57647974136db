"""
Give accounts to those who work at the house, one for each role.

All have the same password, drawn once at random and kept beside the pictures; no second
factor is asked for, in this organisation alone.
"""

import secrets
from dataclasses import dataclass
from pathlib import Path

from cli.demo.house import DOMAIN
from cli.terminal.reading import write_anew
from service.decision.powers import Role

PASSWORD_FILE = "password.txt"  # noqa: S105 -- the name of a file
_GROUPS = 4


@dataclass(frozen=True, slots=True)
class Account:
    """
    Somebody who signs in, and as what.
    """

    slug: str
    name: str
    roles: tuple[Role, ...]
    shows: str
    """What one sees by signing in as them."""
    service: str = ""
    """Slug of the only service they see; empty: the whole house."""

    @property
    def email(self) -> str:
        """
        Give the address they sign in with.
        """
        return f"{self.slug.replace('-', '.')}@{DOMAIN}"


ACCOUNTS: tuple[Account, ...] = (
    Account("sarah-nguyen", "Sarah Nguyen", (Role.CHECKER,), "has a photo, asks, posts"),
    Account(
        "pieter-claes",
        "Pieter Claes",
        (Role.PUBLISHER,),
        "decides what Les Colibris publish",
        "colibris",
    ),
    Account(
        "julie-lemmens",
        "Julie Lemmens",
        (Role.PUBLISHER,),
        "decides what La Passerelle publishes",
        "passerelle",
    ),
    Account(
        "kwame-asante",
        "Kwame Asante",
        (Role.PUBLISHER,),
        "decides what L’Atelier publishes",
        "atelier",
    ),
    Account(
        "nora-lemaire",
        "Nora Lemaire",
        (Role.CHANNEL_MANAGER, Role.PUBLISHER),
        "keeps channels and forms",
    ),
    Account("ines-somers", "Ines Somers", (Role.REGISTRAR,), "enters people and answers"),
    Account(
        "olivier-hendrickx",
        "Olivier Hendrickx",
        (Role.DATA_PROTECTION_OFFICER,),
        "data-protection officer: reads everything",
    ),
    Account("isabelle-fontaine", "Isabelle Fontaine", (Role.ADMINISTRATOR,), "may do everything"),
)


def new_password(folder: Path) -> str:
    """
    Draw the password of every account, for the owner of *folder* alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / PASSWORD_FILE
    file.unlink(missing_ok=True)
    password = "-".join(secrets.token_hex(2) for _ in range(_GROUPS))
    with write_anew(file) as opened:
        opened.write(f"{password}\n".encode())
    return password


def password_in(folder: Path) -> str | None:
    """
    Give the password of every account; None: there are no accounts yet.
    """
    file = folder / PASSWORD_FILE
    return file.read_text("utf-8").strip() if file.exists() else None
