"""
Read what a clock that was ahead put after the present.

Once it is mended, whoever said no in that hour would not have said it yet.  So it
counts from now on; a yes waits for its instant, for nobody knows what came before it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from service.decision.consents import ConsentAct
from service.decision.holds import Hold


def acts_by(acts: Iterable[ConsentAct], known_at: datetime) -> Iterator[ConsentAct]:
    """
    Give acts as they count at an instant, whatever clock wrote them.
    """
    for act in acts:
        if act.recorded_at <= known_at:
            yield act
        elif not act.is_yes:
            yield replace(act, recorded_at=known_at, signed_from=min(act.signed_from, known_at))


def holds_by(holds: Iterable[Hold], known_at: datetime) -> Iterator[Hold]:
    """
    Give holds as they count at an instant, whatever clock wrote them.
    """
    for hold in holds:
        yield replace(hold, from_at=min(hold.from_at, known_at))
