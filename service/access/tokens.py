"""
Issue and recognise secrets that machines carry.

A secret is 256 random bits, so a plain SHA-256 is all that storing it needs: slow
hashes (argon2, bcrypt) make *guessable* secrets expensive to try, and nobody tries
2^256 values.  A slow hash here would only let strangers burn our processor with
wrong keys.
"""

import hashlib
import hmac
import secrets

_SECRET_BYTES = 32


class Tokens:
    """
    Make secrets, digest them, and compare in constant time.
    """

    def issue(self) -> str:
        """
        Give a new secret of 256 random bits, safe in a header and an address.
        """
        return secrets.token_urlsafe(_SECRET_BYTES)

    def digest(self, secret: str) -> bytes:
        """
        Give what may be stored of *secret*.
        """
        return hashlib.sha256(secret.encode()).digest()

    def matches(self, secret: str, digest: bytes) -> bool:
        """
        Tell whether *digest* is that of *secret*, in constant time.
        """
        return hmac.compare_digest(self.digest(secret), digest)
