"""
Find the registered photos that a picture is, or resembles.

`looking.py` has seen and compared what was sent, before the transaction.  Here, in the
transaction that answers, it is looked up by its bytes and pixels, and again by the rest if
the register changed, so that no photo registered meanwhile is missed.

What is sent may be many pictures, the stills of a clip or a document, and what is
registered too.  Each still is looked up like a picture, and what is found counts for
the whole it belongs to, with the places where it was seen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from service.decision.ids import PhotoId
from service.decision.photos import HOLDS_FOR_SURE, Photo, Picture, Resemblance
from service.decision.terms import MatchClass
from service.records.photos import CLIP_FORMATS, Place, whole_of
from service.usecases.checks.looking import Candidates, Pair, Rules, SeenFile, find_candidates
from service.usecases.checks.read_documents import PageOf, notes_on, pages_among, words_in
from service.usecases.ports.comparing import ComparisonLike
from service.usecases.ports.work import UnitOfWork

CLASS_ORDER = tuple(MatchClass)
MAX_MATCHES = 200
"""The stills of a clip may each resemble others."""
MAX_SIGHTINGS = 20
"""More places than a human looks at."""
COPIES = HOLDS_FOR_SURE | {MatchClass.VERIFIED_COPY}
"""Whoever is one of these may be published like the registered photo."""
PARTLY_SEEN = "first_frame_only"
"""Noted of an animation, and of several pages in one file."""
TOO_PLAIN = "too_little_to_recognise"
"""Noted of a picture that nothing tells from others."""
STILL_AT_BEST = MatchClass.ALTERED_COPY
"""A clip is more than its stills, a document more than is seen of its pages."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """
    Where in what was sent, and where in what is registered, a likeness is.

    Each None where that is a single picture.
    """

    sent: Place | None
    registered: Place | None

    @property
    def is_a_place(self) -> bool:
        """
        Tell whether it says more than that the two are alike.
        """
        return self.sent is not None or self.registered is not None


@dataclass(frozen=True, slots=True)
class Recognition:
    """
    The registered photos one picture was found to be, closest first.
    """

    matches: tuple[tuple[PhotoId, MatchClass], ...]
    textureless: bool = False
    notes: tuple[str, ...] = ()
    moving: bool = False
    sightings: Mapping[PhotoId, tuple[Sighting, ...]] = field(default_factory=dict)
    differences: Mapping[PhotoId, ComparisonLike] = field(default_factory=dict)
    """Where the picture differs from a photo that it is an altered copy of."""
    pages: tuple[PageOf, ...] = ()
    """On which stands, in registered documents, what a single picture is a copy of."""
    words: str | None = field(default="", repr=False)
    """What is written in a document, page after page; None: nobody knows any more."""

    def with_words(self, words: str | None) -> "Recognition":
        """
        Give the same with what is written in it.
        """
        return replace(self, words=words, notes=(*self.notes, *notes_on(words)))

    def picture(self, photos: Mapping[PhotoId, Photo]) -> Picture:
        """
        Give the picture as the rules see it, once its photos are gathered.
        """
        resemblances = tuple(
            Resemblance(photos[photo_id], match)
            for photo_id, match in self.matches
            if photo_id in photos
        )
        is_moving_photo = any(
            each.match is MatchClass.SAME_BYTES and each.photo.moving for each in resemblances
        )
        return Picture(
            resemblances=resemblances,
            textureless=self.textureless,
            moving=self.moving or is_moving_photo,
            partly_seen=PARTLY_SEEN in self.notes,
        )


def recognise(work: UnitOfWork, seen: SeenFile, rules: Rules) -> Recognition:
    """
    Look up what was seen, in this transaction.
    """
    found: dict[PhotoId, MatchClass] = {}
    places: dict[PhotoId, dict[Sighting, None]] = {}
    copied: list[PhotoId] = []
    for known_id, match, sent in _sightings(work, seen, rules):
        photo_id, registered_at = whole_of(known_id)
        sighting = Sighting(sent, registered_at)
        found[photo_id] = min(match, found.get(photo_id, match), key=CLASS_ORDER.index)
        if sighting.is_a_place:
            places.setdefault(photo_id, {})[sighting] = None
        if match in COPIES:
            copied.append(known_id)
    read = seen.read
    return Recognition(
        closest_first(found)[:MAX_MATCHES],
        read.textureless,
        tuple(read.notes),
        moving=read.format in CLIP_FORMATS,
        sightings={each: tuple(islice(where, MAX_SIGHTINGS)) for each, where in places.items()},
        differences={} if read.stills else _differences(seen, found),
        pages=pages_among(work, copied),
    ).with_words(words_in(read))


def very_photo(photo_id: PhotoId) -> Recognition:
    """
    Speak of what was let through: it is that photo, whatever resembles it.
    """
    return Recognition(((photo_id, MatchClass.SAME_BYTES),))


def _sightings(
    work: UnitOfWork, seen: SeenFile, rules: Rules
) -> Iterator[tuple[PhotoId, MatchClass, Place | None]]:
    """
    Give every photo or still that the file is found to be, and where in the file.
    """
    for photo_id in work.photos.with_bytes(seen.read.digest_bytes):
        yield photo_id, MatchClass.SAME_BYTES, None
    is_set = bool(seen.read.stills)
    is_unchanged = work.photos.last_change() == seen.last_change
    candidates = seen.candidates if is_unchanged else find_candidates(work, seen, rules)
    for number, picture in enumerate(seen.pictures):
        # A black moment and a blank page are in every clip and document.
        if is_set and picture.textureless:
            continue
        sent = Place(picture.at_seconds, picture.page) if is_set else None
        for photo_id, match in _look_up(work, number, seen, candidates[number]).items():
            at_best = max(match, STILL_AT_BEST, key=CLASS_ORDER.index) if is_set else match
            yield photo_id, at_best, sent


def _look_up(
    work: UnitOfWork, number: int, seen: SeenFile, candidates: Candidates
) -> Mapping[PhotoId, MatchClass]:
    """
    Find one picture, by what is seen, among all photos and stills.
    """
    pixels = seen.pictures[number].digest_pixels
    found: dict[PhotoId, MatchClass] = dict.fromkeys(
        work.photos.with_pixels(pixels), MatchClass.SAME_PIXELS
    )
    for photo_id in candidates.near:
        found.setdefault(photo_id, _compared(seen, Pair(number, photo_id)))
    for photo_id in candidates.alike:
        pair = Pair(number, photo_id)
        if pair in seen.compared or pair not in seen.passed_over:
            match = _compared(seen, pair, at_least=MatchClass.NONE)
            if match is not MatchClass.NONE:
                found.setdefault(photo_id, match)
    return found


def _compared(seen: SeenFile, pair: Pair, at_least: MatchClass = MatchClass.SIMILAR) -> MatchClass:
    """
    Give what comparing said; what was not compared resembles, until somebody looks.

    That is how a photo is met that was registered since, or has no preview.
    """
    comparison = seen.compared.get(pair)
    if comparison is None:
        return MatchClass.SIMILAR
    return min(MatchClass(comparison.match), at_least, key=CLASS_ORDER.index)


def _differences(
    seen: SeenFile, found: Mapping[PhotoId, MatchClass]
) -> Mapping[PhotoId, ComparisonLike]:
    """
    Give where a picture differs from those photos that it is an altered copy of.
    """
    return {
        photo_id: compared
        for photo_id, match in found.items()
        if match is MatchClass.ALTERED_COPY and (compared := seen.compared.get(Pair(0, photo_id)))
    }


def closest_first(found: Mapping[PhotoId, MatchClass]) -> tuple[tuple[PhotoId, MatchClass], ...]:
    """
    Order matches by class, the photo registered last first.
    """
    newest = sorted(found.items(), key=lambda item: item[0], reverse=True)
    return tuple(sorted(newest, key=lambda item: CLASS_ORDER.index(item[1])))
