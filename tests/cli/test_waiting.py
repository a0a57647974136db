"""
A bar says how fast it goes, and nothing that nobody can know yet.
"""

from io import StringIO

import pytest
from rich.console import Console
from rich.progress import Progress

from cli.terminal.waiting import Counter, Pace


@pytest.mark.parametrize(
    ("done_at", "total", "said"),
    [
        ([], 100, ""),
        ([4.0, 4.0], 100, ""),
        ([0.1 * each for each in range(1, 21)], 100, ""),
        ([0.5 * each for each in range(1, 21)], 100, "2.0/s, 0:00:40 left"),
        ([2.0 * each for each in range(1, 11)], 9_010, "0.5/s, 5:00:00 left"),
    ],
)
def test_pace_is_told_once_enough_is_done(done_at: list[float], total: int, said: str) -> None:
    now = [0.0]
    bar = Progress(Pace(), console=Console(file=StringIO()), get_time=lambda: now[0])
    counter = Counter(bar, "Registering")
    counter(0, total)
    for done, at in enumerate(done_at, 1):
        now[0] = at
        counter(done, total)

    (task,) = bar.tasks
    assert said == Pace().render(task).plain
