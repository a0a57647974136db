"""
Whoever keeps one house cannot have the provider of another one speak to it.

One service serves many houses, and anybody may found one.
"""

import json
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx

from tests.loopback import PLAIN
from tests.openid.comings import OpenHouse, Surfer, changed
from tests.openid.provider import Provider
from tests.web.site import Site
from tests.web.staffed import staffing

USED = "This way of signing in was used already"


def _set_evil(evil: OpenHouse, provider: Provider) -> None:
    """
    Have the provider of a house be one that tells its keeper what it hears.
    """
    at = f"{provider.issuer}/evil"
    described = {
        **provider.description(),
        "issuer": at,
        "token_endpoint": f"{at}/token",
    }
    path = "/evil/.well-known/openid-configuration"
    provider.bodies[path] = (200, json.dumps(described).encode())
    provider.bodies["/evil/token"] = (200, b"{}")
    evil.set_provider(issuer=at)


def test_a_code_for_one_house_is_not_told_to_the_provider_of_another(
    open_house: OpenHouse, surfer: Surfer, provider: Provider, site: Site
) -> None:
    """
    The attack of RFC 9700, section 4.4, with nonce and challenge of the attacker.
    """
    open_house.hire()
    with staffing(site) as found:
        evil = OpenHouse(found(), provider)
        _set_evil(evil, provider)
        attacker, victim = surfer, Surfer(evil)
        begun = attacker.leave()
        lured = dict(parse_qsl(urlsplit(victim.leave()).query))
        # The evil provider sends the victim on to the good one, with what the attacker asked.
        answer = httpx.get(
            f"{provider.issuer}{changed(begun, state=lured['state'])}", timeout=60, verify=PLAIN
        )
        back = urlsplit(answer.headers["location"])
        refused = victim.load(f"{back.path}?{back.query}")

        assert "/evil/token" not in provider.asked
        assert (422, True) == (refused.status_code, USED in refused.text)


def test_each_house_has_an_address_of_its_own_to_come_back_to(
    open_house: OpenHouse, surfer: Surfer, site: Site
) -> None:
    open_house.hire()
    with staffing(site) as found:
        other = found().door.organisation.slug
    path, kept = surfer.way_back(), dict(surfer.kept)
    elsewhere = Surfer(open_house, dict(kept)).load(
        path.replace(f"/{open_house.slug}/", f"/{other}/")
    )

    assert (422, True) == (elsewhere.status_code, USED in elsewhere.text)
    # Nothing was used up by it.
    assert 303 == Surfer(open_house, kept).load(path).status_code
    assert urlencode({"redirect_uri": site.registry.openid.get_callback(open_house.whole)}) in (
        surfer.leave()
    )
