"""
See what was sent, before any transaction that writes.

Reading and comparing take far longer than a decision, so nobody waits for them: the
pictures are read, whatever they may be copies of is looked up in a snapshot, and each
pair is compared where a hostile file can do no harm.  The transaction that answers looks
everything up again (`recognise.py`) if the register changed, so that nothing registered
meanwhile is missed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from service.decision.ids import OrganisationId, PhotoId
from service.records.photos import (
    FeaturesRecord,
    FingerprintRecord,
    Likeness,
    Recipes,
    ViewsRecord,
    whole_of,
)
from service.usecases.checks.question import Upload
from service.usecases.ports.comparing import ComparisonLike, ToCompare
from service.usecases.ports.database import Database
from service.usecases.ports.services import PictureLike, PictureReader
from service.usecases.ports.work import UnitOfWork

MAX_SIMILAR = 50
"""More resemblances than a human can compare add nothing to the doubt."""
MAX_ALIKE = 8
"""
Of a hundred thousand photos the right one is among so few in 97.0 % of changed pictures;
in 97.1 % it is among twelve, and comparing those takes half as long again.
"""
MAX_OF_ONE_WHOLE = 2
"""The stills of a clip resemble each other: a few of them stand for it."""
MAX_COMPARED = 12
"""Of a picture; its other resemblances stay what they are, a doubt."""
MAX_COMPARED_OF_SET = 120
"""Of all stills together."""


class Pair(NamedTuple):
    """
    A still of what was sent, by its number, and a registered photo.

    The only picture of a file that is no set has the number 0.
    """

    number: int
    photo_id: PhotoId


@dataclass(frozen=True, slots=True)
class Rules:
    """
    How pictures are looked for.
    """

    radius_bits: int
    """Of a fingerprint that may be of the same picture."""
    recipes: Recipes

    def views_of(self, picture: PictureLike) -> ViewsRecord:
        """
        Give what a picture is looked for with, part for part.
        """
        made = self.recipes.features
        return ViewsRecord(made.algorithm, made.version, picture.views)

    def features_of(self, picture: PictureLike) -> FeaturesRecord:
        """
        Give what a picture is known by, part for part.
        """
        made = self.recipes.features
        return FeaturesRecord(made.algorithm, made.version, picture.features, picture.sketch)


@dataclass(frozen=True, slots=True)
class Candidates:
    """
    The photos that one picture may be a copy of, the likeliest first.
    """

    near: tuple[PhotoId, ...] = ()
    """By their fingerprint."""
    alike: tuple[PhotoId, ...] = ()
    """By parts they share."""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """
    What was seen in one file.
    """

    read: PictureLike
    last_change: str = ""
    """Of the register when it was looked through: a later one may have more."""
    candidates: tuple[Candidates, ...] = ()
    """Of each picture."""
    compared: Mapping[Pair, ComparisonLike] = field(default_factory=dict)
    passed_over: frozenset[Pair] = frozenset()
    """Candidates for a part they share, and not compared: others share more."""

    @property
    def pictures(self) -> Sequence[PictureLike]:
        """
        Give the stills of a set, or the only picture.
        """
        return self.read.stills or (self.read,)


@dataclass(frozen=True, slots=True)
class Looker:
    """
    Read pictures, and compare them with the photos they may be copies of.
    """

    database: Database
    pictures: PictureReader
    rules: Rules

    def __call__(
        self, organisation_id: OrganisationId, uploads: Sequence[Upload]
    ) -> list[SeenFile]:
        """
        See each file; no transaction is open meanwhile.

        Raises:
            BadImage: A picture cannot be trusted.
            Busy: Every picture worker is occupied.
        """
        read = [
            self.pictures.read(each.content, filename=each.filename, with_preview=True)
            for each in uploads
        ]
        return [self._compared(organisation_id, each) for each in read]

    def _compared(self, organisation_id: OrganisationId, read: PictureLike) -> SeenFile:
        """
        Compare a file with whatever it may be a copy of.
        """
        with self.database.look(organisation_id) as work:
            seen = SeenFile(read, work.photos.last_change())
            seen = replace(seen, candidates=find_candidates(work, seen, self.rules))
            pairs = _worth_comparing(work, seen)
            chosen = _chosen(list(pairs), MAX_COMPARED_OF_SET if read.stills else MAX_COMPARED)
            wanted = list(dict.fromkeys(each.photo_id for each in chosen))
            kept = work.photos.likenesses(wanted, self.rules.recipes.features)
        compared: dict[Pair, ComparisonLike] = {}
        for number, picture in enumerate(seen.pictures):
            several = [each for each in chosen if each.number == number and each.photo_id in kept]
            if several and picture.preview_jpeg is not None:
                asked = [_to_compare(kept[each.photo_id], near=pairs[each]) for each in several]
                said = self.pictures.compare(picture.preview_jpeg, picture.views, asked)
                compared |= zip(several, said, strict=True)
        passed_over = frozenset(pairs.keys() - compared.keys())
        return replace(seen, compared=compared, passed_over=passed_over)


def _to_compare(likeness: Likeness, *, near: bool) -> ToCompare:
    return ToCompare(likeness.preview, likeness.features, near)


def find_candidates(work: UnitOfWork, seen: SeenFile, rules: Rules) -> tuple[Candidates, ...]:
    """
    Look up what every picture may be a copy of, or have parts of.
    """
    return tuple(
        Candidates()
        if each.textureless
        else Candidates(_near(work, each, rules), _alike(work, each, rules))
        for each in seen.pictures
    )


def _near(work: UnitOfWork, picture: PictureLike, rules: Rules) -> tuple[PhotoId, ...]:
    probes = [FingerprintRecord(each.algorithm, each.version, each.bits) for each in picture.probes]
    found = work.photos.near(probes, rules.radius_bits)
    return tuple(photo_id for photo_id, _ in found[:MAX_SIMILAR])


def _alike(work: UnitOfWork, picture: PictureLike, rules: Rules) -> tuple[PhotoId, ...]:
    return tuple(work.photos.alike(rules.views_of(picture), MAX_ALIKE)) if picture.views else ()


def _worth_comparing(work: UnitOfWork, seen: SeenFile) -> dict[Pair, bool]:
    """
    Give every pair that may be more than a resemblance, the likeliest of each first.

    Each with whether the fingerprint is near.  Who is found by the very pixels needs no
    comparison.
    """
    pairs: dict[Pair, bool] = {}
    for number, (picture, found) in enumerate(zip(seen.pictures, seen.candidates, strict=True)):
        known = {*work.photos.with_pixels(picture.digest_pixels)}
        for each in (*found.near, *found.alike):
            if each not in known:
                pairs.setdefault(Pair(number, each), each in found.near)
    return pairs


def _chosen(pairs: Sequence[Pair], limit: int) -> list[Pair]:
    """
    Choose what is compared: of each picture the likeliest, of one whole a few.
    """
    by_number: dict[int, list[Pair]] = {}
    for each in pairs:
        by_number.setdefault(each.number, []).append(each)
    fair = max(1, min(MAX_COMPARED, limit // max(1, len(by_number))))
    chosen = [
        pair for several in by_number.values() for pair in islice(_few_of_each(several), fair)
    ]
    return chosen[:limit]


def _few_of_each(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """
    Leave out all but a few stills of one whole.
    """
    count: dict[PhotoId, int] = {}
    for each in pairs:
        whole_id, _ = whole_of(each.photo_id)
        count[whole_id] = count.get(whole_id, 0) + 1
        if count[whole_id] <= MAX_OF_ONE_WHOLE:
            yield each
