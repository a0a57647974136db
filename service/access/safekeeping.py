"""
Lock a file with a passphrase or a key file, and open it again.

    obstat backup 1 (a line)  length, header in the clear  length, chunk  length, chunk ...

Each chunk is sealed with AES-256-GCM under a key that scrypt makes of the secret and a
fresh salt.  Header, place and whether it is the last one are bound into each chunk: what
was changed, moved, cut off or added does not open.
"""

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from service.errors import InvalidInput

MAGIC = b"obstat backup 1\n"
CHUNK_BYTES = 1024 * 1024
MAX_HEADER_BYTES = 1024 * 1024

_SALT_BYTES, _KEY_BYTES, _LENGTH_BYTES, _PLACE_BYTES, _TAG_BYTES = 16, 32, 4, 12, 16
_SCRYPT_COST = 2**16
"""A guess takes 0.1 seconds and 64 MB."""


def lock(source: BinaryIO, target: BinaryIO, header: Mapping[str, Any], secret: bytes) -> None:
    """
    Write *source* to *target*, to be opened with *secret* only.
    """
    salt = os.urandom(_SALT_BYTES)
    head = json.dumps({**header, "salt": salt.hex()}, sort_keys=True).encode()
    target.write(MAGIC + _measured(head))
    cipher = AESGCM(_key(secret, salt))
    chunk, place = source.read(CHUNK_BYTES), 0
    while True:
        following = source.read(CHUNK_BYTES)
        sealed = cipher.encrypt(_nonce(place), chunk, _bound(head, is_last=not following))
        target.write(_measured(sealed))
        if not following:
            return
        chunk, place = following, place + 1


def unlock(source: BinaryIO, target: BinaryIO, secret: bytes) -> dict[str, Any]:
    """
    Write to *target* what was locked; give its header.

    Raises:
        InvalidInput: It is no backup, was changed, or has another secret.
    """
    head = _head(source)
    header = _parsed(head)
    cipher = AESGCM(_key(secret, bytes.fromhex(header["salt"])))
    chunks = list_ahead(_chunks(source))
    for place, (sealed, is_last) in enumerate(chunks):
        try:
            target.write(cipher.decrypt(_nonce(place), sealed, _bound(head, is_last=is_last)))
        except InvalidTag:
            message = "This backup does not open: another secret, or it was changed or cut off."
            raise InvalidInput(message, field="secret") from None
    return header


def list_ahead(chunks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """
    Give each chunk with whether it is the last one.
    """
    chunk = next(chunks, b"")
    for following in chunks:
        yield chunk, False
        chunk = following
    yield chunk, True


def _head(source: BinaryIO) -> bytes:
    if source.read(len(MAGIC)) != MAGIC:
        raise InvalidInput("This file is no backup of Obstat.", field="file")
    length = int.from_bytes(source.read(_LENGTH_BYTES), "big")
    if length > MAX_HEADER_BYTES:
        raise InvalidInput("This file is no backup of Obstat.", field="file")
    return source.read(length)


def _parsed(head: bytes) -> dict[str, Any]:
    try:
        header: dict[str, Any] = json.loads(head)
        bytes.fromhex(header["salt"])
    except (ValueError, KeyError, TypeError):
        raise InvalidInput("This file is no backup of Obstat.", field="file") from None
    return header


def _chunks(source: BinaryIO) -> Iterator[bytes]:
    while measured := source.read(_LENGTH_BYTES):
        length = int.from_bytes(measured, "big")
        chunk = source.read(min(length, CHUNK_BYTES + _TAG_BYTES))
        if len(chunk) < length:
            # Cut off, or the length itself was changed: no tag is over that.
            raise InvalidInput(
                "This backup does not open: it was changed or cut off.", field="file"
            )
        yield chunk


def _measured(content: bytes) -> bytes:
    return len(content).to_bytes(_LENGTH_BYTES, "big") + content


def _nonce(place: int) -> bytes:
    return place.to_bytes(_PLACE_BYTES, "big")


def _bound(head: bytes, *, is_last: bool) -> bytes:
    return head + bytes([is_last])


def _key(secret: bytes, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=_KEY_BYTES, n=_SCRYPT_COST, r=8, p=1).derive(secret)
