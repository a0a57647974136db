"""
Read what devices with passkeys say (W3C Web Authentication, level 3).

What we chose, and why:

*   A second factor stands beside a password, so that a device is asked to look who holds
    it ("preferred") and not refused if it cannot: a plain security key has no finger pad.
*   Nobody has to prove of which make a device is ("none"): any serves, and the proof
    would tell something about its owner.
*   The key stays on the device if that has room ("preferred"), as telephones expect it.
*   The origin is compared letter by letter; a name below ours is another house.
"""

import json
import logging
import struct
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import UnsupportedAlgorithm
from fido2 import cbor
from fido2.cose import CoseKey
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    AuthenticatorTransport,
    CollectedClientData,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from service.records.passkeys import NewKey, Passkey, Signed
from service.records.staff import Member

ALGORITHMS = (-7, -8, -257)
"""ECDSA and RSA with SHA-256, Ed25519: what every device of today speaks one of."""
LONGEST_ANSWER = 40_000
LONGEST_CREDENTIAL_ID = 1023
"""As the standard limits it (section 5.8.3)."""
TRANSPORTS = frozenset(each.value for each in AuthenticatorTransport)
WAITS_MILLISECONDS = 300_000
_ALGORITHM = 3
"""Under which label a COSE key says what it is for."""
_PREFERRED = UserVerificationRequirement.PREFERRED
_UNREADABLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    NotImplementedError,
    RecursionError,
    struct.error,
    UnsupportedAlgorithm,
)
"""What the library raises on octets that are no answer of a device."""

# At `info` it writes down credential ids, by which a device is known again.
logging.getLogger("fido2").setLevel(logging.WARNING)


class Ceremonies:
    """
    Make keys and check signatures for one address.
    """

    def __init__(self, address: str) -> None:
        """
        Work for the pages at *address*, an origin.
        """
        house = PublicKeyCredentialRpEntity(name="Obstat", id=urlsplit(address).hostname)
        none = AttestationConveyancePreference.NONE
        self._server = Fido2Server(house, none, verify_origin=lambda origin: origin == address)
        self._server.timeout = WAITS_MILLISECONDS  # type: ignore[assignment] # it says None only
        self._server.allowed_algorithms = [
            each for each in self._server.allowed_algorithms if each.alg in ALGORITHMS
        ]

    def ask_to_make(self, challenge: bytes, member: Member, known: Sequence[Passkey]) -> str:
        """
        Write for a browser what asks a device for a new key.
        """
        user = PublicKeyCredentialUserEntity(
            id=str(member.id).encode(), name=member.email, display_name=member.name
        )
        options, _ = self._server.register_begin(
            user,
            _described(known),
            resident_key_requirement=ResidentKeyRequirement.PREFERRED,
            user_verification=_PREFERRED,
            challenge=challenge,
        )
        return json.dumps(dict(options.public_key))

    def made(self, challenge: bytes, answer: str) -> NewKey | None:
        """
        Read the key that a device made; None: it does not answer us.
        """
        try:
            told = _read(answer)
            response = RegistrationResponse.from_dict(
                _parts(told, "clientDataJSON", "attestationObject")
            )
            found = self._server.register_complete(_state(challenge), response)
            key = found.credential_data
            if key is None or _is_framed(response.response.client_data):
                return None
            is_ours = key.credential_id == response.raw_id
            is_known = key.public_key.get(_ALGORITHM) in ALGORITHMS
            if not is_ours or not is_known or len(key.credential_id) > LONGEST_CREDENTIAL_ID:
                return None
            written = cbor.encode(key.public_key)
            transports = told["response"].get("transports") or ()
            ways = tuple(sorted({str(each) for each in transports} & TRANSPORTS))
        except _UNREADABLE:
            return None
        host = self._server.rp.id or ""
        return NewKey(bytes(key.credential_id), written, found.counter, ways, host)

    def ask_to_sign(self, challenge: bytes, known: Sequence[Passkey]) -> str:
        """
        Write for a browser what asks one of the known keys to sign.
        """
        options, _ = self._server.authenticate_begin(
            _described(known), user_verification=_PREFERRED, challenge=challenge
        )
        return json.dumps(dict(options.public_key))

    def signed(self, challenge: bytes, answer: str, known: Sequence[Passkey]) -> Signed | None:
        """
        Read which known key signed; None: none signed this for us.
        """
        try:
            response = AuthenticationResponse.from_dict(
                _parts(_read(answer), "clientDataJSON", "authenticatorData", "signature")
            )
            self._server.authenticate_complete(
                _state(challenge), [_credential(each.key) for each in known], response
            )
            if _is_framed(response.response.client_data):
                return None
        except _UNREADABLE:
            return None
        return Signed(bytes(response.raw_id), response.response.authenticator_data.counter)


def _read(answer: str) -> Mapping[str, Any]:
    """
    Read what a browser sent.

    Raises:
        ValueError: It is no answer, or far too long for one.
    """
    told = json.loads(answer) if len(answer) <= LONGEST_ANSWER else None
    if not isinstance(told, dict):
        message = "This is no answer of a device."
        raise ValueError(message)  # noqa: TRY004 -- caught above, with what the library raises
    return told


def _parts(told: Mapping[str, Any], *names: str) -> dict[str, object]:
    """
    Give the parts of an answer that are read, each a text.

    Of a number the library would make as many octets, be they more than there is memory.

    Raises:
        ValueError: One of them is something else.
        LookupError: One of them is missing.
    """
    octets = {name: told["response"][name] for name in names}
    if not all(isinstance(each, str) for each in (told["rawId"], *octets.values())):
        message = "This is no answer of a device."
        raise ValueError(message)
    return {"rawId": told["rawId"], "response": octets}


def _state(challenge: bytes) -> dict[str, object]:
    return {"challenge": websafe_encode(challenge), "user_verification": _PREFERRED}


def _is_framed(client: CollectedClientData) -> bool:
    """
    Tell whether a page of somebody else had ours inside it, which none may.
    """
    return bool(client.cross_origin)


def _described(known: Sequence[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(
            type=PublicKeyCredentialType.PUBLIC_KEY,
            id=each.key.credential_id,
            transports=[AuthenticatorTransport(way) for way in each.key.transports] or None,
        )
        for each in known
    ]


def _credential(key: NewKey) -> AttestedCredentialData:
    public: Any = cbor.decode(key.public_key)
    return AttestedCredentialData.create(Aaguid.NONE, key.credential_id, CoseKey.parse(public))
