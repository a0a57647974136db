"""
Accept a password, or say why not (NIST SP 800-63B, ASVS 6.2).

Long, not composed: no rule asks for digits or signs, nothing expires, spaces are
letters.  Refused is what everybody tries first.
"""

from service.errors import InvalidInput
from service.records.staff import Member
from service.usecases.ports.proving import Passwords

SHORTEST = 10
LONGEST = 200
_WORTH_COMPARING = 4
_OURS = ("obstat",)


def accepted_password(password: str, member: Member, house: str, passwords: Passwords) -> str:
    """
    Accept a password that *member* of *house* chose.

    Raises:
        InvalidInput: Too short, too long, or one that is tried first.
    """
    if len(password) < SHORTEST:
        raise InvalidInput(f"A password has at least {SHORTEST} characters.", field="password")
    if len(password) > LONGEST:
        raise InvalidInput(f"A password has at most {LONGEST} characters.", field="password")
    if passwords.is_common(password) or _says_who(password, member, house):
        message = "This is one of the passwords that are tried first; take a longer sentence."
        raise InvalidInput(message, field="password")
    return password


def _says_who(password: str, member: Member, house: str) -> bool:
    """
    Tell whether little is left without the names of member, house and program.
    """
    rest = password.casefold()
    local, _, domain = member.email.partition("@")
    words = {member.email, local, domain, *local.split("."), *member.name.split(), house, *_OURS}
    for word in sorted((each.casefold() for each in words), key=len, reverse=True):
        if len(word) >= _WORTH_COMPARING:
            rest = rest.replace(word, "")
    return rest != password.casefold() and len(set(rest)) <= _WORTH_COMPARING
