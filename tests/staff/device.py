"""
A device that keeps passkeys, and the browser that it is asked through.

It signs as real ones do, so that what is read is what they say.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from struct import pack
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
)

HERE = "https://obstat.example"
FLAG = AuthenticatorData.FLAG


@dataclass
class Device:
    """
    One key that signs, for whatever page a browser shows.
    """

    origin: str = HERE
    rp_id: str = "obstat.example"
    counter: int = 0
    """How often it has signed; negative: it does not count."""
    in_a_frame: bool = False
    credential_id: bytes = field(default_factory=lambda: uuid4().bytes)
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, options: str) -> str:
        """
        Make a key, as a browser asks for it.
        """
        at = self.key.public_key().public_numbers()
        x, y = (each.to_bytes(32, "big") for each in (at.x, at.y))
        public = ES256({1: 2, 3: -7, -1: 1, -2: x, -3: y})
        made = AttestedCredentialData.create(Aaguid.NONE, self.credential_id, public)
        seen = self._seen(FLAG.UP | FLAG.UV | FLAG.AT, made)
        attested = AttestationObject.create("none", seen, {})
        client = self._client("webauthn.create", options)
        return self._answer(
            clientDataJSON=client, attestationObject=attested, transports=["internal", "odd"]
        )

    def sign(self, options: str) -> str:
        """
        Sign what a browser asks it to.
        """
        client, seen = self._client("webauthn.get", options), self._seen(FLAG.UP | FLAG.UV)
        signature = self.key.sign(seen + sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(clientDataJSON=client, authenticatorData=seen, signature=signature)

    def _seen(self, flags: AuthenticatorData.FLAG, made: bytes = b"") -> AuthenticatorData:
        self.counter += self.counter >= 0
        house = sha256(self.rp_id.encode()).digest()
        return AuthenticatorData(house + pack(">BI", flags, max(self.counter, 0)) + made)

    def _client(self, kind: str, options: str) -> bytes:
        said: dict[str, object] = {
            "type": kind,
            "challenge": json.loads(options)["challenge"],
            "origin": self.origin,
            "crossOrigin": self.in_a_frame,
        }
        return json.dumps(said).encode()

    def _answer(self, **response: bytes | list[str]) -> str:
        written = {
            name: websafe_encode(each) if isinstance(each, bytes) else each
            for name, each in response.items()
        }
        named = websafe_encode(self.credential_id)
        told = {"id": named, "rawId": named, "type": "public-key", "response": written}
        return json.dumps(told)
