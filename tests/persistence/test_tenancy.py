"""
No row of another organisation is reachable by any route.
"""

from datetime import timedelta

import pytest

from service.decision.ids import (
    ActId,
    CheckId,
    DraftId,
    EvidenceId,
    FormVersionId,
    KeyId,
    PersonId,
    PhotoId,
    ProposalId,
    PublicationId,
    TakedownId,
)
from service.decision.proposing import State
from service.errors import NotFound
from service.persistence.database import SqlDatabase
from service.persistence.schema import metadata
from service.records.facts import Wanted
from service.records.paging import Page
from service.records.photos import FingerprintRecord
from tests.persistence.behind import behind
from tests.persistence.full import fill
from tests.persistence.ground import ASHA, JACINTHES, NOW, TULIPES, found
from tests.persistence.make_openid import make_provider, make_state
from tests.persistence.make_paper import make_paper
from tests.persistence.make_staff import make_member, make_session, make_ticket

OPEN_TO_ALL = {"organisations", "ledger_pending", "letters_due", "hooks_due"}
"""Looked through before it is known for whom: identifiers and short names only."""

GUARDED = sorted(set(metadata.tables) - OPEN_TO_ALL)


@pytest.fixture
def two_houses(url: str, database: SqlDatabase) -> str:
    """
    Give a database where Les Jacinthes have everything and Les Tulipes nothing.
    """
    fill(database)
    found(database, TULIPES)
    return url


def test_every_primary_key_leads_with_the_organisation() -> None:
    leaders = {table.name: next(iter(table.primary_key)).name for table in metadata.sorted_tables}

    assert {"organisation_id"} == set(leaders.values())


def test_lists_show_nothing_of_another_organisation(database: SqlDatabase, two_houses: str) -> None:
    assert two_houses
    with database.look(TULIPES) as work:
        stores = (
            work.organisations.units,
            work.people,
            work.signatories,
            work.authorities,
            work.protections,
            work.channels,
            work.channel_groups,
            work.holds,
            work.photos.depictions,
            work.photos.rights,
            work.photos,
            work.acts,
            work.checks,
            work.publications,
            work.outbox,
            work.hook_deliveries,
            work.staff,
            work.takedowns,
            work.proposals,
        )
        assert [()] * len(stores) == [store.list_page(Page()).items for store in stores]
        assert () == work.forms.list_templates(Page()).items
        assert [] == work.keys.list_all()
        assert 0 == work.checks.count_by_actor(ASHA, NOW)
        assert [] == work.drafts.list_of(ASHA)
        assert [] == work.pending_answers.list_all()
        assert [] == [*work.unmatched_answers.list_all(), *work.hooks.list_all()]
        assert None is work.paper_forms.find(make_paper().id)
        assert {} == work.received_records.all()
        assert None is work.paper_forms.used_at(make_paper().id)
        assert [] == [*work.staff_sessions.list_of(make_member().id), *work.openid.list_links()]
        assert 0 == work.staff_attempts.count("account:nadia", NOW - timedelta(days=1))
        assert [] == work.takedowns.live_after("", 10)
        assert [] == work.proposals.open_with([PersonId("person-lea")])
        assert [] == work.proposals.open_with_photo(PhotoId("photo-outing"))
        assert [] == work.proposals.in_state(State.APPROVED)
        assert [] == work.takedowns.live_with([PersonId("person-lea")])
        assert [] == work.takedowns.live_with_photo(PhotoId("photo-outing"))
        assert [] == work.publications.reshares_of(PublicationId("publication-post"))
        assert [] == list(work.ledger.leaves())
        assert [] == list(work.ledger.checkpoints())
        assert [] == work.ledger.pending(10)


def test_identifiers_of_another_organisation_find_nothing(
    database: SqlDatabase, two_houses: str
) -> None:
    assert two_houses
    with database.look(TULIPES) as work:
        assert None is work.people.find("person-lea")
        assert None is work.people.find_external("no-lea")
        assert not work.people.is_erased(PersonId("person-gone"))
        assert None is work.channels.find_slug("facebook")
        assert None is work.forms.find_template("intake")
        assert None is work.keys.find(KeyId("key-cms"))
        assert None is work.staff.find_email(make_member().email)
        assert None is work.staff.find_credentials(make_member().id)
        assert None is work.staff_sessions.find(make_session().id)
        assert None is work.openid.find_provider()
        assert None is work.openid.find_linked(make_provider().issuer, "account-1")
        assert None is work.openid_states.take(make_state().id)
        assert None is work.staff_tickets.find(make_ticket().id)
        assert None is work.photos.last_attestation(PhotoId("photo-outing"))
        assert None is work.ledger.last_checkpoint()
        asks = (
            lambda: work.photos.get(PhotoId("photo-outing")),
            lambda: work.drafts.get(ASHA, DraftId("draft-outing")),
            lambda: work.drafts.content(ASHA, DraftId("draft-outing")),
            lambda: work.drafts.preview(ASHA, DraftId("draft-outing")),
            lambda: work.acts.get(ActId("act-yes")),
            lambda: work.acts.get_evidence(EvidenceId("evidence-1")),
            lambda: work.forms.get_version(FormVersionId("version-intake-1")),
            lambda: work.checks.get(CheckId("check-one")),
            lambda: work.publications.get(PublicationId("publication-post")),
            lambda: work.proposals.get(ProposalId("proposal-one")),
            lambda: work.takedowns.get(TakedownId("takedown-post")),
            lambda: work.takedowns.get_proof(TakedownId("takedown-post")),
            lambda: work.ledger.node(0, 0),
        )
        for ask in asks:
            with pytest.raises(NotFound):
                ask()


def test_the_same_photo_in_two_organisations_is_no_hit(
    database: SqlDatabase, two_houses: str
) -> None:
    assert two_houses
    probe = FingerprintRecord("dct", 1, bytes(32))
    with database.look(JACINTHES) as work:
        assert [("photo-outing", 0)] == work.photos.near([probe], 31)
    with database.look(TULIPES) as work:
        assert [] == work.photos.near([probe], 31)
        assert [] == work.photos.with_bytes(b"bytes of outing")
        assert 0 == len(work.people.name_index())


def test_facts_hold_nothing_of_another_organisation(database: SqlDatabase, two_houses: str) -> None:
    assert two_houses
    wanted = Wanted(
        NOW,
        NOW,
        person_ids=frozenset({PersonId("person-lea"), PersonId("person-gone")}),
        photo_ids=frozenset({PhotoId("photo-outing")}),
    )
    with database.look(TULIPES) as work:
        facts = work.facts.gather(wanted)

    assert ({}, {}, {}, {}, (), {}) == (
        facts.dossiers,
        facts.channels,
        facts.photos,
        facts.form_versions,
        facts.holds,
        facts.published,
    )


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_row_level_security_binds_every_table_and_its_owner(two_houses: str) -> None:
    with behind(two_houses, None) as prompt:
        bound = prompt.rows(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity ORDER BY relname"
        )

    assert GUARDED == [name for (name,) in bound]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_hostile_query_sees_and_touches_nothing(two_houses: str) -> None:
    with behind(two_houses, TULIPES) as prompt:
        theirs = [f"FROM {table} WHERE organisation_id <> '{TULIPES}'" for table in GUARDED]

        assert {0} == {prompt.rows(f"SELECT count(*) {each}")[0][0] for each in theirs}
        assert {0} == {prompt.run(f"DELETE {each}") for each in theirs}


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_whoever_names_no_organisation_sees_nothing(two_houses: str) -> None:
    counts = [f"SELECT count(*) FROM {table}" for table in GUARDED]  # noqa: S608 -- our own tables
    with behind(two_houses, None) as prompt:
        assert {0} == {prompt.rows(each)[0][0] for each in counts}
    with behind(two_houses, JACINTHES) as prompt:
        assert 0 not in {prompt.rows(each)[0][0] for each in counts}


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_hostile_query_cannot_write_into_another_organisation(two_houses: str) -> None:
    theirs = f"VALUES ('{JACINTHES}', 'channels:slug', 'x', 'y')"
    with behind(two_houses, TULIPES) as prompt:
        assert "row-level security" in prompt.refusal_of(f"INSERT INTO unique_names {theirs}")


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_statement_that_forgets_the_organisation_still_sees_one_only(two_houses: str) -> None:
    with behind(two_houses, TULIPES) as prompt:
        assert [(TULIPES,)] == prompt.rows(
            "SELECT DISTINCT organisation_id FROM units UNION"
            " SELECT DISTINCT organisation_id FROM organisation_settings"
        )
