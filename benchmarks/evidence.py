"""
Measure the evidence: long logs, what a line costs, the export of a person.

Tree and verification count the processor time of one core, whatever else runs.

`python -m benchmarks.evidence`
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from benchmarks.deployment import DESK
from benchmarks.ratio import Ratio, table
from benchmarks.tree import at_most, measure_tree, measure_verifying
from service.decision.ids import CheckId, PersonId
from service.decision.terms import (
    ActKind,
    Answer,
    Audience,
    Capacity,
    Category,
    Matter,
    Medium,
    PhotoPublisher,
    Purpose,
)
from service.ledger.ed25519 import check_ed25519
from service.ledger.entry import EntryKind
from service.ledger.exported import Trust, verify_export
from service.records.activity import CheckRecord
from service.records.complaints import ExportScope
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.channels import ChannelDetails, ChannelFacts, ChannelPlace
from service.usecases.checks import CheckQuestion
from service.usecases.consents import ConsentDetails, Reach
from service.usecases.desk import Desk
from service.usecases.forms import VersionDetails
from service.usecases.organisations import OrganisationDetails
from service.usecases.people import PersonDetails
from service.usecases.publications import PublicationDetails
from service.usecases.registry import Registry
from service.wiring import build, prepare

ACTS, PUBLICATIONS = 500, 200
APPENDED, TURNS = 300, 3
GOAL_EXPORT_SECONDS = 5.0


def measure_export() -> list[Ratio]:
    """
    Measure the export of a person with many answers and publications, and its proof.
    """
    with house() as (registry, caller):
        person_id = furnish(registry, caller)
        begun = perf_counter()
        export = registry.exports.make_export(caller, ExportScope(person_id=person_id))
        made = perf_counter() - begun
        begun = perf_counter()
        verify_export(export.content, Trust(check_ed25519))
        verified = perf_counter() - begun
    what = f"{ACTS} answers, {PUBLICATIONS} publications, {len(export.content) / 1e6:.1f} MB"
    return [
        at_most(f"export of a person: {what}", made, GOAL_EXPORT_SECONDS),
        at_most("the same export verified in plain Python", verified, GOAL_EXPORT_SECONDS),
    ]


@contextmanager
def house() -> Iterator[tuple[Registry, Caller]]:
    """
    Found a house on a fresh SQLite.
    """
    with TemporaryDirectory() as folder:
        settings = Settings(var_folder=Path(folder), checks_per_hour=1_000_000)
        prepare(settings)
        registry = build(settings)
        registry.organisations.found_organisation(
            "house",
            OrganisationDetails(
                name="House",
                jurisdiction="BE",
                time_zone="Europe/Brussels",
                languages=("fr",),
                contact=DESK,
                press=DESK,
                legal=DESK,
            ),
        )
        try:
            yield registry, registry.organisations.act_as_operator("house")
        finally:
            registry.close()


def furnish(registry: Registry, caller: Caller) -> PersonId:
    """
    Have somebody answer and be published often; give who.
    """
    facts = ChannelFacts(
        name="Page",
        medium=Medium.SOCIAL,
        platform="facebook",
        audience=Audience.PUBLIC,
        purposes=frozenset({Purpose.INFORMATION}),
        photo_publisher=PhotoPublisher.MEMBERS,
        contact=DESK,
    )
    registry.channels.register_channel(
        caller, ChannelDetails(facts, ChannelPlace(slug="page", address="page.example/house"))
    )
    details = PersonDetails(
        given_name="Ada",
        family_name="Lovelace",
        category=Category.EMPLOYEE,
        jurisdiction="BE",
        born_on=datetime(1990, 1, 1, tzinfo=UTC).date(),
    )
    person_id = registry.people.enrol_person(caller, details).id
    form = _form(registry, caller)
    said: dict[str, Any] = {
        "person_id": person_id,
        "signatory_id": person_id,
        "capacity": Capacity.SELF,
        "kind": ActKind.GIVEN,
        "reach": Reach(("page",)),
        "form_version_id": form,
    }
    for _ in range(ACTS):
        registry.consents.record_consent(caller, ConsentDetails(**said))
    post = PublicationDetails(CheckQuestion(channel="page", names=("Ada Lovelace",)))
    for _ in range(PUBLICATIONS):
        registry.publications.record_publication(caller, post)
    registry.ledger.sequence_ledger()
    return PersonId(person_id)


def _form(registry: Registry, caller: Caller) -> object:
    registry.forms.create_template(caller, "image", "Images")
    version = VersionDetails(
        texts={"fr": "Puis-je ?"},
        matters=frozenset({Matter.NAME, Matter.IMAGE}),
        purposes=frozenset({Purpose.INFORMATION}),
        states_refusal_is_free=True,
        material=True,
    )
    return registry.forms.publish_version(caller, "image", version).version.id


def measure_append() -> list[Ratio]:
    """
    Measure a durable transaction with its line of the log, and without.
    """
    with house() as (registry, caller):
        desk = registry.exports.make_export.desk
        best = dict.fromkeys((False, True), 0.0)
        for turn in range(2 * TURNS):
            is_logged = bool(turn % 2)
            begun = perf_counter()
            for _ in range(APPENDED):
                _append(desk, caller, is_logged=is_logged)
            best[is_logged] = max(best[is_logged], APPENDED / (perf_counter() - begun))
    return [
        Ratio(
            "durable checks with their line / without",
            f"{best[True]:,.0f}/s",
            f"{best[False]:,.0f}/s",
            best[False] / best[True],
            at_most=1.2,
        )
    ]


def _append(desk: Desk, caller: Caller, *, is_logged: bool) -> None:
    with desk.database.begin(caller.organisation_id) as work:
        now = desk.clock()
        check = CheckRecord(
            CheckId(desk.new_id()),
            now,
            caller.actor.id,
            {"names": 1},
            {"answer": "ask"},
            Answer.ASK,
        )
        work.checks.add(check)
        if is_logged:
            payload = {"check_id": check.id, "outcome": {"answer": "ask"}}
            desk.record.append(work, caller, EntryKind.CHECK_ANSWERED, now, payload)
        work.commit()


def measure() -> list[Ratio]:
    """
    Measure everything about the evidence.
    """
    return [*measure_tree(), *measure_verifying(), *measure_append(), *measure_export()]


if __name__ == "__main__":
    print(table(measure()))
