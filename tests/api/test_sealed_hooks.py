"""
A message to a hook that another sealing key locks waits for its key.
"""

from dataclasses import replace
from pathlib import Path

from service.settings import Settings
from tests.api.hooked import Listener, telling


def test_under_a_seal_that_does_not_open_it_waits_until_the_key_is_back(
    listener: Listener, settings: Settings, tmp_path: Path
) -> None:
    hook = listener.registered("complaint.filed")["hook"]
    listener.complain()
    lost = replace(settings, sealing_key_file=tmp_path / "another.key")

    with telling(lost, listener.clock, listener.receiver) as house:
        assert 0 == house.registry.hooks.deliver_messages.of(listener.door.organisation.id)

    (waiting,) = listener.deliveries(hook["id"])
    assert ("postponed", "sealed") == (waiting["outcome"], waiting["detail"])
    assert [] == listener.send()
    assert 1 == len(listener.send(seconds=5))
