"""
A real provider of OpenID Connect on loopback, which signs with real keys.

It keeps the rules by itself: a code works once, for who asked, with its verifier.  What a
test wants otherwise is set before somebody is sent here.
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, unquote_plus, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from service.wiring import clock

CLIENT = "obstat-client"
SECRET = "s3cret of the client/+"
Claims = dict[str, Any]
Json = dict[str, Any]


def rsa_key(bits: int = 2048) -> RSAPrivateKey:
    """
    Make a key.
    """
    return generate_private_key(65537, bits)


def published(key: RSAPrivateKey, name: str = "one") -> Json:
    """
    Give what a provider publishes of a key.
    """
    public: Json = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
    return {"kty": "RSA", "n": public["n"], "e": public["e"], "kid": name, "use": "sig"}


@dataclass
class Account:
    """
    Who is signed in at the provider.
    """

    sub: str = "account-1"
    email: str = "nadia@jacinthes.example"
    more: Claims = field(default_factory=lambda: {"email_verified": True})


class Provider(ThreadingHTTPServer):
    """
    Send people back with a code, and give a token for it.
    """

    daemon_threads = True

    def __init__(self) -> None:
        """
        Listen on a port that is free.
        """
        super().__init__(("127.0.0.1", 0), _Handler)
        self.key = rsa_key()
        self.begin_anew()

    def begin_anew(self) -> None:
        """
        Be as a provider is.
        """
        self.keys = [published(self.key)]
        self.account = Account()
        self.claims: Claims = {}
        """What its tokens say otherwise; None: nothing of it."""
        self.sign: Callable[[Claims], str] = self.signed
        self.described: Json = {}
        """What it says of itself otherwise."""
        self.bodies: dict[str, tuple[int, bytes]] = {}
        """What is answered at a path, whatever was asked."""
        self.returned: dict[str, str] = {}
        """What it brings back otherwise than it should."""
        self.drips, self.stopping = Event(), Event()
        self.codes: dict[str, Json] = {}
        self.asked: list[str] = []
        self.tokens: list[str] = []
        self.now: Callable[[], float] | None = None

    @property
    def port(self) -> int:
        """
        Say where it listens.
        """
        return int(self.server_address[1])

    @property
    def issuer(self) -> str:
        """
        Give its address.
        """
        return f"http://127.0.0.1:{self.port}"

    def signed(self, claims: Claims) -> str:
        """
        Sign as it should.
        """
        return jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "one"})

    def description(self) -> Json:
        """
        Say what it is.
        """
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            **self.described,
        }

    def token(self, asked: Json) -> str:
        """
        Say who is signed in here.
        """
        at = self.now() if self.now else _present()
        claims = {
            "iss": self.issuer,
            "sub": self.account.sub,
            "aud": CLIENT,
            "exp": at + 300,
            "iat": at,
            "nonce": asked["nonce"],
            "email": self.account.email,
            **self.account.more,
            **self.claims,
        }
        return self.sign({name: each for name, each in claims.items() if each is not None})

    def redeem(self, form: dict[str, str], authorization: str) -> tuple[int, Json]:
        """
        Take a code back as RFC 6749 and RFC 7636 say.
        """
        if not _is_client(form, authorization):
            return 401, {"error": "invalid_client"}
        asked = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        right = (
            asked is not None
            and challenge == asked["code_challenge"]
            and form.get("redirect_uri") == asked["redirect_uri"]
        )
        if asked is None or not right:
            return 400, {"error": "invalid_grant"}
        self.tokens.append(self.token(asked))
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": self.tokens[-1]}


def _present() -> float:
    return clock().timestamp()


def _is_client(form: dict[str, str], authorization: str) -> bool:
    kind, _, text = authorization.partition(" ")
    if kind == "Basic":
        name, _, secret = base64.b64decode(text).decode().partition(":")
        return (unquote_plus(name), unquote_plus(secret)) == (CLIENT, SECRET)
    return (form.get("client_id"), form.get("client_secret")) == (CLIENT, SECRET)


class _Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        """
        Say what it is, or send somebody back.
        """
        parts = urlsplit(self.path)
        self.server.asked.append(parts.path)
        if self._is_prepared(parts.path):
            return
        if parts.path == "/.well-known/openid-configuration":
            self._say(200, json.dumps(self.server.description()).encode())
        elif parts.path == "/keys":
            self._say(200, json.dumps({"keys": self.server.keys}).encode())
        elif parts.path == "/authorize":
            self._send_back({name: each[-1] for name, each in parse_qs(parts.query).items()})
        else:
            self._say(404, b"{}")

    def do_POST(self) -> None:
        """
        Take a code back.
        """
        sent = self.rfile.read(int(self.headers["content-length"])).decode()
        self.server.asked.append(self.path)
        if self._is_prepared(self.path):
            return
        form = {name: each[-1] for name, each in parse_qs(sent).items()}
        status, said = self.server.redeem(form, self.headers.get("authorization", ""))
        self._say(status, json.dumps(said).encode())

    def _send_back(self, asked: dict[str, str]) -> None:
        code = secrets.token_urlsafe()
        self.server.codes[code] = asked
        brought = {"code": code, "state": asked["state"], **self.server.returned}
        self.send_response(302)
        self.send_header("location", f"{asked['redirect_uri']}?{urlencode(brought)}")
        self.send_header("content-length", "0")
        self.end_headers()

    def _is_prepared(self, path: str) -> bool:
        if self.server.drips.is_set():
            self._drip()
            return True
        if path not in self.server.bodies:
            return False
        self._say(*self.server.bodies[path])
        return True

    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        with suppress(OSError):  # whoever asked has heard enough
            self.wfile.write(body)

    def _drip(self) -> None:
        try:
            while self.server.drips.is_set():
                self.wfile.write(b"H")
                self.server.stopping.wait(0.05)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """
        Say nothing.
        """


@contextmanager
def providing() -> Iterator[Provider]:
    """
    Run a provider until the block ends.
    """
    with Provider() as provider:
        thread = Thread(target=provider.serve_forever, args=[0.01])
        thread.start()
        try:
            yield provider
        finally:
            provider.drips.clear()
            provider.stopping.set()
            provider.shutdown()
            thread.join()
