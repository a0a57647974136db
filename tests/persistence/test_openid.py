"""
The provider is kept with its secret sealed; who is on the way is found once.
"""

from datetime import timedelta

from service.decision.ids import MemberId
from service.persistence.database import SqlDatabase
from service.records.openid import ClientSecret, ProviderLink
from tests.persistence.ground import JACINTHES, NOW
from tests.persistence.make_openid import make_client_secret, make_provider, make_state

NADIA = MemberId("member-nadia")


def test_a_secret_stays_until_another_is_said(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.openid.keep_provider(make_provider(), make_client_secret())
        work.openid.keep_provider(make_provider(), None)
        first = work.openid.find_secret()
        work.openid.keep_provider(make_provider(), ClientSecret(text="other"))

        assert make_client_secret() == first
        assert ClientSecret(text="other") == work.openid.find_secret()
        assert make_provider() == work.openid.find_provider()


def test_a_removed_provider_leaves_nobody_on_the_way(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.openid.keep_provider(make_provider(), make_client_secret())
        work.openid_states.add(make_state())
        work.openid.drop_provider()

        assert None is work.openid.find_provider()
        assert None is work.openid.find_secret()
        assert None is work.openid_states.take(make_state().id)


def test_who_is_on_the_way_is_found_once_and_forgotten_in_the_end(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.openid_states.add(make_state())
        assert make_state() == work.openid_states.take(make_state().id)
        assert None is work.openid_states.take(make_state().id)
        work.openid_states.add(make_state())

        assert 0 == work.openid_states.forget(NOW)
        assert 1 == work.openid_states.forget(NOW + timedelta(minutes=11))


def test_links_are_of_issuer_and_subject_together(database: SqlDatabase) -> None:
    link = ProviderLink(NADIA, NOW)
    with database.begin(JACINTHES) as work:
        work.openid.link("https://a.example", "b", link)

        assert link == work.openid.find_linked("https://a.example", "b")
        assert None is work.openid.find_linked("https://a.exampleb", "")
        assert link == work.openid.find_link_of(NADIA)
        assert [link] == work.openid.list_links()
        assert (1, 0) == (work.openid.unlink(NADIA), work.openid.unlink(NADIA))
