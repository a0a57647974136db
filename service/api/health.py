"""
Tell whoever watches the machine whether the service can do its work.
"""

from litestar import get
from litestar.datastructures import State
from litestar.di import NamedDependency
from msgspec import Struct

from service.errors import Unavailable
from service.usecases.registry import Registry


class HealthOut(Struct, frozen=True):
    """
    The service answers, and so does what it stands on.
    """

    status: str


@get("/health", operation_id="getHealth", sync_to_thread=True, tags=["service"])
def get_health(state: State, registry: NamedDependency[Registry]) -> HealthOut:
    """
    Say `ok` when the storage answers and the ledger is being written.
    """
    registry.get_health()
    if not state.sequencer.is_alive():
        raise Unavailable("The ledger is not being sequenced.")
    return HealthOut("ok")
