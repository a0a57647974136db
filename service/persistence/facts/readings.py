"""
Read the rows of an answer as values of the rule book.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from service.decision.case import House
from service.decision.channels import Channel
from service.decision.consents import ConsentAct, FormVersion
from service.decision.holds import Hold
from service.decision.ids import ChannelId, EvidenceId, FormVersionId, PersonId, PhotoId
from service.decision.people import Dossier, Person
from service.decision.photos import Attestation, Lineage, Photo
from service.decision.terms import Category
from service.errors import NotFound
from service.persistence.documents import reader
from service.persistence.facts.ahead import acts_by, holds_by
from service.persistence.facts.branches import INTIMATE, MOVING, PUBLIC_PLACE, Part
from service.persistence.statements import Row
from service.records.facts import Wanted
from service.records.organisation import Organisation, Unit
from service.records.people import AuthorityRecord, ProtectionRecord
from service.records.photos import AttestationRecord, DepictionSet, RightsRecord

LINEAGE = "{"
"""How what a photo was made of begins, after what is said of the photo itself."""


@dataclass(frozen=True, slots=True)
class _FormDocument:
    version: FormVersion


# The rules never see a name: of a person's document `Person` takes what it knows.
_person = reader(Person).decode
_authority = reader(AuthorityRecord).decode
_protection = reader(ProtectionRecord).decode
_act = reader(ConsentAct).decode
_hold = reader(Hold).decode
# Read from the database every time; what the same words mean is not worked out again.
_channel = lru_cache(maxsize=4096)(reader(Channel).decode)
_form = reader(_FormDocument).decode
_organisation = reader(Organisation).decode
_unit = reader(Unit).decode
_depictions = reader(DepictionSet).decode
_attestation = reader(AttestationRecord).decode
_rights = reader(RightsRecord).decode
_lineage = reader(Lineage).decode


class Rows:
    """
    The rows of an answer, by what they are.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        """
        Sort *rows* by part.
        """
        self._parts: defaultdict[int, list[Row]] = defaultdict(list)
        for part, *row in rows:
            self._parts[part].append(tuple(row))

    def of(self, part: Part) -> list[Row]:
        """
        Give key, instant and document of each row of *part*.
        """
        return self._parts[part]

    def by_key(self, part: Part) -> defaultdict[str, list[Row]]:
        """
        Give the rows of *part* by whose they are.
        """
        grouped: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self._parts[part]:
            grouped[row[0]].append(row)
        return grouped


def house_of(rows: Rows) -> House:
    """
    Give the organisation that asks.

    Raises:
        NotFound: It did not exist yet.
    """
    found = rows.of(Part.HOUSE)
    if not found:
        raise NotFound("There was no such organisation.")
    return _house(found[0][2], tuple(document for _, _, document in rows.of(Part.UNIT)))


@lru_cache(maxsize=128)  # of each question; what the same words mean stays the same
def _house(organisation: str, of_units: tuple[str, ...]) -> House:
    """
    Read the documents of an organisation and of its units.
    """
    settings = _organisation(organisation)
    units = [_unit(document) for document in of_units]
    return House(
        time_zone=ZoneInfo(settings.time_zone),
        jurisdiction=settings.jurisdiction,
        contact=settings.contact,
        press=settings.press,
        legal=settings.legal,
        policy=settings.policy,
        unit_contacts={unit.id: unit.contact for unit in units},
        special_units=frozenset(unit.id for unit in units if unit.reveals_special_category),
    )


def live_holds_of(rows: Rows, wanted: Wanted) -> list[Hold]:
    """
    Give every hold that stands at the instant asked for, in a stable order.
    """
    # By id: one on a person and a photo comes twice.
    holds = {key: _hold(document) for key, _, document in rows.of(Part.HOLD)}
    found = holds_by(holds.values(), wanted.known_at) if wanted.as_recorded else holds.values()
    return sorted((hold for hold in found if hold.is_live(wanted.at)), key=lambda hold: hold.id)


def dossiers_of(
    rows: Rows, house: House, holds: Sequence[Hold], known_at: datetime
) -> dict[PersonId, Dossier]:
    """
    Give everybody who is known, with everything around them.
    """
    authorities = rows.by_key(Part.AUTHORITY)
    protections = rows.by_key(Part.PROTECTION)
    acts = rows.by_key(Part.ACT)
    proofs = {key: proof for key, _, proof in sorted(rows.of(Part.EVIDENCE), key=_in_time)}
    held: defaultdict[str | None, list[Hold]] = defaultdict(list)
    for hold in holds:
        held[hold.person_id].append(hold)
    return {
        person.id: Dossier(
            person=person,
            authorities=tuple(
                sorted(
                    (_authority(row[2]).authority for row in authorities[person.id]),
                    key=lambda each: each.id,
                )
            ),
            protections=tuple(
                sorted(
                    (_protection(row[2]).protection for row in protections[person.id]),
                    key=lambda each: each.id,
                )
            ),
            acts=tuple(
                sorted(
                    acts_by((_proven(_act(row[2]), proofs) for row in acts[person.id]), known_at),
                    key=lambda each: (each.recorded_at, each.id),
                )
            ),
            holds=tuple(held[person.id]),
        )
        for person in _people(rows, house)
    }


def _in_time(row: Row) -> tuple[datetime, str]:
    """
    Order rows by instant, and at equal instants by what they bring.
    """
    return row[1], row[2]


def _proven(act: ConsentAct, proofs: Mapping[str, EvidenceId]) -> ConsentAct:
    """
    Give an act with the last evidence that was attached to it, if any was.
    """
    proof = proofs.get(act.id)
    return replace(act, evidence_id=proof) if proof else act


def _people(rows: Rows, house: House) -> Iterable[Person]:
    """
    Give people as the rules know them; of an erased one only that there was somebody.
    """
    for _, _, document in rows.of(Part.PERSON):
        yield _person(document)
    for person_id, _, _ in rows.of(Part.ERASED):
        yield Person(
            id=person_id,
            category=Category.VISITOR,
            jurisdiction=house.jurisdiction,
            erased=True,
        )


def began_later(rows: Rows, ruled_at: datetime) -> bool:
    """
    Tell whether the house was not here yet at an instant.
    """
    return any(recorded_at > ruled_at for _, recorded_at, _ in rows.of(Part.HOUSE))


def channels_of(rows: Rows, wanted: Wanted) -> dict[ChannelId, Channel]:
    """
    Give the channels that were asked about, as they stood.

    One that was not in the register yet, though there was one, is closed: by its first
    rules, but nothing was to be published there.  Of a house that was not here yet
    nobody knows since when it has its pages.
    """
    existed = not began_later(rows, wanted.ruled_at)
    found = {}
    for key, recorded_at, document in sorted(rows.of(Part.CHANNEL)):
        channel = _channel(document)
        if existed and recorded_at > wanted.ruled_at:
            if wanted.channel_ids is None:
                continue
            channel = replace(channel, closed=True)
        found[key] = channel
    return found


def form_versions_of(rows: Rows) -> dict[FormVersionId, FormVersion]:
    """
    Give every version of every form that some act answered.
    """
    return {key: _form(document).version for key, _, document in rows.of(Part.FORM_VERSION)}


def published_of(rows: Rows) -> dict[ChannelId, tuple[datetime, ...]]:
    """
    Give when something was published on each channel, in order.
    """
    found = rows.by_key(Part.PUBLISHED)
    return {ChannelId(key): tuple(sorted(row[1] for row in found[key])) for key in found}


def photos_of(rows: Rows) -> dict[PhotoId, Photo]:
    """
    Give photos, attested only if nobody was added since somebody looked.
    """
    depictions = {key: _depictions(text).depictions for key, _, text in rows.of(Part.DEPICTIONS)}
    depicted_at = {key: recorded_at for key, recorded_at, _ in rows.of(Part.DEPICTIONS)}
    rights = {key: _rights(text).rights for key, _, text in rows.of(Part.RIGHTS)}
    # In order, so that the last one to look is the one that stays.
    looks = sorted(rows.of(Part.ATTESTATION), key=lambda row: row[1:])
    attestations = {
        key: _compared_as_it_is(_attestation(text).attestation, attested_at, depicted_at)
        for key, attested_at, text in looks
    }
    found = {key: flags.partition(LINEAGE) for key, _, flags in rows.of(Part.PHOTO)}
    return {
        key: Photo(
            id=key,
            depictions=depictions.get(key, ()),
            attestation=attestations.get(key),
            rights=rights.get(key),
            intimate=INTIMATE in flags,
            public_place=PUBLIC_PLACE in flags,
            moving=MOVING in flags,
            lineage=_lineage(f"{LINEAGE}{rest}") if begins else None,
        )
        for key, (flags, begins, rest) in found.items()
    }


def _compared_as_it_is(
    attestation: Attestation, attested_at: datetime, depicted_at: Mapping[str, datetime]
) -> Attestation:
    """
    Leave out the photos in which somebody was named since they were compared.

    Whoever looked at both did not know of them, and in a likeness they may be, too.
    """
    compared = frozenset(
        each
        for each in attestation.compared_photo_ids
        if each not in depicted_at or depicted_at[each] <= attested_at
    )
    return replace(attestation, compared_photo_ids=compared)
