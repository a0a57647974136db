"""
Write an act with evidence and ledger line; whoever calls commits.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from service.decision.consents import YES_KINDS, ConsentAct
from service.decision.ids import ActId, PersonId, SignatoryId
from service.decision.terms import ActKind
from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.records.forms import Evidence, FormVersionRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import plain
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall

ENTRY_KINDS: Mapping[ActKind, EntryKind] = {
    kind: EntryKind(f"consent:{kind.value}") for kind in ActKind
}

MAY_TAKE_AWAY = frozenset(ActKind) - YES_KINDS - {ActKind.REQUESTED}
"""After all others somebody may be shown less than before."""


def write_act(
    desk: Desk,
    work: UnitOfWork,
    caller: Caller,
    act: ConsentAct,
    *,
    evidence: Evidence | None = None,
    form: FormVersionRecord | None = None,
    language: str = "",
    aftermath: Aftermath,
) -> ConsentAct:
    """
    Write an act and give it as recorded.

    What may no longer be live by then must come down, from this transaction on.

    The line names people and words by ids and digests only; the digests say which
    text was shown, whatever becomes of the form.
    """
    if evidence is not None:
        act = replace(act, evidence_id=evidence.id)
    work.acts.add(act, caller.actor.id)
    if evidence is not None:
        work.acts.add_evidence(evidence, act.id, act.recorded_at, caller.actor.id)
    payload = {
        "act": plain(act),
        "form": _shown(form, language) if form else None,
        "evidence": described(evidence) if evidence else None,
    }
    kind = ENTRY_KINDS[act.kind]
    desk.record.append(work, caller, kind, act.recorded_at, payload, [act.person_id])
    if act.kind in MAY_TAKE_AWAY:
        aftermath.of_people(work, caller, [act.person_id])
    keep(work, caller, act.id, act.recorded_at)
    return act


def recall_act(work: UnitOfWork, caller: Caller) -> ConsentAct | None:
    """
    Give what the caller's idempotency key recorded before, if anything.

    Raises:
        Conflict: That was no yes, and more was answered since: it is not what counts,
            and whoever says it again would be thanked for nothing.
        IdempotencyMismatch: The key came with another request before.
    """
    made_before = recall(work, caller)
    if made_before is None:
        return None
    act = work.acts.get(ActId(made_before))
    if act.kind in MAY_TAKE_AWAY and has_answered_since(
        work, act.person_id, act.signatory_id, act.recorded_at
    ):
        message = "More was answered since this key recorded it: send it under another key."
        raise Conflict(message)
    return act


def has_answered_since(
    work: UnitOfWork, person_id: PersonId, signatory_id: SignatoryId | None, since: datetime
) -> bool:
    """
    Tell whether a signatory said anything about a person after an instant.
    """
    return any(
        each.signatory_id == signatory_id and each.recorded_at > since
        for each in work.acts.list_of(person_id)
    )


def described(evidence: Evidence) -> dict[str, str]:
    """
    Name evidence by its digest.
    """
    return {
        "evidence_id": evidence.id,
        "media_type": evidence.media_type,
        "digest": evidence.digest,
    }


def _shown(form: FormVersionRecord, language: str) -> dict[str, object]:
    """
    Name the words that were shown by their digests.
    """
    texts = {name: each.digest for name, each in form.texts.items() if language in {"", name}}
    return {"version_id": form.id, "number": form.version.number, "texts": texts}
