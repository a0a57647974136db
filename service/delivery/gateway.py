"""
Hand text messages to the HTTP gateway of a provider.

It gets `POST` with JSON `{"to", "text"}`, the letter's id as `Idempotency-Key` and a
bearer token; a reply of 2xx means that it took the message over.  Providers that speak
otherwise stand behind a few lines of their own.
"""

import http.client
import json
import ssl
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from service.records.mail import Delivery, Letter, Outcome

SECONDS = 15.0
_LATER = frozenset({408, 425, 429})
_OK, _REDIRECT, _CLIENT, _SERVER = 200, 300, 400, 500


@dataclass(frozen=True, slots=True)
class SmsGateway:
    """
    One provider: the address it takes messages at, and what lets us in.
    """

    url: str
    token: str = field(repr=False)

    def carry(self, letter: Letter) -> Delivery:
        """
        Try once; whatever goes wrong is an outcome, not an exception.
        """
        place = urlsplit(self.url)
        body = json.dumps({"to": letter.to, "text": letter.text}).encode()
        headers = {
            "authorization": f"Bearer {self.token}",
            "content-type": "application/json",
            "idempotency-key": letter.id,
        }
        try:
            with closing(self._connection()) as connection:
                connection.request("POST", place.path or "/", body, headers)
                status = connection.getresponse().status
        except (OSError, http.client.HTTPException) as trouble:
            return Delivery(Outcome.POSTPONED, type(trouble).__name__, unreachable=True)
        return Delivery(_outcome(status), str(status))

    def _connection(self) -> http.client.HTTPConnection:
        """
        Connect, under TLS unless the gateway stands on this very machine.
        """
        place = urlsplit(self.url)
        host = place.hostname or ""
        if place.scheme == "http":
            return http.client.HTTPConnection(host, place.port, timeout=SECONDS)
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, place.port, timeout=SECONDS, context=context)


def _outcome(status: int) -> Outcome:
    """
    Read a status; redirects are not followed: they would take the words elsewhere.
    """
    if _OK <= status < _REDIRECT:
        return Outcome.SENT
    if _CLIENT <= status < _SERVER and status not in _LATER:
        return Outcome.REFUSED
    return Outcome.POSTPONED
