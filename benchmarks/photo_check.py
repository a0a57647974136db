"""
Measure the photo check from decoding to verdict: a 12-megapixel JPEG, durably recorded.

The rivals are what everybody writes first, `imagehash.phash(Image.open(file))`, the
least that any program must do, decoding at an eighth of the size, and PDQ as its
makers ship it.  `python -m benchmarks.photo_check [--photos DIR] [--json]` takes its
pictures from photographs in a folder; without one it draws.
"""

import argparse
import http.client
import json
import time
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from io import BytesIO
from pathlib import Path

import imagehash
import numpy as np
import pdqhash
from PIL import Image

from benchmarks.crowd import enter_photos
from benchmarks.decode_floor import twelve_megapixels
from benchmarks.deployment import Deployment, deployment
from benchmarks.ratio import Ratio, table
from service.fingerprint.perceptual import fingerprints, reduce_to_grey
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.photos.photo_details import PhotoDetails
from service.usecases.registry import Registry

ROUNDS = 20
HASH_AT_MOST = 1.35
WHOLE_AT_MOST = 1.5
PDQ_AT_LEAST = 10.0
SOME, MANY = 1_000, 100_000
BOUNDARY = "part-of-a-benchmark"
FORM = f"multipart/form-data; boundary={BOUNDARY}"


def multipart(jpeg: bytes) -> bytes:
    """
    Write one picture and a channel as a form.
    """
    head = (
        f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="channel"\r\n\r\npage\r\n'
        f'--{BOUNDARY}\r\ncontent-disposition: form-data; name="image"; filename="a.jpg"\r\n'
        "content-type: image/jpeg\r\n\r\n"
    )
    return head.encode() + jpeg + f"\r\n--{BOUNDARY}--\r\n".encode()


def ask(ours: Deployment, body: bytes) -> str:
    """
    Check the picture; give as what it was recognised.
    """
    connection = http.client.HTTPConnection("127.0.0.1", ours.port)
    headers = {"authorization": f"Bearer {ours.key}", "content-type": FORM}
    connection.request("POST", "/api/v1/checks", body, headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    if answer.status != http.client.OK:
        raise SystemExit(text.decode())
    return str(json.loads(text)["pictures"][0]["match"])


def best_by_turns(
    ways: list[Callable[[], object]], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """
    Give the shortest time of each way, asked by turns.
    """
    best = [float("inf")] * len(ways)
    for _ in range(ROUNDS):
        for number, way in enumerate(ways):
            started = clock()
            way()
            best[number] = min(best[number], clock() - started)
    return best


def naive(jpeg: bytes) -> object:
    """
    Hash a picture as everybody does first.
    """
    return imagehash.phash(Image.open(BytesIO(jpeg)))


def drafted(jpeg: bytes) -> Image.Image:
    """
    Decode a JPEG to some 512 pixels, which is the least one can do.
    """
    image = Image.open(BytesIO(jpeg))
    image.draft("RGB", (512, 512))
    image.load()
    return image


def measure_hash(jpeg: bytes) -> list[Ratio]:
    """
    Give the cost of the fingerprint alone, in processor time.
    """
    ours, floor, pdq = best_by_turns(
        [
            lambda: fingerprints(reduce_to_grey(drafted(jpeg))),
            lambda: drafted(jpeg),
            lambda: pdqhash.compute(np.asarray(Image.open(BytesIO(jpeg)).convert("RGB"))),
        ],
        time.process_time,
    )
    return [
        Ratio(
            "12 megapixels: small decode + fingerprint in 8 orientations / small decode",
            *_times(ours, floor),
            at_most=HASH_AT_MOST,
        ),
        Ratio(
            "12 megapixels: PDQ at full size / the same",
            *_times(pdq, ours),
            at_least=PDQ_AT_LEAST,
        ),
    ]


def measure_whole(jpeg: bytes, registered_jpeg: bytes, registered: int) -> list[Ratio]:
    """
    Give the time of whole checks, of a new photo and of a copy of a registered one.
    """
    files = {"never seen": jpeg, "a copy": _saved_again(registered_jpeg)}

    def furnish(registry: Registry, caller: Caller) -> None:
        enter_photos(registry, caller, registered - 1)
        registry.photos.register_photo(caller, PhotoDetails(Upload(registered_jpeg)))

    with deployment(100, furnish) as ours:
        found: list[Ratio] = []
        for name, file in files.items():
            match = ask(ours, multipart(file))
            whole, rival = best_by_turns(
                [partial(ask, ours, multipart(file)), partial(naive, file)]
            )
            label = f"check over HTTP, {registered:,} photos, {name} ({match})"
            found += [
                Ratio(f"{label} / decode + phash", *_times(whole, rival), at_most=WHOLE_AT_MOST),
                Ratio(f"{label}, in processor time", *_times(*processor_times(ours, file))),
            ]
    return found


def processor_times(ours: Deployment, file: bytes) -> tuple[float, float]:
    """
    Give the mean processor time of a check, and of decoding and hashing alone.
    """
    body = multipart(file)
    before = ours.processor_seconds()
    for _ in range(ROUNDS):
        ask(ours, body)
    spent = ours.processor_seconds() - before
    started = time.process_time()
    for _ in range(ROUNDS):
        naive(file)
    return spent / ROUNDS, (time.process_time() - started) / ROUNDS


def _saved_again(jpeg: bytes) -> bytes:
    """
    Give a copy as a program makes it that saves a photo again.
    """
    file = BytesIO()
    Image.open(BytesIO(jpeg)).save(file, "JPEG", quality=70)
    return file.getvalue()


def _times(ours: float, rival: float) -> tuple[str, str, float]:
    """
    Write two times and their ratio.
    """
    return f"{ours * 1000:.1f} ms", f"{rival * 1000:.1f} ms", ours / rival


def measure(folder: Path | None = None) -> list[Ratio]:
    """
    Measure fingerprint and whole checks.
    """
    jpeg, other = twelve_megapixels(folder), twelve_megapixels(folder, 12)
    return [
        *measure_hash(jpeg),
        *measure_whole(jpeg, other, SOME),
        *measure_whole(jpeg, other, MANY),
    ]


def main() -> None:
    """
    Read the command line, measure, and print.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.photo_check", description=__doc__)
    parser.add_argument("--photos", type=Path, help="folder of photographs to take pieces of")
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    words = parser.parse_args()
    found = measure(words.photos)
    print(json.dumps([asdict(each) for each in found]) if words.json else table(found))


if __name__ == "__main__":
    main()
