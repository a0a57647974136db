"""
Keep passwords so that a stolen database opens nothing.

Argon2id with the parameters that RFC 9106 section 4 recommends where memory is
scarce: 64 MiB, three passes, four lanes.  Each trial costs as much here as at a
thief's, so only a few run at once: a flood of wrong passwords cannot take the
memory from those who check pictures.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from itertools import pairwise
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.profiles import RFC_9106_LOW_MEMORY

from service.errors import Busy

AT_ONCE = 2
PATIENCE_SECONDS = 10.0
FEWEST_LETTERS = 5
"""Of different ones: `abcabcabcabc` has three."""
_LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
_NOBODY = (
    "$argon2id$v=19$m={each.memory_cost},t={each.time_cost},p={each.parallelism}"
    "$jIX2kyWt2rChK3pBdnI8VA$hPqYwaNnTnNmT3KLxT5o4v4yPqJ2bH5vD5kKpGk9bGQ"
)
"""Of no password anybody knows: whoever asks for a stranger waits as long."""


class Passwords:
    """
    Hash passwords, and tell whether one is right.
    """

    def __init__(self) -> None:
        """
        Read the commonest passwords.
        """
        self._hasher = PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._nobody = _NOBODY.format(each=RFC_9106_LOW_MEMORY)
        self._seats = BoundedSemaphore(AT_ONCE)
        shipped = resources.files("service.access") / "common_passwords.txt"
        self._common = frozenset(shipped.read_text("utf-8").split())

    def hash(self, password: str) -> str:
        """
        Give what may be stored of *password*.

        Raises:
            Busy: Too many passwords are being looked at.
        """
        with self._seat():
            return self._hasher.hash(_composed(password))

    def matches(self, password: str, stored: str | None) -> bool:
        """
        Tell whether *password* is right; nothing stored takes as long.

        Raises:
            Busy: Too many passwords are being looked at.
        """
        with self._seat():
            try:
                self._hasher.verify(stored or self._nobody, _composed(password))
            except (VerificationError, InvalidHashError):
                return False
        return stored is not None

    def is_outdated(self, stored: str) -> bool:
        """
        Tell whether *stored* was made with other parameters than today's.
        """
        return self._hasher.check_needs_rehash(stored)

    def is_common(self, password: str) -> bool:
        """
        Tell whether *password* is at heart one that everybody tries first.

        Digits and signs around a word and look-alikes in it hide nothing from those who
        guess: `P@ssw0rd2026!` is `password`.
        """
        plain = _composed(password).casefold()
        heart = plain.strip("0123456789!?.,;:#*+-_@$&%() ")
        spoken = "".join(letter for letter in plain.translate(_LOOKALIKES) if letter.isalpha())
        hearts = {plain, heart, spoken, heart.translate(_LOOKALIKES)}
        return not hearts.isdisjoint(self._common) or _is_monotonous(plain)

    @contextmanager
    def _seat(self) -> Iterator[None]:
        """
        Wait until there is memory for one more.
        """
        if not self._seats.acquire(timeout=PATIENCE_SECONDS):
            raise Busy("Many people are signing in; try again in a moment.")
        try:
            yield
        finally:
            self._seats.release()


def _composed(password: str) -> str:
    """
    Give the one form of *password*: keyboards write é in two ways (NIST SP 800-63B).
    """
    return unicodedata.normalize("NFKC", password)


def _is_monotonous(plain: str) -> bool:
    """
    Tell whether it is few letters again and again, or a run along the alphabet.
    """
    steps = {ord(after) - ord(before) for before, after in pairwise(plain)}
    return len(set(plain)) < FEWEST_LETTERS or len(steps) == 1
