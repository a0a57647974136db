"""
See again what is kept of photos that are named by their ids.

Who names a photo instead of sending it is asked the same about whatever it resembles:
another record of the same picture may name somebody who is missing here.  What is
compared is the preview, and that of each still; where none is kept, the fingerprint
alone says what is near.

Seeing takes long and says the same as long as no photo is registered: what was seen is
held until then, and let go when nobody asks.  An erased photo may still be held; it is in
no facts, so nothing is said of it.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from service.decision.ids import OrganisationId, PhotoId
from service.decision.terms import MatchClass
from service.errors import BadImage
from service.records.photos import FingerprintRecord, PhotoRecord, whole_of
from service.usecases.checks.looking import Looker, Rules, SeenFile
from service.usecases.checks.question import Upload
from service.usecases.checks.read_documents import PageOf
from service.usecases.checks.recognise import (
    CLASS_ORDER,
    MAX_MATCHES,
    STILL_AT_BEST,
    Recognition,
    closest_first,
    recognise,
)
from service.usecases.ports.work import UnitOfWork

HELD_PHOTOS: Final = 200
"""Of all organisations: those that posts are made of at the moment."""

Likeness = tuple[PhotoId, MatchClass]
_Key = tuple[OrganisationId, PhotoId]


@dataclass(frozen=True, slots=True)
class Kept:
    """
    What is known of a registered photo, or of one still of it.
    """

    is_still: bool
    fingerprint: FingerprintRecord | None = field(default=None, repr=False)
    seen: SeenFile | None = None
    """None without a preview that can be read."""


@dataclass(frozen=True, slots=True)
class SeenAgain:
    """
    Everything that was seen of a photo that is named by its id.
    """

    parts: Sequence[Kept] = ()
    last_change: str | None = None
    """Of the register when the likenesses were looked up; None: they were not."""
    likenesses: tuple[Likeness, ...] = ()
    pages: tuple[PageOf, ...] = ()
    """Of documents, that it is a copy of."""


@dataclass(frozen=True, slots=True)
class Seen:
    """
    Everything that was seen of a question before its transaction.
    """

    uploads: Sequence[SeenFile] = ()
    kept: Mapping[PhotoId, SeenAgain] = field(default_factory=dict)
    """Of each photo that is named by its id."""


NOTHING_SEEN = Seen()
"""Of a question without pictures, or about what is public already: a likeness takes
nothing down."""


class KeptLooker:
    """
    See registered photos again.
    """

    def __init__(self, look: Looker) -> None:
        """
        See with *look*; nothing is held yet.
        """
        self._look = look
        self._lock = Lock()
        self._held: OrderedDict[_Key, SeenAgain] = OrderedDict()
        self._used: set[_Key] = set()

    def held(self, work: UnitOfWork, photo_ids: Sequence[PhotoId]) -> dict[PhotoId, SeenAgain]:
        """
        Give what is held of these photos, and true in this transaction.
        """
        if not photo_ids:
            return {}
        last_change, found = work.photos.last_change(), dict[PhotoId, SeenAgain]()
        with self._lock:
            for photo_id in photo_ids:
                key = work.organisation_id, photo_id
                held = self._held.get(key)
                if held is not None and held.last_change == last_change:
                    self._held.move_to_end(key)
                    self._used.add(key)
                    found[photo_id] = held
        return found

    def __call__(
        self, organisation_id: OrganisationId, photo_ids: Sequence[PhotoId]
    ) -> Mapping[PhotoId, SeenAgain]:
        """
        See each photo, or give what is held; no transaction is open meanwhile.

        Raises:
            Busy: Every picture worker is occupied.
        """
        if not photo_ids:
            return {}
        with self._look.database.glance(organisation_id) as work:
            found = self.held(work, photo_ids)
        missing = [each for each in dict.fromkeys(photo_ids) if each not in found]
        return found | self._see(organisation_id, missing) if missing else found

    def forget_unused(self) -> None:
        """
        Let go what nobody asked for since last time: previews are in it.
        """
        with self._lock:
            for unused in self._held.keys() - self._used:
                del self._held[unused]
            self._used.clear()

    def _see(
        self, organisation_id: OrganisationId, photo_ids: Sequence[PhotoId]
    ) -> dict[PhotoId, SeenAgain]:
        """
        See photos, look up what they resemble, and hold that.
        """
        look = self._look
        with look.database.look(organisation_id) as work:
            parts = {photo_id: work.photos.parts_of(photo_id) for photo_id in photo_ids}
        kept = {
            photo_id: [
                _kept(look, organisation_id, each, is_still=each.id != photo_id)
                for each in several
                if not each.textureless
            ]
            for photo_id, several in parts.items()
        }
        # In a snapshot of what is committed: only that may be held.
        with look.database.look(organisation_id) as work:
            last_change = work.photos.last_change()
            seen = {
                photo_id: SeenAgain(several, last_change, *_looked_up(work, several, look.rules))
                for photo_id, several in kept.items()
            }
        self._hold({(organisation_id, each): seen[each] for each in seen if parts[each]})
        return seen

    def _hold(self, seen: Mapping[_Key, SeenAgain]) -> None:
        with self._lock:
            self._held |= seen
            self._used |= seen.keys()
            while len(self._held) > HELD_PHOTOS:
                self._held.popitem(last=False)


def _kept(
    look: Looker, organisation_id: OrganisationId, part: PhotoRecord, *, is_still: bool
) -> Kept:
    seen = None
    if part.preview is not None:
        with suppress(BadImage):
            [seen] = look(organisation_id, [Upload(part.preview)])
    return Kept(is_still, part.fingerprint, seen)


def registered(work: UnitOfWork, photo_id: PhotoId, seen: SeenAgain, rules: Rules) -> Recognition:
    """
    Speak of a photo by its id: it is that very photo, and resembles others.

    What it resembles is looked up again if the register changed since.
    """
    likenesses, pages = seen.likenesses, seen.pages
    if seen.parts and seen.last_change != work.photos.last_change():
        likenesses, pages = _looked_up(work, seen.parts, rules)
    found: dict[PhotoId, MatchClass] = {}
    for other_id, match in likenesses:
        if other_id != photo_id:
            found[other_id] = min(match, found.get(other_id, match), key=CLASS_ORDER.index)
    others = closest_first(found)[:MAX_MATCHES]
    return Recognition(((photo_id, MatchClass.SAME_BYTES), *others), pages=pages)


def _looked_up(
    work: UnitOfWork, kept: Sequence[Kept], rules: Rules
) -> tuple[tuple[Likeness, ...], tuple[PageOf, ...]]:
    """
    Give what a photo resembles, and the pages that it is a copy of.
    """
    likenesses: list[Likeness] = []
    pages: list[PageOf] = []
    for part in kept:
        if part.fingerprint is not None:
            near = work.photos.near([part.fingerprint], rules.radius_bits)
            likenesses += [(whole_of(each)[0], MatchClass.SIMILAR) for each, _ in near]
        if part.seen is not None:
            at_best = STILL_AT_BEST if part.is_still else MatchClass.SAME_BYTES
            found = recognise(work, part.seen, rules)
            likenesses += [
                (other_id, max(match, at_best, key=CLASS_ORDER.index))
                for other_id, match in found.matches
            ]
            pages += () if part.is_still else found.pages
    return tuple(likenesses), tuple(pages)
