"""
Everything that a question needs, as it was known at an instant.
"""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from service.decision.ids import ChannelId, PersonId, PhotoId
from service.decision.terms import ActKind, HoldKind
from service.errors import NotFound
from service.persistence.database import SqlDatabase
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.activity import PublicationEvent, PublicationEventKind
from service.records.facts import Facts, Wanted
from tests.persistence.ground import ASHA, JACINTHES, NOW, TULIPES, later
from tests.persistence.make_activity import (
    make_attestation,
    make_depictions,
    make_photo,
    make_publication,
    make_rights,
)
from tests.persistence.make_people import make_authority, make_person, make_protection, make_unit
from tests.persistence.make_register import (
    make_act,
    make_channel,
    make_hold,
    make_template,
    make_version,
)

LEA, TOM = PersonId("person-lea"), PersonId("person-tom")
OUTING = PhotoId("photo-outing")


def _gather(
    work: SqlUnitOfWork,
    *,
    people: tuple[PersonId, ...] = (),
    photos: tuple[PhotoId, ...] = (),
    channels: tuple[str, ...] | None = None,
    at: float = 0,
    known: float = 10,
) -> Facts:
    return work.facts.gather(
        Wanted(
            at=later(at),
            known_at=later(known),
            person_ids=frozenset(people),
            photo_ids=frozenset(photos),
            channel_ids=None if channels is None else frozenset(map(ChannelId, channels)),
        )
    )


def test_the_house_has_its_contacts_and_what_its_units_reveal(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.organisations.units.add(make_unit("kitchen"), NOW, ASHA)
        work.organisations.units.add(make_unit("ward", special=True), NOW, ASHA)

        house = _gather(work).house

    assert (ZoneInfo("Europe/Brussels"), "BE", "Bram") == (
        house.time_zone,
        house.jurisdiction,
        house.contact.name,
    )
    assert {"unit-kitchen": "kitchen", "unit-ward": "ward"} == {
        unit_id: contact.name for unit_id, contact in house.unit_contacts.items()
    }
    assert {"unit-ward"} == house.special_units


def test_an_organisation_that_did_not_exist_yet_has_no_facts(database: SqlDatabase) -> None:
    with database.look(TULIPES) as work, pytest.raises(NotFound):
        _gather(work)
    with database.look(JACINTHES) as work, pytest.raises(NotFound):
        _gather(work, known=-1)


def test_a_dossier_holds_everything_around_a_person(database: SqlDatabase) -> None:
    yes, no = make_act("yes"), make_act("no", kind=ActKind.REFUSED, recorded_at=later(1))
    hold = make_hold("h", kind=HoldKind.RESTRICTION, person="lea")
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea", units=["kitchen"]), NOW, ASHA)
        work.authorities.add(make_authority("lea", "ngozi"), NOW, ASHA)
        work.authorities.add(make_authority("lea", "emeka"), NOW, ASHA)
        work.protections.add(make_protection("lea"), NOW, ASHA)
        work.acts.add(no, ASHA)
        work.acts.add(yes, ASHA)
        work.holds.add(hold, NOW, ASHA)

        facts = _gather(work, people=(LEA, PersonId("person-nobody")))

    dossier = facts.dossiers[LEA]
    assert [LEA] == list(facts.dossiers)
    assert make_person("lea", units=["kitchen"]).memberships == dossier.person.memberships
    assert (make_authority("lea", "emeka").authority, make_authority("lea", "ngozi").authority) == (
        dossier.authorities
    )
    assert (make_protection("lea").protection,) == dossier.protections
    assert (yes, no) == dossier.acts
    assert (hold,) == dossier.holds
    assert () == facts.holds


def test_facts_are_those_known_then(database: SqlDatabase) -> None:
    lea, authority = make_person("lea"), make_authority("lea", "emeka")
    with database.begin(JACINTHES) as work:
        work.people.add(lea, NOW, ASHA)
        work.people.add(replace(lea, left_on=NOW.date()), later(2), ASHA)
        work.people.add(make_person("tom"), later(2), ASHA)
        work.authorities.add(authority, NOW, ASHA)
        ended = replace(authority.authority, until_on=NOW.date())
        work.authorities.add(replace(authority, authority=ended), later(2), ASHA)
        work.acts.add(make_act("yes"), ASHA)
        work.acts.add(make_act("no", kind=ActKind.REFUSED, recorded_at=later(2)), ASHA)

        then = _gather(work, people=(LEA, TOM), known=1).dossiers
        now = _gather(work, people=(LEA, TOM), known=2).dossiers

    assert [LEA] == list(then)
    assert {LEA, TOM} == set(now)
    assert (None, NOW.date()) == (then[LEA].person.left_on, now[LEA].person.left_on)
    assert [None] == [each.until_on for each in then[LEA].authorities]
    assert [NOW.date()] == [each.until_on for each in now[LEA].authorities]
    assert (["act-yes"], ["act-yes", "act-no"]) == (
        [act.id for act in then[LEA].acts],
        [act.id for act in now[LEA].acts],
    )


def test_of_whoever_was_erased_only_that_is_known(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea"), NOW, ASHA)
        work.authorities.add(make_authority("lea", "emeka"), NOW, ASHA)
        work.people.erase(LEA, later(1))

        dossier = _gather(work, people=(LEA,)).dossiers[LEA]

    assert dossier.person.erased
    assert () == dossier.authorities


def test_holds_are_those_of_the_house_its_units_and_the_photos(database: SqlDatabase) -> None:
    crisis = make_hold("crisis")
    unit = make_hold("unit", unit="kitchen")
    photo = make_hold("photo", photo="outing")
    with database.begin(JACINTHES) as work:
        for hold in (crisis, unit, photo, make_hold("other", photo="other")):
            work.holds.add(hold, NOW, ASHA)
        work.holds.add(make_hold("tom", person="tom"), NOW, ASHA)
        work.holds.add(make_hold("over", until_at=later(1)), NOW, ASHA)

        assert (crisis, photo, unit) == _gather(work, photos=(OUTING,), at=1).holds
        assert (crisis, make_hold("over", until_at=later(1)), unit) == _gather(work).holds


def test_every_open_channel_is_gathered_when_none_is_named(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.channels.add(make_channel("facebook"), NOW, ASHA)
        work.channels.add(make_channel("web"), later(2), ASHA)
        work.channels.add(make_channel("old", closed=True), NOW, ASHA)

        assert ["channel-facebook", "channel-web"] == list(_gather(work, at=2).channels)
        assert ["channel-facebook"] == list(_gather(work, at=2, known=1).channels)
        assert ["channel-old"] == list(_gather(work, channels=("channel-old",)).channels)
        assert [] == list(_gather(work, channels=()).channels)


def test_every_version_of_an_answered_form_is_gathered(database: SqlDatabase) -> None:
    first, second = make_version(1), make_version(2, published_at=later(2))
    with database.begin(JACINTHES) as work:
        for name in ("intake", "other"):
            work.forms.add_template(make_template(name), NOW, ASHA)
        for version in (first, second, make_version(1, "other")):
            work.forms.add_version(version, ASHA)
        work.people.add(make_person("lea"), NOW, ASHA)
        work.acts.add(make_act("yes", form="intake-1"), ASHA)

        assert {first.id: first.version, second.id: second.version} == _gather(
            work, people=(LEA,)
        ).form_versions
        assert [first.id] == list(_gather(work, people=(LEA,), known=1).form_versions)
        assert {} == _gather(work, people=(TOM,)).form_versions


def test_publications_around_the_instant_count_unless_taken_down(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.channels.add(make_channel("facebook"), NOW, ASHA)
        for name, hours in (("b", 2.0), ("a", 1.0), ("gone", 3.0), ("long-ago", -24.0 * 41)):
            work.publications.add(make_publication(name, at=later(hours)))
        work.publications.add(make_publication("web", channel="web"))
        removed = make_publication("gone").id
        work.publications.add_event(
            PublicationEvent(removed, PublicationEventKind.TAKEN_DOWN, later(4), later(4), ASHA)
        )
        work.publications.add_event(
            PublicationEvent(
                make_publication("a").id, PublicationEventKind.CORRECTED, later(4), later(4), ASHA
            )
        )
        facebook, web = ChannelId("channel-facebook"), ChannelId("channel-web")

        assert {facebook: (later(1), later(2))} == _gather(work, channels=(facebook,)).published
        assert {facebook: (later(1), later(2), later(3))} == _gather(
            work, channels=(facebook,), known=3
        ).published
        assert {facebook, web} == set(_gather(work).published)


def test_planned_publications_count_for_the_quota_of_their_day(database: SqlDatabase) -> None:
    planned = replace(make_publication("planned"), published_at=NOW + timedelta(days=30))
    with database.begin(JACINTHES) as work:
        work.publications.add(planned)

        assert {planned.channel_id: (planned.published_at,)} == _gather(work, at=24).published


def test_a_photo_brings_everybody_who_is_in_it(database: SqlDatabase) -> None:
    photo = replace(make_photo("outing"), intimate=True)
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea"), NOW, ASHA)
        work.photos.add(photo, NOW, ASHA)
        work.photos.depictions.add(make_depictions("outing", "lea", "nobody"), NOW, ASHA)
        work.photos.attest(make_attestation())
        work.photos.rights.add(make_rights(), NOW, ASHA)

        facts = _gather(work, photos=(OUTING,))

    gathered = facts.photos[OUTING]
    assert [LEA] == list(facts.dossiers)
    assert make_depictions("outing", "lea", "nobody").depictions == gathered.depictions
    assert make_attestation().attestation == gathered.attestation
    assert make_rights().rights == gathered.rights
    assert (True, False) == (gathered.intimate, gathered.public_place)


def test_who_looked_before_somebody_was_added_did_not_see_them(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("outing"), NOW, ASHA)
        work.photos.depictions.add(make_depictions("outing", "lea"), NOW, ASHA)
        work.photos.attest(make_attestation("old", version=1, at=later(1)))
        work.photos.depictions.add(make_depictions("outing", "lea", "tom"), later(2), ASHA)

        assert None is _gather(work, photos=(OUTING,)).photos[OUTING].attestation
        then = _gather(work, photos=(OUTING,), known=1).photos[OUTING].attestation
        assert "attestation-old" == getattr(then, "id", None)

        work.photos.attest(make_attestation("new", version=2, at=later(3)))
        now = _gather(work, photos=(OUTING,)).photos[OUTING].attestation
        assert "attestation-new" == getattr(now, "id", None)


def test_an_erased_photo_is_no_photo(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.photos.add(make_photo("outing"), NOW, ASHA)
        work.photos.erase(OUTING)

        assert {} == _gather(work, photos=(OUTING,)).photos
