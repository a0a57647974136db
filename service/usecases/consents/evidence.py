"""
Accept evidence: scans, recordings, messages, and the word of a witness.
"""

import hashlib

from service.decision.ids import EvidenceId
from service.decision.terms import Method
from service.errors import InvalidInput
from service.records.forms import Evidence
from service.usecases import text
from service.usecases.consents.act_details import EvidenceDetails
from service.usecases.ports.services import NewId

MAX_EVIDENCE_BYTES = 20 * 1024 * 1024
MEDIA_TYPES = frozenset(
    {
        *("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "image/tiff"),
        *("application/pdf", "message/rfc822", "text/plain"),
        *("audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav", "video/mp4", "video/webm"),
        # As phones call what their recorders and cameras make.
        *("audio/x-m4a", "audio/aac", "audio/x-wav", "audio/amr", "video/quicktime", "video/3gpp"),
    }
)
"""Kept as they came and only ever handed out as a download."""
WITNESSED = frozenset({Method.ORAL_WITNESSED, Method.PHONE})
"""What leaves no trace unless somebody says who heard it."""


def checked_evidence(details: EvidenceDetails, new_id: NewId) -> Evidence:
    """
    Accept a file as evidence.

    Raises:
        InvalidInput: Empty, too large, or not of a kind that is kept.
    """
    media_type = details.media_type.partition(";")[0].strip().lower()
    if media_type not in MEDIA_TYPES:
        message = f"Evidence is one of {', '.join(sorted(MEDIA_TYPES))}."
        raise InvalidInput(message, field="evidence.media_type")
    if not 0 < len(details.content) <= MAX_EVIDENCE_BYTES:
        message = f"Evidence has 1 to {MAX_EVIDENCE_BYTES} bytes."
        raise InvalidInput(message, field="evidence.content")
    return Evidence(
        id=EvidenceId(new_id()),
        media_type=media_type,
        digest=hashlib.sha256(details.content).hexdigest(),
        content=details.content,
        note=text.paragraphs(details.note, "evidence.note"),
    )


def written_down(note: str, field: str, new_id: NewId) -> Evidence | None:
    """
    Keep what somebody says about an act as evidence of its own, if any.

    Raises:
        InvalidInput: The note is no text.
    """
    words = text.paragraphs(note, field)
    if not words:
        return None
    return checked_evidence(EvidenceDetails("text/plain", words.encode()), new_id)
