"""
Choose who takes a letter, and read what came back.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from service.decision.ids import OrganisationId
from service.delivery.gateway import SmsGateway
from service.delivery.stamps import Stamps
from service.records.mail import Carrier, Delivery, Letter, LetterId, Outcome

_FAILED = re.compile(r"^Action:\s*failed\b", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"^Status:\s*(5\.\d{1,3}\.\d{1,3})", re.IGNORECASE | re.MULTILINE)
_MOST_BYTES = 256 * 1024


class ByMail(Protocol):
    """
    Whatever takes mail: a server, or a folder.
    """

    def carry(self, organisation_id: OrganisationId, letter: Letter) -> Delivery:
        """
        Try once.
        """
        ...


@dataclass(frozen=True, slots=True)
class Carriers:
    """
    Everything that takes letters from this deployment.
    """

    mail: ByMail
    stamps: Stamps
    sms: SmsGateway | None = None
    """None: text messages go where mail goes, if that is a folder."""
    keeps_sms: bool = False

    @property
    def takes_sms(self) -> bool:
        """
        Tell whether text messages go anywhere.
        """
        return self.sms is not None or self.keeps_sms

    def carry(self, organisation_id: OrganisationId, letter: Letter) -> Delivery:
        """
        Try once; whatever goes wrong is an outcome, not an exception.
        """
        if letter.carrier is Carrier.SMS and self.sms is not None:
            return self.sms.carry(letter)
        if letter.carrier is Carrier.SMS and not self.keeps_sms:
            return Delivery(Outcome.REFUSED, "no gateway")
        return self.mail.carry(organisation_id, letter)

    def letter_named_by(self, returned: bytes) -> tuple[OrganisationId, LetterId, str] | None:
        """
        Read a delivery report (RFC 3464): whose letter failed, and how.

        Reports that say `delayed` or `delivered` name nothing.
        """
        text = returned[:_MOST_BYTES].decode("utf-8", errors="replace")
        status, named = _STATUS.search(text), self.stamps.read(text)
        if status is None or named is None or not _FAILED.search(text):
            return None
        return *named, status[1]
