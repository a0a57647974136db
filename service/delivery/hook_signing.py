"""
Sign messages to other programs (Standard Webhooks, symmetric).

The receiver takes its secret, computes the same over `id.timestamp.body`, and believes
the message if any of the signatures is equal and the timestamp of these minutes.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime

PREFIX = "whsec_"
_BYTES = 32


def new_secret() -> str:
    """
    Give a new secret: 32 random bytes.

    The specification asks for 24 to 64.
    """
    return PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()


def signed_headers(
    message_id: str, at: datetime, body: bytes, known: Iterable[str]
) -> dict[str, str]:
    """
    Give the headers that prove a message, signed with each secret.
    """
    timestamp = str(int(at.timestamp()))
    content = b".".join((message_id.encode(), timestamp.encode(), body))
    return {
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(f"v1,{_signature(each, content)}" for each in known),
    }


def _signature(secret: str, content: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    return base64.b64encode(hmac.digest(key, content, hashlib.sha256)).decode()
