"""
A house that tells a receiver on loopback what happens, in a time that a test sets.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

from litestar.testing import TestClient

from service.app import create_app
from service.settings import Settings
from service.wiring import build, prepare
from tests.api.clock import Clock
from tests.api.door import Door, House, Json
from tests.delivery.receiver import Received, Receiver
from tests.readers import shared_readers

EVERYTHING = [
    "takedown.opened",
    "publication.taken_down",
    "publication.recorded",
    "complaint.filed",
    "photo.erased",
]


@contextmanager
def telling(settings: Settings, clock: Clock, receiver: Receiver) -> Iterator[House]:
    """
    Run the application, which may reach one receiver inside.
    """
    let_in = replace(settings, hooks_inside=f"127.0.0.1:{receiver.port}")
    prepare(let_in)
    with shared_readers():
        registry = build(let_in, clock)
    with TestClient(create_app(let_in, registry), raise_server_exceptions=False) as client:
        yield House(client=client, registry=registry)
    registry.close()


@dataclass(frozen=True)
class Listener:
    """
    A receiver, and the door of the house that it listens to.
    """

    door: Door
    receiver: Receiver
    clock: Clock

    def registered(self, *events: str, path: str = "/obstat") -> Json:
        """
        Register it for everything, or for what is named; give hook and secret.
        """
        url = self.receiver.url(path)
        return self.door.post("/hooks", {"url": url, "events": list(events) or EVERYTHING})

    def send(self, **later: float) -> list[Received]:
        """
        Have the service send what is due, a while later; give what arrived of it.
        """
        self.clock.at += timedelta(**later)
        before = len(self.receiver.received)
        self.door.house.registry.hooks.deliver_messages.of(self.door.organisation.id)
        return self.receiver.received[before:]

    def deliveries(self, hook_id: str) -> list[Json]:
        """
        Give what was sent to a hook, and what became of it.
        """
        found: list[Json] = self.door.get(f"/hooks/{hook_id}/deliveries")["items"]
        return found

    def complain(self) -> str:
        """
        File a complaint; give its id.
        """
        filed: dict[str, str] = self.door.post("/complaints", {"text": "Léa is on your page"})
        return filed["id"]

    def logged(self) -> dict[str, Json]:
        """
        Give the last line of each kind that the log holds of hooks.
        """
        lines = ((each["kind"].partition(":"), each) for each in self.door.entries())
        return {event: line for (subject, _, event), line in lines if subject == "hook"}
