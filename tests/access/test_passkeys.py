"""
What devices say: the right one, for this address, to this question, and nothing else.
"""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.access.passkeys import PasskeyDevices, address_of
from service.decision.ids import MemberId, PasskeyId
from service.records.passkeys import Passkey
from tests.persistence.ground import NOW
from tests.persistence.make_staff import make_member
from tests.staff.device import HERE, Device

DEVICES = PasskeyDevices(f"{HERE}/")
CHALLENGE = b"thirty-two octets that are known"
OTHER_CHALLENGE = b"thirty-two octets that are other"
MAKE = DEVICES.ask_to_make(CHALLENGE, make_member(), [])
SIGN = DEVICES.ask_to_sign(CHALLENGE, [])
KEPT = Device()


def kept(device: Device) -> Passkey:
    """
    Take a device into use.
    """
    key = DEVICES.made(CHALLENGE, device.make(MAKE))
    assert key is not None
    return Passkey(PasskeyId("one"), MemberId("member-nadia"), "one", key, NOW)


PASSKEY = kept(KEPT)
MADE, SIGNED = KEPT.make(MAKE), KEPT.sign(SIGN)


@pytest.mark.parametrize(
    ("pages_url", "address"),
    [
        ("https://obstat.example", "https://obstat.example"),
        ("https://Obstat.Example:443/", "https://obstat.example"),
        ("https://obstat.example:8443", "https://obstat.example:8443"),
        ("https://hôpital.example", "https://xn--hpital-ixa.example"),
        ("http://localhost:8750", "http://localhost:8750"),
        ("http://obstat.example", ""),
        ("http://127.0.0.1:8750", ""),
        ("https://192.0.2.7", ""),
        ("https://[2001:db8::1]", ""),
        ("http://mylocalhost", ""),
        ("https://obstat..example", ""),
    ],
)
def test_passkeys_work_at_a_name_over_https_alone(pages_url: str, address: str) -> None:
    assert address == address_of(pages_url)


def test_a_device_is_asked_for_no_proof_of_its_make() -> None:
    asked = json.loads(DEVICES.ask_to_make(CHALLENGE, make_member(), [PASSKEY]))

    assert ("none", "obstat.example") == (asked["attestation"], asked["rp"]["id"])
    assert "preferred" == asked["authenticatorSelection"]["userVerification"]
    assert 1 == len(asked["excludeCredentials"])


def test_a_key_is_made_and_signs() -> None:
    signed = DEVICES.signed(CHALLENGE, SIGNED, [PASSKEY])

    assert ("internal",) == PASSKEY.key.transports
    assert signed is not None
    assert PASSKEY.key.credential_id == signed.credential_id
    assert signed.counter > PASSKEY.key.counter


@pytest.mark.parametrize(
    "device",
    [
        replace(KEPT, origin="https://obstat.example.evil.example"),
        replace(KEPT, origin="http://obstat.example"),
        replace(KEPT, origin="https://sub.obstat.example"),
        replace(KEPT, origin="https://obstat.example:8443"),
        replace(KEPT, rp_id="example"),
        replace(KEPT, in_a_frame=True),
    ],
    ids=["other name", "no encryption", "name below", "other port", "other house", "frame"],
)
def test_what_was_said_elsewhere_counts_for_nothing(device: Device) -> None:
    assert None is DEVICES.made(CHALLENGE, device.make(MAKE))
    assert None is DEVICES.signed(CHALLENGE, device.sign(SIGN), [PASSKEY])


def test_an_answer_to_another_question_counts_for_nothing() -> None:
    assert None is DEVICES.made(OTHER_CHALLENGE, MADE)
    assert None is DEVICES.signed(OTHER_CHALLENGE, SIGNED, [PASSKEY])
    assert None is DEVICES.made(CHALLENGE, SIGNED)
    assert None is DEVICES.signed(CHALLENGE, MADE, [PASSKEY])


def test_a_key_of_somebody_else_signs_nothing() -> None:
    stranger = Device()

    assert None is DEVICES.signed(CHALLENGE, stranger.sign(SIGN), [PASSKEY])
    stranger.credential_id = KEPT.credential_id
    assert None is DEVICES.signed(CHALLENGE, stranger.sign(SIGN), [PASSKEY])
    assert None is DEVICES.signed(CHALLENGE, SIGNED, [])


def test_where_no_passkey_works_none_is_read() -> None:
    nowhere = PasskeyDevices("http://127.0.0.1:8750")

    assert None is nowhere.made(CHALLENGE, MADE)
    assert None is nowhere.signed(CHALLENGE, SIGNED, [PASSKEY])


@given(st.text(max_size=60))
def test_whatever_is_sent_is_an_answer_or_nothing(sent: str) -> None:
    assert None is DEVICES.made(CHALLENGE, sent)
    assert None is DEVICES.signed(CHALLENGE, sent, [PASSKEY])


@pytest.mark.parametrize("part", ["rawId", "signature", "authenticatorData", "clientDataJSON"])
def test_a_number_in_place_of_octets_costs_no_memory(part: str) -> None:
    told = json.loads(SIGNED)
    (told if part == "rawId" else told["response"])[part] = 10**12

    assert None is DEVICES.signed(CHALLENGE, json.dumps(told), [PASSKEY])


@given(st.data())
def test_a_broken_answer_signs_nothing(data: st.DataObject) -> None:
    for whole in (MADE, SIGNED):
        told = json.loads(whole)
        part = data.draw(st.sampled_from(sorted(told["response"])))
        value = told["response"][part]
        junk = st.none() | st.integers() | st.lists(st.text(max_size=2)) | st.text(max_size=80)
        if isinstance(value, str):
            at = data.draw(st.integers(0, len(value) - 2))
            letter = "A" if value[at] != "A" else "B"
            junk |= st.just(value[:at] + letter + value[at + 1 :]) | st.just(value[:at])
        told["response"][part] = data.draw(junk)
        DEVICES.made(CHALLENGE, json.dumps(told))
        signed = DEVICES.signed(CHALLENGE, json.dumps(told), [PASSKEY])
        assert signed is None or told == json.loads(whole)
