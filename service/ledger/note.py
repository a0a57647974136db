"""
Write and open notes: text that keys vouch for (C2SP signed-note).

    <text, one line or many>
    <an empty line>
    — <key name> <base64 of key id and signature>

A signature of a key that we do not know is ignored, so that witnesses and new
algorithms can sign beside us.  A signature of a key that we know must hold, or the
whole note is refused.
"""

from collections.abc import Iterable

from service.ledger.failures import CheckpointRefused
from service.ledger.keys import (
    KEY_ID_BYTES,
    Signer,
    Verifier,
    check_characters,
    check_name,
    decode_base64,
    encode_base64,
)

MAX_SIGNATURES = 100
"""More is an attack on the reader; the specification asks for at least 16."""

_DASH = "\N{EM DASH} "


def sign_note(text: str, signers: Iterable[Signer]) -> str:
    """
    Return *text* with one signature line for each of *signers*.

    Raises:
        CheckpointRefused: If the text could be read as something else.
    """
    check_characters(text)
    if not text.endswith("\n"):
        raise CheckpointRefused("a note ends its text with a line feed")
    lines = [_write_signature(signer, text.encode()) for signer in signers]
    if not 0 < len(lines) <= MAX_SIGNATURES:
        raise CheckpointRefused(f"a note has 1 to {MAX_SIGNATURES} signatures")
    return f"{text}\n{''.join(lines)}"


def open_note(note: str, verifiers: Iterable[Verifier]) -> tuple[str, tuple[Verifier, ...]]:
    """
    Return the text of *note* and the keys that vouch for it, at least one.

    Raises:
        CheckpointRefused: If the note is malformed, a signature of a known key
            does not hold, or no known key signed.
    """
    check_characters(note)
    head, gap, tail = note.rpartition("\n\n")
    lines = tail.split("\n")
    if not gap or lines.pop() or len(lines) > MAX_SIGNATURES:
        raise CheckpointRefused("this is not a signed note")
    text, known, held = f"{head}\n", _by_name_and_id(verifiers), list[Verifier]()
    for line in lines:
        name, key, signature = _read_signature(line)
        verifier = known.get((name, key))
        if verifier is None:
            continue
        if verifier.check(verifier.public_key, signature, text.encode()) is not True:
            raise CheckpointRefused(f"the signature of {name}+{key.hex()} does not hold")
        held.append(verifier)
    if not held:
        ids = ", ".join(f"{name}+{key.hex()}" for name, key in signatures(note))
        raise CheckpointRefused(f"no key that is trusted here signed this, but {ids}")
    return text, tuple(held)


def signatures(note: str) -> tuple[tuple[str, bytes], ...]:
    """
    Return name and key id of every signature line, proving nothing.

    Raises:
        CheckpointRefused: If the note is malformed.
    """
    *lines, _ = note.rpartition("\n\n")[2].split("\n")
    return tuple(_read_signature(line)[:2] for line in lines)


def _by_name_and_id(verifiers: Iterable[Verifier]) -> dict[tuple[str, bytes], Verifier]:
    """
    Index *verifiers*, refusing two keys that nobody could tell apart.
    """
    known = dict[tuple[str, bytes], Verifier]()
    for verifier in verifiers:
        first = known.setdefault((verifier.name, verifier.key_id), verifier)
        if first.public_key != verifier.public_key:
            raise CheckpointRefused(f"two trusted keys are both {verifier.name}'s, with one id")
    return known


def _write_signature(signer: Signer, message: bytes) -> str:
    """
    Return the line by which *signer* vouches for *message*.
    """
    content = signer.key_id + signer.sign(message)
    return f"{_DASH}{check_name(signer.name)} {encode_base64(content)}\n"


def _read_signature(line: str) -> tuple[str, bytes, bytes]:
    """
    Return name, key id and signature of one signature line.
    """
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    content = decode_base64(encoded)
    if not line.startswith(_DASH) or len(content) <= KEY_ID_BYTES:
        raise CheckpointRefused("this is not a signature line")
    return check_name(name), content[:KEY_ID_BYTES], content[KEY_ID_BYTES:]
