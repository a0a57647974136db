"""
Measure the photo check end to end over HTTP: a 12-megapixel JPEG, durably recorded.

The rival is decode and hash alone, `imagehash.phash(Image.open(file))`, in process.
"""

import http.client
import time
from collections.abc import Callable
from io import BytesIO

import imagehash
from PIL import Image

from benchmarks.decode_floor import twelve_megapixels
from benchmarks.deployment import Deployment, deployment
from benchmarks.ratio import Ratio, table

ROUNDS = 12
AT_MOST = 1.3
BOUNDARY = "part-of-a-benchmark"


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


def ask(ours: Deployment, body: bytes) -> None:
    """
    Check the picture and wait for the answer.
    """
    connection = http.client.HTTPConnection("127.0.0.1", ours.port)
    headers = {
        "authorization": f"Bearer {ours.key}",
        "content-type": f"multipart/form-data; boundary={BOUNDARY}",
    }
    connection.request("POST", "/api/v1/checks", body, headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    if answer.status != http.client.OK:
        raise SystemExit(text.decode())


def best_by_turns(ways: list[Callable[[], object]]) -> list[float]:
    """
    Give the shortest time of each way, asked by turns.
    """
    best = [float("inf")] * len(ways)
    for _ in range(ROUNDS):
        for number, way in enumerate(ways):
            started = time.perf_counter()
            way()
            best[number] = min(best[number], time.perf_counter() - started)
    return best


def measure() -> list[Ratio]:
    """
    Give the time of a whole check as a multiple of decode and hash.
    """
    jpeg = twelve_megapixels(None)
    body = multipart(jpeg)
    with deployment(100) as ours:
        whole, floor = best_by_turns(
            [
                lambda: ask(ours, body),
                lambda: imagehash.phash(Image.open(BytesIO(jpeg))),
            ]
        )
    return [
        Ratio(
            "photo check end to end, 12 megapixels / decode + hash alone",
            f"{whole * 1000:.1f} ms",
            f"{floor * 1000:.1f} ms",
            whole / floor,
            at_most=AT_MOST,
        )
    ]


if __name__ == "__main__":
    print(table(measure()))
