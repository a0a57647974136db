"""
Take stills out of a clip: MP4, MOV or WebM.

The packets of the clip are listed without decoding them, which tells when each picture
is shown and which of them stand alone (key frames).  A short clip is then decoded
whole and seen once a second; of a long one the key frames only.  Nothing is believed
that a header says of its length, and nothing is read but the bytes at hand: the kind of
container is given by name, only the decoders listed here open, and a clip that asks
for another file is refused.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from fractions import Fraction
from io import BytesIO
from typing import Final, NoReturn

import av
import av.logging
from av import VideoFrame
from av.container import InputContainer
from av.packet import Packet
from av.stream import Disposition
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream
from PIL import Image

from service.fingerprint.boxes import inspect_boxes
from service.fingerprint.decode import Decoded
from service.fingerprint.picture import Format, Limits
from service.fingerprint.refusals import Reason, refusal, too_many_pixels
from service.fingerprint.stills import Still
from service.fingerprint.webm import inspect_webm

Packets = Sequence["Packet[VideoStream]"]

_CONTAINERS: Final = {Format.MP4: "mov", Format.MOV: "mov", Format.WEBM: "matroska"}
_INSPECTIONS: Final = {
    Format.MP4: inspect_boxes,
    Format.MOV: inspect_boxes,
    Format.WEBM: inspect_webm,
}
_CODECS: Final = ("h264", "hevc", "vp8", "vp9", "libdav1d", "av1", "mpeg4", "mjpeg", "prores")
_OPTIONS: Final = {"codec_whitelist": ",".join(_CODECS), "protocol_whitelist": "none"}
_PIXELS_WORTH_DECODING: Final = 2_000_000_000
"""Of all frames together: a minute of 720p, about five seconds of work."""
_MOST_PACKETS: Final = 200_000
"""An hour at 50 frames a second."""
_SECONDS_BETWEEN: Final = 1
_ORIENTATIONS: Final = {0: 1, 90: 8, 180: 3, 270: 6}
"""By degrees counter-clockwise that a player turns each frame, as in EXIF."""


def stills_of_clip(data: bytes, kind: Format, limits: Limits) -> Iterator[Still]:
    """
    Decode the clip in *data* and give at most one still a second.

    Raises:
        BadImage: It ends early, is too long or too large, or shows nothing.
    """
    _INSPECTIONS[kind](data)
    av.logging.set_level(None)
    film = av.open(
        BytesIO(data),
        "r",
        format=_CONTAINERS[kind],
        container_options=dict(_OPTIONS),
        io_open=_refuse_to_open,
    )
    with closing(film):
        track = _track_of(film, limits)
        packets = _packets_of(film, track)
        times = [_seconds(each.pts, each.dts, track) for each in packets]
        begins_at, ends_at = min(times), max(times)
        length = ends_at - begins_at
        if length > limits.max_clip_seconds:
            raise refusal(Reason.TOO_LONG, limit=limits.max_clip_seconds // 60)
        distance = max(Fraction(_SECONDS_BETWEEN), length / limits.max_stills)
        yield from _spaced(_frames(track, packets), track, begins_at, distance, limits)


def _refuse_to_open(*_: object) -> NoReturn:
    """
    Refuse the other file that a clip wants to have opened.
    """
    raise refusal(Reason.ELSEWHERE)


def _track_of(film: InputContainer, limits: Limits) -> VideoStream:
    """
    Give the one track of moving pictures, ready to decode.
    """
    tracks = [
        each for each in film.streams.video if not each.disposition & Disposition.attached_pic
    ]
    if not tracks:
        raise refusal(Reason.NO_PICTURES)
    if len(tracks) > 1:
        raise refusal(Reason.SEVERAL_FILMS)
    (track,) = tracks
    decoder: VideoCodecContext | None = track.codec_context
    if decoder is None or decoder.name not in _CODECS:
        raise refusal(Reason.UNSUPPORTED_FORMAT, kind="a video in an unusual coding")
    _check_size(decoder.width, decoder.height, limits)
    # One thread a worker: the pool decides how many cores are used.
    decoder.thread_count = 1
    return track


def _packets_of(film: InputContainer, track: VideoStream) -> Packets:
    """
    List everything of *track* that is there, and see that it is all there.
    """
    packets = []
    for packet in film.demux(track):
        if packet.is_corrupt:
            raise refusal(Reason.TRUNCATED)
        if packet.size:
            packets.append(packet)
        if len(packets) > _MOST_PACKETS:
            raise refusal(Reason.TOO_MANY_FRAMES, limit=_MOST_PACKETS)
    if len(packets) < track.frames:
        raise refusal(Reason.TRUNCATED)
    if not packets:
        raise refusal(Reason.NO_PICTURES)
    return packets


def _seconds(pts: int | None, dts: int | None, track: VideoStream) -> Fraction:
    stamp = dts if pts is None else pts
    if stamp is None or track.time_base is None:
        raise refusal(Reason.DAMAGED)
    return stamp * track.time_base


def _frames(track: VideoStream, packets: Packets) -> Iterator[VideoFrame]:
    """
    Decode every packet, or only those that stand alone where all are too many.
    """
    decoder = track.codec_context
    if decoder.width * decoder.height * len(packets) > _PIXELS_WORTH_DECODING:
        packets = [each for each in packets if each.is_keyframe]
    for packet in packets:
        yield from decoder.decode(packet)
    yield from decoder.decode(None)


def _spaced(
    frames: Iterator[VideoFrame],
    track: VideoStream,
    begins_at: Fraction,
    distance: Fraction,
    limits: Limits,
) -> Iterator[Still]:
    """
    Give the first frame, and then each that is at least *distance* seconds later.
    """
    following: Fraction | None = None
    for frame in frames:
        at = _seconds(frame.pts, frame.dts, track) - begins_at
        if frame.is_corrupt or (following is not None and at < following):
            continue
        following = at + distance
        yield Still(_decoded(frame, track, limits), at_seconds=max(int(at), 0))


def _decoded(frame: VideoFrame, track: VideoStream, limits: Limits) -> Decoded:
    _check_size(frame.width, frame.height, limits)
    aspect = track.sample_aspect_ratio or Fraction(1)
    width = min(max(round(frame.width * aspect), 1), limits.max_side_px)
    shown = frame.reformat(width=width, height=frame.height, format="rgb24", threads=1)
    image = Image.fromarray(shown.to_ndarray())
    orientation = _ORIENTATIONS.get(round(frame.rotation) % 360, 1)
    return Decoded(image, orientation, frames=1, profile=None, broken_exif=False)


def _check_size(width: int, height: int, limits: Limits) -> None:
    if width * height > limits.max_pixels:
        raise too_many_pixels(limits)
    if max(width, height) > limits.max_side_px:
        raise refusal(Reason.SIDE_TOO_LONG, limit=limits.max_side_px)
    if min(width, height) < 1:
        raise refusal(Reason.DAMAGED)
