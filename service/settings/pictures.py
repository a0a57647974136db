"""
What is kept of pictures, and how far one is read.
"""

from dataclasses import dataclass

from service.settings.reading import MEBIBYTE


@dataclass(frozen=True)
class PictureSettings:
    """
    Previews, drafts, and the limits of reading (threat T12).
    """

    previews: bool = True
    """`OBSTAT_PREVIEWS`: keep a small sealed preview of registered photos."""

    drafts_kept_hours: float = 24.0
    """`OBSTAT_DRAFTS_KEPT_HOURS`: how long a picture is kept between two steps."""
    drafts_max_count: int = 60
    """`OBSTAT_DRAFTS_MAX_COUNT`: such pictures of one person; the oldest make room."""
    drafts_max_bytes: int = 256 * MEBIBYTE
    """`OBSTAT_DRAFTS_MAX_BYTES`: all such pictures of one person."""

    picture_workers: int = 2
    """`OBSTAT_PICTURE_WORKERS`: processes that read pictures."""
    picture_max_bytes: int = 40 * MEBIBYTE
    """`OBSTAT_PICTURE_MAX_BYTES`: largest picture file."""
    picture_max_pixels: int = 100_000_000
    """`OBSTAT_PICTURE_MAX_PIXELS`: largest width times height."""
    picture_max_side_px: int = 30_000
    """`OBSTAT_PICTURE_MAX_SIDE_PX`: largest width or height."""
    picture_max_frames: int = 200
    """`OBSTAT_PICTURE_MAX_FRAMES`: most frames or pages."""
    picture_max_seconds: float = 15.0
    """`OBSTAT_PICTURE_MAX_SECONDS`: longest reading of one picture."""
    picture_max_memory_bytes: int = 1536 * MEBIBYTE
    """`OBSTAT_PICTURE_MAX_MEMORY_BYTES`: most memory for one picture."""
    picture_max_scans: int = 64
    """`OBSTAT_PICTURE_MAX_SCANS`: most passes of a progressive JPEG."""
    picture_max_metadata_bytes: int = 16 * MEBIBYTE
    """`OBSTAT_PICTURE_MAX_METADATA_BYTES`: most metadata, unpacked."""
    picture_max_stills: int = 200
    """`OBSTAT_PICTURE_MAX_STILLS`: moments of a clip looked at; pages of a document."""
    picture_max_clip_seconds: float = 1_800.0
    """`OBSTAT_PICTURE_MAX_CLIP_SECONDS`: longest clip."""
    picture_max_set_seconds: float = 60.0
    """`OBSTAT_PICTURE_MAX_SET_SECONDS`: longest reading of one clip or document."""
