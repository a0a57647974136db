"""
Put letters into a folder, for whoever tries things out.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from service.decision.ids import OrganisationId
from service.delivery.message import composed
from service.delivery.stamps import Stamps
from service.records.mail import Carrier, Delivery, Letter, Outcome

_OWNER_ONLY = 0o600
_FOLDER_OWNER_ONLY = 0o700


@dataclass(frozen=True, slots=True)
class FolderPostman:
    """
    Write each letter as a file; no letter ever leaves the machine.
    """

    folder: Path
    sender: str
    stamps: Stamps

    def carry(self, organisation_id: OrganisationId, letter: Letter) -> Delivery:
        """
        Write a file named by the letter: a second copy replaces the first.
        """
        try:
            if letter.carrier is Carrier.SMS:
                self._write(f"{letter.id}.txt", f"{letter.to}\n\n{letter.text}".encode())
            else:
                name = self.stamps.name(organisation_id, letter.id)
                message = composed(letter, name, self.sender)
                self._write(f"{letter.id}.eml", message.as_bytes())
        except ValueError:
            return Delivery(Outcome.REFUSED, "unsendable")
        except OSError as trouble:
            return Delivery(Outcome.POSTPONED, type(trouble).__name__, unreachable=True)
        return Delivery(Outcome.SENT, "folder")

    def _write(self, name: str, content: bytes) -> None:
        """
        Write the whole file or none, for its owner only.
        """
        self.folder.mkdir(mode=_FOLDER_OWNER_ONLY, parents=True, exist_ok=True)
        draft = self.folder / f".{name}.draft"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        draft.replace(self.folder / name)
