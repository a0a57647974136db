"""
Lay out a form for one signatory: what it asks, and what they say now.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from service.decision.channels import Channel
from service.decision.hearing import SILENT, Hearing, Stance, Voice
from service.decision.ids import FormVersionId, PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.decision.terms import ActKind, Audience, Matter, Purpose
from service.errors import InvalidInput
from service.records.facts import present
from service.records.forms import FormVersionRecord
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.consents.signers import STRANGER, authorities_of
from service.usecases.consents.subject import answers_alone
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class SheetRow:
    """
    One channel or group with what the signatory says about it now.
    """

    place: str
    name: str
    is_group: bool
    audience: Audience | None
    now: Mapping[Matter, ActKind | None]
    """`given`, `refused`, `deferred`; None: nothing that counts."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    A form, opened for one signatory and one person.
    """

    person: PersonRecord
    signatory_id: SignatoryId
    signatory_name: str
    form: FormVersionRecord
    matters: tuple[Matter, ...]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """
    Lay out a form for one signatory.
    """

    desk: Desk
    jurisdictions: Jurisdictions

    def __call__(
        self,
        caller: Caller,
        person_id: PersonId,
        signatory_id: SignatoryId,
        form_version_id: FormVersionId,
    ) -> Sheet:
        """
        Give every question of the form; none of them is answered for anybody.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is no such person or form for this caller.
            InvalidInput: The signatory never had a say.
            Unavailable: By the clock the person is not there yet.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.look(caller.organisation_id) as work:
            now = self.desk.clock()
            person = seen_person(work, caller, person_id)
            name = _signatory_name(work, person, signatory_id)
            form = work.forms.get_version(form_version_id)
            wanted = present(now, frozenset({person_id}))
            facts = work.facts.gather(wanted)
            case = facts.case(self.jurisdictions, now)
            hearing = Hearing(facts.dossier(person_id), case, now)
            matters = tuple(each for each in Matter if each in form.matters)
            groups = tuple(_groups(work, form, matters))
        channels = sorted(
            (each for each in case.channels.values() if _is_asked(each, form)),
            key=lambda each: (-each.audience.width, each.name.casefold()),
        )
        rows = tuple(_row(hearing, signatory_id, each, form, matters) for each in channels)
        return Sheet(person, signatory_id, name, form, matters, (*groups, *rows))


def _signatory_name(work: UnitOfWork, person: PersonRecord, signatory_id: SignatoryId) -> str:
    """
    Name somebody who has or had a say.

    Raises:
        InvalidInput: They never had.
    """
    if answers_alone(person.id, signatory_id):
        return f"{person.given_name} {person.family_name}".strip()
    if not authorities_of(work, person.id, signatory_id):
        raise InvalidInput(STRANGER, field="signatory_id")
    found = work.signatories.get(signatory_id)
    return f"{found.given_name} {found.family_name}".strip()


def _groups(
    work: UnitOfWork, form: FormVersionRecord, matters: tuple[Matter, ...]
) -> Iterator[SheetRow]:
    """
    Give the groups that the form names.
    """
    for group_id in sorted(form.group_ids):
        found = work.channel_groups.find(group_id)
        if found is not None:
            yield SheetRow(
                found.id, found.name, is_group=True, audience=None, now=dict.fromkeys(matters)
            )


def _is_asked(channel: Channel, form: FormVersionRecord) -> bool:
    """
    Tell whether a form asks about a channel.
    """
    return not channel.closed and (not form.channel_ids or channel.id in form.channel_ids)


def _row(
    hearing: Hearing,
    signatory_id: SignatoryId,
    channel: Channel,
    form: FormVersionRecord,
    matters: tuple[Matter, ...],
) -> SheetRow:
    """
    Give one channel with what the signatory says now.
    """
    purpose = min(form.purposes & channel.purposes, default=Purpose.INFORMATION)
    heard = {
        each: hearing.voices(channel, each, purpose).get(signatory_id, SILENT) for each in matters
    }
    now = {each: _said(voice) for each, voice in heard.items()}
    return SheetRow(channel.id, channel.name, is_group=False, audience=channel.audience, now=now)


def _said(voice: Voice) -> ActKind | None:
    """
    Give the answer that counts now.
    """
    if voice.stance is Stance.YES:
        return ActKind.GIVEN
    if voice.stance is Stance.NO:
        return ActKind.REFUSED
    is_deferred = voice.act is not None and voice.act.kind is ActKind.DEFERRED
    return ActKind.DEFERRED if is_deferred else None
