"""
Write and read the one ZIP file that some members make.

Members stand in the order of their names, stored as they are: no compression, no
times, no owners, permissions 644, nothing before, between or behind.  Equal members
are equal bytes on every machine, and every other file that a ZIP reader would open
is refused: names twice, links, encryption, bombs, lies about sizes.

Read here and not by `zipfile`, which forgives most of that.
"""

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

from service.ledger.failures import ArchiveRefused

MAX_MEMBERS = 60_000
"""Below what a ZIP counts to without the extensions of ZIP64."""
MAX_BYTES = 2**31 - 1

_NAME = re.compile(r"[a-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*", re.ASCII)
_LONGEST_NAME = 200
_STAMP = (0, 0x21)
"""Midnight of 1 January 1980: a ZIP cannot say `no time`."""
_VERSION, _MADE_BY, _REGULAR_FILE = 20, 0x0314, 0o100644 << 16
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_ENCRYPTED = 1
_ZIP64 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Listed:
    """
    What the directory at the end says of one member.
    """

    name: str
    size: int
    offset: int


def write_archive(members: Mapping[str, bytes]) -> bytes:
    """
    Return the ZIP file of *members*.

    Raises:
        ArchiveRefused: If a name is none that every system can write, or there is
            too much.
    """
    if len(members) > MAX_MEMBERS:
        raise ArchiveRefused("", f"an archive has at most {MAX_MEMBERS} members")
    parts, directory, offset = list[bytes](), list[bytes](), 0
    for name in sorted(members):
        content, encoded = members[name], _encoded(name)
        head = (0, 0, *_STAMP, crc32(content), len(content), len(content), len(encoded), 0)
        part = _LOCAL.pack(b"PK\3\4", _VERSION, *head) + encoded + content
        rest = (0, 0, 0, _REGULAR_FILE, offset)
        directory.append(_CENTRAL.pack(b"PK\1\2", _MADE_BY, _VERSION, *head, *rest) + encoded)
        parts.append(part)
        offset += len(part)
        if offset > MAX_BYTES:
            raise ArchiveRefused(name, "an archive has at most two gigabytes")
    listing = b"".join(directory)
    count = len(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*parts, listing, end))


def read_archive(content: bytes) -> dict[str, bytes]:
    """
    Return the members of a file that `write_archive` could have written.

    Raises:
        ArchiveRefused: For any other file, naming the member at which it shows.
    """
    members = dict[str, bytes]()
    begins = _start_of_directory(content)
    expected = 0
    for listed in _directory(content, begins):
        if listed.name in members:
            raise ArchiveRefused(listed.name, "the name stands there twice")
        if members and listed.name < next(reversed(members)):
            raise ArchiveRefused(listed.name, "members stand in the order of their names")
        if listed.offset != expected:
            raise ArchiveRefused(listed.name, "something stands before or between the members")
        start = listed.offset + _LOCAL.size + len(listed.name)
        expected = start + listed.size
        if expected > begins:
            raise ArchiveRefused(listed.name, "its content reaches beyond the members")
        members[listed.name] = content[start:expected]
    if expected != begins:
        raise ArchiveRefused("", "something stands before or between the members")
    _compare(content, members)
    return members


def check_name(name: str) -> str:
    """
    Return *name* if a member may bear it on any system.

    Raises:
        ArchiveRefused: For anything that leaves the folder it is unpacked into, or
            that two systems write differently.
    """
    is_sane = all(_NAME.fullmatch(part) for part in name.split("/"))
    if not is_sane or len(name) > _LONGEST_NAME:
        raise ArchiveRefused(name, "this is no name for a member")
    return name


def _encoded(name: str) -> bytes:
    return check_name(name).encode("ascii")


def _start_of_directory(content: bytes) -> int:
    """
    Find the directory, which nothing may follow but the last 22 bytes.
    """
    if len(content) < _END.size:
        raise ArchiveRefused("", "this is not a ZIP file, or its end is cut off")
    sign, disk, first, here, count, size, offset, comment = _END.unpack(content[-_END.size :])
    if sign != b"PK\5\6" or comment:
        raise ArchiveRefused("", "the file is cut off, or something follows its end")
    if _ZIP64 in (size, offset) or here != count or disk or first:
        raise ArchiveRefused("", "it claims other parts or the extensions of ZIP64")
    if int(offset) + int(size) != len(content) - _END.size:
        raise ArchiveRefused("", "its directory is not where its end says")
    return int(offset)


def _directory(content: bytes, begins: int) -> Iterator[_Listed]:
    """
    Yield what the directory says, refusing what no member of ours has.
    """
    at, end = begins, len(content) - _END.size
    while at < end:
        if end - at < _CENTRAL.size:
            raise ArchiveRefused("", "its directory is cut off")
        sign, *numbers = _CENTRAL.unpack(content[at : at + _CENTRAL.size])
        length = numbers[9]
        raw = content[at + _CENTRAL.size : at + _CENTRAL.size + length]
        name = check_name(raw.decode("ascii", "replace"))
        if sign != b"PK\1\2":
            raise ArchiveRefused(name, "its directory is broken")
        _check_plain(name, numbers)
        yield _Listed(name, numbers[8], numbers[15])
        at += _CENTRAL.size + length


def _check_plain(name: str, numbers: list[int]) -> None:
    """
    Refuse what is encrypted, compressed, linked or larger than it says.
    """
    flags, method = numbers[2], numbers[3]
    if flags & _ENCRYPTED:
        raise ArchiveRefused(name, "it is encrypted")
    if method:
        raise ArchiveRefused(name, "it is compressed: it could unpack to anything")
    if _ZIP64 in numbers[7:9] or numbers[7] != numbers[8] or numbers[10]:
        raise ArchiveRefused(name, "its sizes contradict each other")
    if numbers[14] != _REGULAR_FILE:
        raise ArchiveRefused(name, "it is not a plain file")


def _compare(content: bytes, members: Mapping[str, bytes]) -> None:
    """
    Refuse a file that says the same in other bytes.
    """
    written = write_archive(members)
    if written == content:
        return
    start = 0
    for name, member in members.items():
        end = start + _LOCAL.size + len(name) + len(member)
        if written[start:end] != content[start:end]:
            raise ArchiveRefused(name, "its bytes are not those that were packed")
        start = end
    raise ArchiveRefused("", "its directory is not the one that these members have")
