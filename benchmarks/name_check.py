"""
Measure the name check end to end over HTTP, durably recorded.

Key, names of 10,000 people, facts, decision, check, ledger line, commit; against a
bare Litestar handler that makes one durable insert on the same engine.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.deployment import Deployment, deployment, family_name, given_name, serving
from benchmarks.load import Load, best_of
from benchmarks.ratio import Ratio, table

PEOPLE, CLIENTS, SECONDS, ROUNDS = 10_000, 8, 4.0, 3
GOAL = 0.6
ASKED = 800


def bodies() -> tuple[str, ...]:
    """
    Write questions about people all over the register.
    """
    numbers = range(0, PEOPLE, PEOPLE // ASKED)
    return tuple(
        f'{{"names": ["{given_name(n)} {family_name(n)}"], "channel": "page"}}' for n in numbers
    )


def loads(ours: Deployment, bare_port: int) -> tuple[Load, Load]:
    """
    Give the same load for both.
    """
    json_headers = {"content-type": "application/json"}
    return (
        Load(
            port=ours.port,
            path="/api/v1/checks",
            headers={**json_headers, "authorization": f"Bearer {ours.key}"},
            bodies=bodies(),
            clients=CLIENTS,
            seconds=SECONDS,
            expect=200,
        ),
        Load(
            port=bare_port,
            path="/insert",
            headers=json_headers,
            bodies=bodies(),
            clients=CLIENTS,
            seconds=SECONDS,
        ),
    )


def measure() -> list[Ratio]:
    """
    Give the share of the bare handler's rate that is left.
    """
    with TemporaryDirectory() as folder, deployment(PEOPLE) as ours:
        url = f"sqlite:///{Path(folder) / 'bare.sqlite3'}"
        with serving(["-m", "benchmarks.bare", url], {}) as (bare_port, _):
            rate, rival = best_of(loads(ours, bare_port), ROUNDS)
    return [
        Ratio(
            "name check end to end / bare durable insert",
            f"{rate:,.0f}/s",
            f"{rival:,.0f}/s",
            rate / rival,
            at_least=GOAL,
        )
    ]


if __name__ == "__main__":
    print(table(measure()))
