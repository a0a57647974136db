"""
What a time authority says is read, and nothing else is taken for it.
"""

from datetime import UTC, datetime
from hashlib import sha256

import pytest

from service.ledger.failures import ExportBroken, ExportFlaw, ProofRefused
from service.ledger.stamp import query, read_reply
from service.ledger.stamped import check_stamps, stamp_members
from tests.ledger.logs import KEY, NEXT_KEY
from tests.ledger.stored import vectors

STAMPED = vectors("stamp")
"""Made by the time authority of OpenSSL, which verifies it, too."""
REPLY = bytes.fromhex(STAMPED["reply"])
DIGEST = sha256(STAMPED["note"].encode()).digest()
VERIFIERS = [key.verifier() for key in (KEY, NEXT_KEY)]


def test_the_answer_of_a_real_authority_is_read() -> None:
    stamp = read_reply(REPLY)

    assert (DIGEST, STAMPED["nonce"]) == (stamp.digest, stamp.nonce)
    assert datetime.fromisoformat(STAMPED["at"]) == stamp.at


def test_a_query_is_what_the_standard_says() -> None:
    asked = query(b"\x11" * 32, 0x80)

    algorithm = "300d06096086480165030402010500"
    assert f"303d0201013031{algorithm}0420{'11' * 32}020200800101ff" == asked.hex()


@pytest.mark.parametrize("place", range(0, len(REPLY), 7))
def test_broken_bytes_are_refused_or_read_as_something_else(place: int) -> None:
    broken = REPLY[:place] + bytes([REPLY[place] ^ 0xFF]) + REPLY[place + 1 :]
    try:
        stamp = read_reply(broken)
    except ProofRefused:
        return
    assert stamp.at.tzinfo is UTC


@pytest.mark.parametrize(
    "odd",
    [
        b"",
        b"\x30",
        b"\x30\x80\x00\x00",
        b"no",
        REPLY[:-1],
        REPLY + b"\x00",
        b"\x30\x03\x02\x01\x00",
    ],
)
def test_what_is_no_stamp_is_refused(odd: bytes) -> None:
    with pytest.raises(ProofRefused):
        read_reply(odd)


def test_an_authority_that_refuses_gives_no_stamp() -> None:
    with pytest.raises(ProofRefused, match="gave no stamp"):
        read_reply(bytes.fromhex("30053003020102"))


def test_a_stamp_in_an_export_is_of_a_head_that_is_continued() -> None:
    members = stamp_members(12, STAMPED["note"], REPLY)
    root = bytes.fromhex(vectors("log")["verified"]["root"])

    (found,) = check_stamps(members, {12: root}, VERIFIERS)
    assert (12, read_reply(REPLY).at) == (found.size, found.at)
    with pytest.raises(ExportBroken) as forked:
        check_stamps(members, {12: b"another root"}, VERIFIERS)
    assert ExportFlaw.FORKED is forked.value.flaw
    earlier = vectors("log")["checkpoints"][0]
    with pytest.raises(ExportBroken) as other:
        check_stamps(stamp_members(12, earlier, REPLY), {12: root}, VERIFIERS)
    assert ExportFlaw.STAMP is other.value.flaw
    with pytest.raises(ExportBroken, match="no time stamp"):
        check_stamps(stamp_members(12, STAMPED["note"], b"x"), {12: root}, VERIFIERS)
