"""
Tell whoever watches the machine whether the service can do its work.
"""

from litestar import get
from litestar.di import NamedDependency
from msgspec import Struct

from service.usecases.registry import Registry


class HealthOut(Struct, frozen=True):
    """
    The service answers, and its storage does.
    """

    status: str


@get("/health", operation_id="getHealth", sync_to_thread=True, tags=["service"])
def get_health(registry: NamedDependency[Registry]) -> HealthOut:
    """
    Say `ok` when the storage answers and the ledger is being written.
    """
    registry.get_health()
    return HealthOut("ok")
