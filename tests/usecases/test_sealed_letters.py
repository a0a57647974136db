"""
A letter that another sealing key locks waits for its key, and holds up no other.
"""

import shutil
from dataclasses import replace
from pathlib import Path

from service.access.sealing import Sealer
from service.persistence.database import open_database
from service.records.mail import Outcome
from service.usecases.mail.deliver_letters import PAUSES, DeliverLetters
from tests.persistence.conftest import sqlite_template
from tests.persistence.ground import BRUTE_FORCE, JACINTHES, TULIPES, found
from tests.persistence.make_mail import make_letter
from tests.usecases.test_deliver_letters import Bag, Watch

__all__ = ["sqlite_template"]


def test_a_letter_whose_seal_does_not_open_waits_for_its_key_and_holds_up_no_other(
    sqlite_template: Path, tmp_path: Path
) -> None:
    watch, bag = Watch(), Bag()
    url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path)}"
    before, lost = (
        open_database(url, search=BRUTE_FORCE, sealer=Sealer(bytes([each] * 32))) for each in (1, 2)
    )
    for each in (JACINTHES, TULIPES):
        found(before, each)
    for sealed_by, each, name in ((before, JACINTHES, "one"), (lost, TULIPES, "two")):
        with sealed_by.begin(each) as work:
            work.outbox.add(make_letter(name))
            work.commit()
    deliver = DeliverLetters(before, watch, bag, (lambda _, __, now: now,))

    assert 1 == replace(deliver, database=lost)()
    assert ["letter-two"] == [each.id for each in bag.carried]
    with before.look(JACINTHES) as work:
        waiting = work.outbox.story_of(make_letter().id)
    assert (Outcome.POSTPONED, "sealed") == (waiting.outcome, waiting.detail)

    watch.at += PAUSES[0]
    assert 1 == deliver()
    assert make_letter() == bag.carried[-1]
