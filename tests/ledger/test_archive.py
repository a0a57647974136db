"""
An archive is the one file that its members make; every trick is refused.
"""

import io
import stat
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ledger.archive import read_archive, write_archive
from service.ledger.failures import ArchiveRefused

MEMBERS = {"a.txt": b"one", "folder/b.json": b"{}", "z": b""}
FILE = write_archive(MEMBERS)
NAMES = st.from_regex(r"[a-z0-9][A-Za-z0-9_-]{0,8}(\.[a-z]{1,3})?", fullmatch=True)


@given(st.dictionaries(NAMES, st.binary(max_size=40), max_size=6))
def test_what_is_packed_is_unpacked(members: dict[str, bytes]) -> None:
    file = write_archive(members)

    assert members == read_archive(file)
    with zipfile.ZipFile(io.BytesIO(file)) as opened:
        assert None is opened.testzip()
        assert members == {name: opened.read(name) for name in opened.namelist()}


def test_the_order_of_packing_changes_nothing() -> None:
    assert FILE == write_archive(dict(reversed(MEMBERS.items())))


def test_every_changed_byte_is_noticed() -> None:
    for place in range(len(FILE)):
        for bit in (1, 0x80):
            broken = bytearray(FILE)
            broken[place] ^= bit
            with pytest.raises(ArchiveRefused):
                read_archive(bytes(broken))


def test_every_beginning_of_a_file_is_refused() -> None:
    for length in range(len(FILE)):
        with pytest.raises(ArchiveRefused):
            read_archive(FILE[:length])


@given(st.binary(max_size=400))
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(ArchiveRefused):
        read_archive(content)


def zipped(*members: tuple[zipfile.ZipInfo, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """
    Write a ZIP file as other programs do.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as opened:
        for member, content in members:
            member.compress_type = compression
            opened.writestr(member, content)
    return file.getvalue()


def named(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    """
    Describe a member as we do.
    """
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.external_attr, member.create_system, member.create_version = mode << 16, 3, 20
    return member


def refusal(content: bytes) -> str:
    """
    Give why a file is refused.
    """
    with pytest.raises(ArchiveRefused) as caught:
        read_archive(content)
    return caught.value.message


def test_a_plain_file_of_another_program_is_the_same_file() -> None:
    assert write_archive({"a": b"one"}) == zipped((named("a"), b"one"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_there_twice_is_refused() -> None:
    assert "twice" in refusal(zipped((named("a"), b"one"), (named("a"), b"two")))


@pytest.mark.parametrize(
    "name", ["../a", "/a", "a/../../b", "C:/a", "a\\b", "a//b", ".hidden", "a/", "A", "é", "a b"]
)
def test_a_name_that_could_leave_its_folder_is_refused(name: str) -> None:
    assert "no name for a member" in refusal(zipped((named(name), b"one")))


def test_a_link_is_refused() -> None:
    assert "not a plain file" in refusal(zipped((named("a", stat.S_IFLNK | 0o777), b"/etc")))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped((named("a"), bytes(10_000_000)), compression=zipfile.ZIP_DEFLATED)

    assert len(bomb) < 20_000
    assert "compressed" in refusal(bomb)


def changed(offset: int, *values: int, file: bytes = FILE) -> bytes:
    """
    Write other numbers into the directory, counted from its first member.
    """
    start = file.index(b"PK\1\2") + offset
    return file[:start] + bytes(values) + file[start + len(values) :]


def test_an_encrypted_member_is_refused() -> None:
    assert "encrypted" in refusal(changed(8, 1))


@pytest.mark.parametrize("offset", [20, 24])
def test_lies_about_sizes_are_refused(offset: int) -> None:
    assert "contradict" in refusal(changed(offset, 255, 255, 255, 255))
    assert "contradict" in refusal(changed(offset, 200))


def test_sizes_that_reach_beyond_are_refused() -> None:
    huge = struct.pack("<II", 2**30, 2**30)

    assert "beyond" in refusal(changed(20, *huge))


def test_the_extensions_of_zip64_are_refused() -> None:
    end = FILE[-22:]
    lying = FILE[:-22] + end[:16] + b"\xff" * 4 + end[20:]

    assert "ZIP64" in refusal(lying)


@pytest.mark.parametrize("more", [b"x", b"PK\5\6", FILE])
def test_bytes_before_or_behind_are_refused(more: bytes) -> None:
    with pytest.raises(ArchiveRefused):
        read_archive(more + FILE)
    if more != FILE:
        with pytest.raises(ArchiveRefused):
            read_archive(FILE + more)


def test_a_comment_is_refused() -> None:
    with pytest.raises(ArchiveRefused):
        read_archive(FILE[:-2] + b"\1\0x")


def test_a_member_that_the_directory_does_not_know_is_refused() -> None:
    hidden = write_archive({"a": b"one", "b": b"two"})
    listed = write_archive({"a": b"one"})
    directory = listed[listed.index(b"PK\1\2") : -22]
    start = hidden.index(b"PK\1\2")
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, len(directory), start, 0)

    assert "between" in refusal(hidden[:start] + directory + end)


def test_swapped_members_are_refused() -> None:
    one, two = named("b"), named("a")

    assert "order" in refusal(zipped((one, b"one"), (two, b"two")))


def test_nobody_packs_more_than_can_be_counted() -> None:
    with pytest.raises(ArchiveRefused):
        write_archive({f"m{number}": b"" for number in range(60_001)})
