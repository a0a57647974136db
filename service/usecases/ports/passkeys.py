"""
Ask for passkeys: where they are kept, and what devices say.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import MemberId, PasskeyId, SessionId
from service.records.passkeys import Challenge, NewKey, Passkey, Signed
from service.records.staff import Member


class Devices(Protocol):
    """
    Talk to the devices that keep passkeys, through a browser.
    """

    @property
    def address(self) -> str:
        """
        Give the only address at which they answer; empty: at none that we have.
        """
        ...

    @property
    def host(self) -> str:
        """
        Give the name in that address: passkeys made for another do not answer.
        """
        ...

    def new_challenge(self) -> bytes:
        """
        Give octets that nobody can guess.
        """
        ...

    def ask_to_make(self, challenge: bytes, member: Member, known: Sequence[Passkey]) -> str:
        """
        Write what asks a device for a new key, unless it has a known one.
        """
        ...

    def made(self, challenge: bytes, answer: str) -> NewKey | None:
        """
        Read the key that a device made; None: it does not answer us.
        """
        ...

    def ask_to_sign(self, challenge: bytes, known: Sequence[Passkey]) -> str:
        """
        Write for a browser what asks one of the known keys to sign.
        """
        ...

    def signed(self, challenge: bytes, answer: str, known: Sequence[Passkey]) -> Signed | None:
        """
        Read which known key signed; None: none signed this for us.
        """
        ...


class Passkeys(Protocol):
    """
    The passkeys of those who work here.
    """

    def add(self, passkey: Passkey) -> None:
        """
        Write a passkey.

        Raises:
            AlreadyExists: Somebody of the organisation has it.
        """
        ...

    def list_of(self, member_id: MemberId) -> Sequence[Passkey]:
        """
        Give the passkeys of a member, oldest first.
        """
        ...

    def list_all(self) -> Sequence[Passkey]:
        """
        Give the passkeys of everybody, oldest first.
        """
        ...

    def keep(self, passkey: Passkey) -> None:
        """
        Write what is so now of a passkey, in place of what was.
        """
        ...

    def remove(self, passkey_id: PasskeyId) -> None:
        """
        Delete a passkey.
        """
        ...

    def drop_of(self, member_id: MemberId) -> None:
        """
        Delete every passkey of a member.
        """
        ...


class Challenges(Protocol):
    """
    What passkeys are asked to sign.
    """

    def ask(self, challenge: Challenge) -> None:
        """
        Write a challenge in place of every other of its session.
        """
        ...

    def take(self, session_id: SessionId) -> Challenge | None:
        """
        Give the challenge of a session, and delete it: nobody finds it again.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Delete what was over before an instant.
        """
        ...


class PasskeyWork(Protocol):
    """
    What a unit of work reaches of passkeys.
    """

    @property
    def passkeys(self) -> Passkeys:
        """
        Reach the passkeys of those who work here.
        """
        ...

    @property
    def challenges(self) -> Challenges:
        """
        Reach what passkeys are asked to sign.
        """
        ...
