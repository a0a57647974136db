"""
What is locked opens with its secret, whole or not at all.
"""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.access import safekeeping
from service.access.safekeeping import CHUNK_BYTES, lock, unlock
from service.errors import InvalidInput

SECRET = b"correct horse battery"


def locked(content: bytes, secret: bytes = SECRET) -> bytes:
    """
    Lock some bytes.
    """
    target = io.BytesIO()
    lock(io.BytesIO(content), target, {"heads": ["one"]}, secret)
    return target.getvalue()


def opened(content: bytes, secret: bytes = SECRET) -> bytes:
    """
    Open what was locked.
    """
    target = io.BytesIO()
    unlock(io.BytesIO(content), target, secret)
    return target.getvalue()


FILE = locked(b"everything")


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, 2 * CHUNK_BYTES + 7])
def test_what_is_locked_opens(size: int) -> None:
    content = bytes(index % 251 for index in range(size))

    assert content == opened(locked(content))


def test_the_header_is_read_without_the_secret() -> None:
    assert b'"heads": ["one"]' in FILE


def test_another_secret_opens_nothing() -> None:
    with pytest.raises(InvalidInput, match="another secret"):
        opened(FILE, b"another secret altogether")


@settings(max_examples=25, deadline=None)
@given(st.integers(0, len(FILE) - 1), st.integers(1, 255))
def test_every_changed_byte_is_noticed(place: int, change: int) -> None:
    broken = bytearray(FILE)
    broken[place] ^= change

    with pytest.raises(InvalidInput):
        opened(bytes(broken))


def test_a_chunk_is_as_long_as_the_file_says() -> None:
    sealed_bytes = len(b"everything") + 16
    place = len(FILE) - sealed_bytes - 1
    longer = FILE[:place] + bytes([sealed_bytes + 1]) + FILE[place + 1 :]

    with pytest.raises(InvalidInput, match="changed or cut off"):
        opened(longer)


def test_chunks_are_neither_cut_off_nor_swapped_nor_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safekeeping, "CHUNK_BYTES", 4)
    file = locked(b"aaaabbbbcccc")
    size = 4 + 4 + 16
    head, chunks = (
        file[: -3 * size],
        [file[-3 * size :][n * size : (n + 1) * size] for n in range(3)],
    )

    for order in ((0, 1), (1, 0, 2), (0, 1, 2, 2), (0, 2), ()):
        with pytest.raises(InvalidInput):
            opened(head + b"".join(chunks[each] for each in order))


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"obstat backup 1\n", b"obstat backup 1\n\0\0\0\2{}"]
)
def test_anything_else_is_no_backup(content: bytes) -> None:
    with pytest.raises(InvalidInput):
        opened(content)
