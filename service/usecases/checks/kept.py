"""
See again what is kept of photos that are named by their ids.

Who names a photo instead of sending it is asked the same about whatever it resembles:
another record of the same picture may name somebody who is missing here.  What is
compared is the preview, and that of each still; where none is kept, the fingerprint
alone says what is near.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from service.decision.ids import OrganisationId, PhotoId
from service.decision.terms import MatchClass
from service.errors import BadImage
from service.records.photos import FingerprintRecord, PhotoRecord, whole_of
from service.usecases.checks.question import Upload
from service.usecases.checks.recognise import (
    CLASS_ORDER,
    MAX_MATCHES,
    STILL_AT_BEST,
    Recognition,
    closest_first,
    recognise,
)
from service.usecases.checks.sight import Looker, Rules, Sight
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What is known of a registered photo, or of one still of it.
    """

    is_still: bool
    fingerprint: FingerprintRecord | None = field(default=None, repr=False)
    sight: Sight | None = None
    """None without a preview that can be read."""


@dataclass(frozen=True, slots=True)
class Seen:
    """
    Everything that was seen of a question before its transaction.
    """

    uploads: Sequence[Sight] = ()
    kept: Mapping[PhotoId, Sequence[Kept]] = field(default_factory=dict)
    """Of each photo that is named by its id."""


NOTHING_SEEN = Seen()
"""Of a question without pictures, or about what is public already: a likeness takes
nothing down."""


def see_kept(
    look: Looker, organisation_id: OrganisationId, photo_ids: Sequence[PhotoId]
) -> Mapping[PhotoId, Sequence[Kept]]:
    """
    See registered photos again; no transaction is open meanwhile.

    Raises:
        Busy: Every picture worker is occupied.
    """
    if not photo_ids:
        return {}
    with look.database.look(organisation_id) as work:
        parts = {photo_id: work.photos.parts_of(photo_id) for photo_id in photo_ids}
    return {
        photo_id: [
            _kept(look, organisation_id, each, is_still=each.id != photo_id)
            for each in several
            if not each.textureless
        ]
        for photo_id, several in parts.items()
    }


def _kept(
    look: Looker, organisation_id: OrganisationId, part: PhotoRecord, *, is_still: bool
) -> Kept:
    sight = None
    if part.preview is not None:
        with suppress(BadImage):
            [sight] = look(organisation_id, [Upload(part.preview)])
    return Kept(is_still, part.fingerprint, sight)


def registered(
    work: UnitOfWork, photo_id: PhotoId, kept: Sequence[Kept], rules: Rules
) -> Recognition:
    """
    Speak of a photo by its id: it is that very photo, and resembles others.
    """
    found: dict[PhotoId, MatchClass] = {}
    for other_id, match in _likenesses(work, kept, rules):
        if other_id != photo_id:
            found[other_id] = min(match, found.get(other_id, match), key=CLASS_ORDER.index)
    others = closest_first(found)[:MAX_MATCHES]
    return Recognition(((photo_id, MatchClass.SAME_BYTES), *others))


def _likenesses(
    work: UnitOfWork, kept: Sequence[Kept], rules: Rules
) -> Iterator[tuple[PhotoId, MatchClass]]:
    for part in kept:
        if part.fingerprint is not None:
            for near_id, _ in work.photos.near([part.fingerprint], rules.radius_bits):
                yield whole_of(near_id)[0], MatchClass.SIMILAR
        if part.sight is not None:
            at_best = STILL_AT_BEST if part.is_still else MatchClass.SAME_BYTES
            for other_id, match in recognise(work, part.sight, rules).matches:
                yield other_id, max(match, at_best, key=CLASS_ORDER.index)
