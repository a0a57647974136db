"""
Measure checks of known photos a second, over HTTP, by one worker.

Key, facts, decision, check, ledger line, commit, with 100,000 photos registered; the
rival is a bare Litestar handler that makes one durable insert on the same engine.
"""

from io import BytesIO
from tempfile import TemporaryDirectory

import numpy as np
from PIL import Image

from benchmarks.crowd import enter_photos
from benchmarks.deployment import Deployment, deployment, serving
from benchmarks.load import Load, best_of
from benchmarks.photo_check import FORM, MANY, multipart
from benchmarks.ratio import Ratio, table
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.photos.photo_details import PhotoDetails
from service.usecases.registry import Registry

LOOKUPS_A_SECOND = 1000
CLIENTS, LOAD_SECONDS, LOAD_ROUNDS = 8, 4.0, 3
SMALL_PX = (512, 384)


def measure() -> list[Ratio]:
    """
    Give how many checks of known photos one worker answers in a second.
    """
    small = [_small(number) for number in range(CLIENTS * 4)]
    ids: list[str] = []

    def furnish(registry: Registry, caller: Caller) -> None:
        enter_photos(registry, caller, MANY - len(small))
        for jpeg in small:
            made = registry.photos.register_photo(caller, PhotoDetails(Upload(jpeg)))
            ids.append(made.story.photo.id)

    with (
        TemporaryDirectory() as temporary,
        deployment(100, furnish) as ours,
        serving(["-m", "benchmarks.bare", f"sqlite:///{temporary}/bare.sqlite3"], {}) as (port, _),
    ):
        known, pictures, bare = best_of(
            [
                _load(
                    ours,
                    "application/json",
                    tuple(f'{{"photo_ids": ["{each}"], "channel": "page"}}' for each in ids),
                ),
                _load(ours, FORM, tuple(multipart(each).decode("latin-1") for each in small)),
                bare_load(port),
            ],
            LOAD_ROUNDS,
        )
    label = f"checks over HTTP, {MANY:,} photos, {CLIENTS} clients"
    size = f"{SMALL_PX[0]} × {SMALL_PX[1]}"
    return [
        Ratio(
            f"{label}: known photo by its id / goal",
            f"{known:,.0f}/s",
            f"{LOOKUPS_A_SECOND:,}/s",
            known / LOOKUPS_A_SECOND,
            at_least=1.0,
        ),
        Ratio(f"{label}: the same / bare durable insert", *_rates(known, bare)),
        Ratio(f"{label}: picture of {size} / bare durable insert", *_rates(pictures, bare)),
    ]


def bare_load(port: int) -> Load:
    """
    Ask the rival of the name check, which only inserts.
    """
    return Load(
        port=port,
        path="/insert",
        headers={"content-type": "application/json"},
        bodies=('{"names": ["Lea"], "channel": "page"}',) * CLIENTS,
        clients=CLIENTS,
        seconds=LOAD_SECONDS,
    )


def _rates(ours: float, rival: float) -> tuple[str, str, float]:
    """
    Write two rates and their ratio.
    """
    return f"{ours:,.0f}/s", f"{rival:,.0f}/s", ours / rival


def _load(ours: Deployment, kind: str, bodies: tuple[str, ...]) -> Load:
    """
    Ask the same from every client.
    """
    return Load(
        port=ours.port,
        path="/api/v1/checks",
        headers={"content-type": kind, "authorization": f"Bearer {ours.key}"},
        bodies=bodies,
        clients=CLIENTS,
        seconds=LOAD_SECONDS,
        expect=200,
        binary=True,
    )


def _small(number: int) -> bytes:
    """
    Draw a small picture of its own.
    """
    levels = np.random.default_rng(number).integers(0, 255, (12, 16, 3), dtype=np.uint8)
    file = BytesIO()
    Image.fromarray(levels).resize(SMALL_PX, Image.Resampling.BICUBIC).save(file, "JPEG")
    return file.getvalue()


if __name__ == "__main__":
    print(table(measure()))
