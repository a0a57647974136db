"""
Name a letter to the outside: one name for all tries, never made up.

A receiver drops the second copy of a Message-ID it has seen (RFC 5322 section 3.6.4),
so that a letter sent again after a crash is read once.  Whoever returns a letter quotes
the name; the signature keeps strangers from declaring letters undeliverable.
"""

import hmac
import re
from dataclasses import dataclass, field

from service.decision.ids import OrganisationId
from service.records.mail import LetterId

_NAMED = re.compile(r"<([\w-]{1,64})\.([\w-]{1,64})\.([0-9a-f]{32})@", re.ASCII)
_MAC_LETTERS = 32


@dataclass(frozen=True, slots=True)
class Stamps:
    """
    Give letters their names, and recognise them.
    """

    key: bytes = field(repr=False)
    domain: str

    def name(self, organisation_id: OrganisationId, letter_id: LetterId) -> str:
        """
        Give the Message-ID of a letter.
        """
        mac = self._mac(organisation_id, letter_id)
        return f"<{letter_id}.{organisation_id}.{mac}@{self.domain}>"

    def read(self, text: str) -> tuple[OrganisationId, LetterId] | None:
        """
        Find the first name in a text that we gave.
        """
        for letter, organisation, mac in _NAMED.findall(text):
            found = OrganisationId(organisation), LetterId(letter)
            if hmac.compare_digest(mac, self._mac(*found)):
                return found
        return None

    def _mac(self, organisation_id: str, letter_id: str) -> str:
        named = f"{letter_id}.{organisation_id}".encode()
        return hmac.new(self.key, named, "sha256").hexdigest()[:_MAC_LETTERS]
