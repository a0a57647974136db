"""
Read scans and recordings from files.
"""

import mimetypes
from pathlib import Path

from cli.terminal.reading import content_of
from service.errors import InvalidInput
from service.usecases.consents import EvidenceDetails

MOST_BYTES = 20 * 1024 * 1024
"""As much as is kept of one; the verb refuses what is larger."""


def scan_of(file: Path, media_type: str | None = None, note: str = "") -> EvidenceDetails:
    """
    Read a file as evidence; of what kind it is follows from its ending.

    Raises:
        InvalidInput: It cannot be read, or nobody knows what it is.
    """
    kind = media_type or mimetypes.guess_type(file.name)[0]
    if kind is None:
        message = f"What kind of file is {file.name}? Say it: --media-type application/pdf"
        raise InvalidInput(message)
    return EvidenceDetails(kind, content_of(file, MOST_BYTES), note)
