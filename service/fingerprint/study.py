"""
From the bytes of a file to all that is kept of the picture in it.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from PIL import Image

from service.fingerprint.borders import Box, trimmed_box
from service.fingerprint.claims import (
    MADE_BY_PROGRAM,
    NO_CLAIMS,
    PARTLY_MADE_BY_PROGRAM,
    Claims,
)
from service.fingerprint.colour import UnusableProfileError, to_srgb
from service.fingerprint.decode import Decoded, decode, refusing_whatever_is_raised
from service.fingerprint.features.extract import describe_views
from service.fingerprint.metadata import claims_of
from service.fingerprint.perceptual import fingerprints, is_textureless, reduce_to_grey
from service.fingerprint.picture import UNREAD, Fingerprint, Format, Limits, Note, Picture
from service.fingerprint.preview import read_preview, write_preview
from service.fingerprint.refusals import too_many_bytes
from service.fingerprint.sets import gather, stills_of, worth_keeping
from service.fingerprint.sniff import recognise
from service.fingerprint.stills import Still
from service.fingerprint.thresholds import RECOGNISABLE_PX
from service.fingerprint.upright import Upright, UprightMaker, make_upright


def study_picture(
    data: bytes,
    *,
    digest_bytes: bytes,
    filename: str | None = None,
    with_preview: bool = False,
    limits: Limits | None = None,
) -> Picture:
    """
    Read the picture in *data*, or the set of pictures, under *limits*.

    This runs decoders on bytes from strangers in the calling process: the service
    calls it through `PicturePool`.

    Args:
        digest_bytes: SHA-256 of *data*, from the caller: a process that decodes is
            not one to say which file it was.

    Raises:
        BadImage: There is no picture, not all of one, or too much.
    """
    bounds = Limits() if limits is None else limits
    if len(data) > bounds.max_bytes:
        raise too_many_bytes(bounds)
    kind = recognise(data, filename)
    if kind.is_set:
        with refusing_whatever_is_raised(bounds):
            found = stills_of(data, kind, bounds)
            stills = (_still(each, kind, digest_bytes, with_preview=with_preview) for each in found)
            return gather(kind, digest_bytes, map(_described, worth_keeping(kind, stills)))
    with UprightMaker(file_digest=digest_bytes) as maker:
        decoded = decode(data, kind, bounds, maker.watch)
        with refusing_whatever_is_raised(bounds):
            upright = maker.finish(decoded)
            picture = _picture(decoded, upright, kind, digest_bytes, with_preview=with_preview)
            return _with_claims(picture, claims_of(decoded))


def _with_claims(picture: Picture, claims: Claims) -> Picture:
    """
    Add what the file says of itself; that no camera saw it, be it true or not, is noted.
    """
    if claims == NO_CLAIMS:
        return picture
    notes = {
        Note.MADE_BY_PROGRAM: claims.source_type in MADE_BY_PROGRAM,
        Note.PARTLY_MADE_BY_PROGRAM: claims.source_type in PARTLY_MADE_BY_PROGRAM,
    }
    noted = (note.value for note, holds in notes.items() if holds)
    return replace(picture, claims=claims, notes=(*picture.notes, *noted))


def _still(still: Still, kind: Format, digest_bytes: bytes, *, with_preview: bool) -> Picture:
    """
    Give what is kept of one picture of a set, but for what stands out in it.
    """
    upright = make_upright(still.decoded, file_digest=digest_bytes)
    picture = _picture(
        still.decoded, upright, kind, digest_bytes, with_preview=with_preview, with_views=False
    )
    # What shows nothing has nothing to be read.
    words = still.words.strip().removeprefix(UNREAD) if picture.textureless else still.words
    return replace(picture, at_seconds=still.at_seconds, page=still.page, words=words)


def _described(picture: Picture) -> Picture:
    """
    Look for what stands out in a still that is worth keeping.
    """
    views = _views(picture.preview_jpeg, textureless=picture.textureless)
    return replace(picture, views=views)


def _views(preview_jpeg: bytes | None, *, textureless: bool) -> bytes:
    """
    Look for what stands out in the preview, and in what it decodes to.

    That is what others will be compared with; and whoever looks again, with a later
    version, has nothing else.  It costs one millisecond more than looking before saving.
    """
    if preview_jpeg is None or textureless:
        return b""
    views = describe_views(read_preview(preview_jpeg))
    return views.to_bytes() if len(views.straight) else b""


def _picture(
    decoded: Decoded,
    upright: Upright,
    kind: Format,
    digest_bytes: bytes,
    *,
    with_preview: bool,
    with_views: bool = True,
) -> Picture:
    """
    Give what is kept of one decoded picture.
    """
    small, broken = _in_srgb(upright, decoded.profile)
    grey = reduce_to_grey(small, upright.small_box)
    is_tiny = max(upright.width_px, upright.height_px) < RECOGNISABLE_PX
    textureless = is_tiny or is_textureless(grey)
    # Before fingerprints and digest are asked for: they are made meanwhile, on another core.
    with ThreadPoolExecutor(max_workers=1) as aside:
        probes = aside.submit(_probes, grey, small, upright.small_box)
        preview = write_preview(small, upright) if with_preview else None
        views = _views(preview if with_views else None, textureless=textureless)
    notes = {
        Note.BROKEN_EXIF: decoded.broken_exif,
        Note.FIRST_FRAME_ONLY: decoded.frames > 1,
        Note.TRANSPARENT: upright.transparent,
        Note.BROKEN_PROFILE: broken,
    }
    return Picture(
        format=kind.value,
        width_px=upright.width_px,
        height_px=upright.height_px,
        frames=decoded.frames,
        digest_bytes=digest_bytes,
        digest_pixels=upright.digest.result(),
        fingerprint=probes.result()[0],
        probes=probes.result(),
        preview_jpeg=preview,
        views=views,
        textureless=textureless,
        notes=tuple(note.value for note, holds in notes.items() if holds),
    )


def _probes(grey: Image.Image, small: Image.Image, box: Box) -> tuple[Fingerprint, ...]:
    """
    Give what to search with: if there is a frame around the picture, also without it.
    """
    inner = trimmed_box(small, box)
    if inner is None:
        return fingerprints(grey)
    within = reduce_to_grey(small, inner)
    return fingerprints(grey) + (() if is_textureless(within) else fingerprints(within))


def _in_srgb(upright: Upright, profile: bytes | None) -> tuple[Image.Image, bool]:
    """
    Give the small picture in sRGB; tell whether its profile was ignored.
    """
    try:
        return to_srgb(upright.small, profile), False
    except UnusableProfileError:
        return to_srgb(upright.small, None), True
