"""
Make small clips and documents by code, honest ones and others.
"""

from collections.abc import Sequence
from io import BytesIO

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream
from PIL import Image

from tests.fingerprint.drawing import draw_scene

FRAMES_A_SECOND = 5
SIZE = (160, 120)


def scenes(*seeds: int, size: tuple[int, int] = SIZE) -> list[Image.Image]:
    """
    Draw a scene for each second of a clip.
    """
    return [draw_scene(seed, size) for seed in seeds]


def film(
    shots: Sequence[Image.Image],
    codec: str = "libx264",
    kind: str = "mp4",
    *,
    frames_a_second: int = FRAMES_A_SECOND,
    key_every: int = FRAMES_A_SECOND,
    turned: int = 0,
    with_sound: bool = False,
) -> bytes:
    """
    Show each of *shots* for a second.
    """
    file = BytesIO()
    with av.open(file, "w", format=kind) as clip:
        track = clip.add_stream(codec, rate=frames_a_second)
        assert isinstance(track, VideoStream)
        track.width, track.height = shots[0].size
        track.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        track.gop_size = key_every
        if codec == "libx264":
            track.options = {"sc_threshold": "0"}
        track.codec_context.thread_count = 1
        if turned:
            track.set_display_rotation(turned)
        if with_sound:
            _add_silence(clip, len(shots))
        for shot in shots:
            frame = av.VideoFrame.from_ndarray(np.asarray(shot.convert("RGB")), format="rgb24")
            for _ in range(frames_a_second):
                clip.mux(track.encode(frame))
        clip.mux(track.encode(None))
    return file.getvalue()


def sound(seconds: int = 1) -> bytes:
    """
    Make an MP4 in which there is nothing to see.
    """
    file = BytesIO()
    with av.open(file, "w", format="mp4") as clip:
        _add_silence(clip, seconds)
    return file.getvalue()


def _add_silence(clip: OutputContainer, seconds: int) -> None:
    rate = 8_000
    track = clip.add_stream("aac", rate=rate, layout="mono")
    assert isinstance(track, AudioStream)
    silence = np.zeros((1, rate * seconds), dtype=np.float32)
    frame = av.AudioFrame.from_ndarray(silence, format="fltp", layout="mono")
    frame.rate = rate
    clip.mux(track.encode(frame))
    clip.mux(track.encode(None))


def with_box(clip: bytes, path: Sequence[bytes], content: bytes) -> bytes:
    """
    Put *content* in the place of what the first box at *path* holds.

    The sizes of the boxes around it are kept right; what they count in bytes from the
    beginning of the file is not.
    """
    at = clip.index(path[0]) - 4
    size = int.from_bytes(clip[at : at + 4])
    inner = clip[at + 8 : at + size]
    inner = with_box(inner, path[1:], content) if path[1:] else content
    box = (len(inner) + 8).to_bytes(4) + path[0] + inner
    return clip[:at] + box + clip[at + size :]


def document(
    pages: Sequence[Sequence[tuple[Image.Image, tuple[float, float, float, float]]]],
    *,
    size: tuple[float, float] = (595, 842),
    extra: str = "",
) -> bytes:
    """
    Write a PDF: on each page pictures, each with left, bottom, width and height.
    """
    parts: list[bytes] = [b"", b""]
    kids = []
    for page in pages:
        names, drawing = [], []
        for picture, (left, bottom, width, height) in page:
            parts.append(_picture(picture))
            names.append(f"/P{len(parts)} {len(parts)} 0 R")
            drawing.append(f"q {width} 0 0 {height} {left} {bottom} cm /P{len(parts)} Do Q")
        parts.append(_stream("", " ".join(drawing).encode()))
        parts.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]{extra}"
            f"/Resources<</XObject<<{' '.join(names)}>>>>/Contents {len(parts)} 0 R>>".encode()
        )
        kids.append(f"{len(parts)} 0 R")
    parts[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    parts[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    return written(parts)


def written(parts: Sequence[bytes], trailer: str = "") -> bytes:
    """
    Write objects, numbered from 1, as a PDF whose first object is its root.
    """
    file = BytesIO()
    file.write(b"%PDF-1.7\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%b\nendobj\n" % (number, part))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1))
    file.writelines(b"%010d 00000 n \n" % place for place in places)
    file.write(f"trailer<</Size {len(parts) + 1}/Root 1 0 R{trailer}>>\n".encode())
    file.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return file.getvalue()


def _picture(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=90)
    width, height = picture.size
    return _stream(
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB"
        "/BitsPerComponent 8/Filter/DCTDecode",
        file.getvalue(),
    )


def _stream(words: str, content: bytes) -> bytes:
    return f"<<{words}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"
