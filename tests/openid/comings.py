"""
A house whose staff sign in through a provider, and the browsers that go there and back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx

from cli.serve import address_of, listen
from service.decision.ids import MemberId
from service.decision.powers import Appointment, Role
from service.records.organisation import SecondFactor
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.openid import ProviderDetails
from service.usecases.organisations import OrganisationDetails
from service.usecases.organisations.operator import operator_of
from service.usecases.staff import MemberDetails
from tests.loopback import PLAIN
from tests.openid.provider import CLIENT, SECRET, Provider
from tests.web.reader import words
from tests.web.site import Site, running_site
from tests.web.staffed import PASSWORD, StaffedHouse

NADIA = "nadia@jacinthes.example"


@contextmanager
def open_site(folder: Path, url: str, provider: Provider) -> Iterator[Site]:
    """
    Serve where a provider on loopback is let in, as hooks are.
    """
    listening = listen("127.0.0.1", 0)
    settings = Settings(
        var_folder=folder,
        database_url=url,
        public_url=address_of(listening),
        hooks_inside=f"127.0.0.1:{provider.port}",
        sequencer_interval_seconds=0.05,
        mail_interval_seconds=86_400,
        hooks_interval_seconds=86_400,
    )
    with running_site(settings, listening) as site:
        yield site


@dataclass(frozen=True)
class OpenHouse:
    """
    A house, and the provider of its staff.
    """

    staffed: StaffedHouse
    provider: Provider

    @property
    def whole(self) -> Caller:
        """
        Give who may do everything.
        """
        return operator_of(self.staffed.door.organisation.id)

    @property
    def slug(self) -> str:
        """
        Give its short name.
        """
        return self.staffed.door.organisation.slug

    def set_provider(self, **more: object) -> None:
        """
        Say who the provider is.
        """
        told: dict[str, object] = {
            "issuer": self.provider.issuer,
            "client_id": CLIENT,
            "client_secret": SECRET,
            "name": "Jacinthes ID",
        }
        details = ProviderDetails(**{**told, **more})  # type: ignore[arg-type]  # each as it is
        self.staffed.site.registry.openid.set_provider(self.whole, details)

    def needs_factor(self) -> None:
        """
        Let nobody in without a second factor.
        """
        self.staffed.site.registry.organisations.change_settings(
            self.whole, OrganisationDetails(second_factor=SecondFactor.REQUIRED)
        )

    def hire(self, email: str = NADIA, role: Role = Role.CHECKER) -> MemberId:
        """
        Let somebody work here who has a password.
        """
        staff = self.staffed.site.registry.staff
        details = MemberDetails(
            email=email, name="Nadia", language="en", appointments=(Appointment(role),)
        )
        link = staff.invite_member(self.whole, details)
        staff.accept_invitation(link.text, PASSWORD)
        return link.member.id

    def logged(self) -> list[tuple[str, dict[str, object]]]:
        """
        Give what the log says of signing in.
        """
        return [
            (each["kind"], each["payload"])
            for each in self.staffed.door.entries()
            if each["kind"].startswith(("openid:", "staff:signed", "staff:sign_in"))
        ]

    def last_sign_in(self) -> dict[str, object]:
        """
        Give what the log says of the last one that came in.
        """
        return [payload for kind, payload in self.logged() if kind == "staff:signed_in"][-1]


@dataclass
class Surfer:
    """
    A browser that keeps cookies of the service, also secure ones.
    """

    house: OpenHouse
    kept: dict[str, str] = field(default_factory=dict)
    last: httpx.Response | None = None

    def load(self, path: str) -> httpx.Response:
        """
        Load an address of the service.
        """
        cookies = "; ".join(f"{name}={value}" for name, value in self.kept.items())
        headers = {"accept-language": "en", **({"cookie": cookies} if cookies else {})}
        answer = httpx.get(
            f"{self.house.staffed.site.address}{path}", headers=headers, timeout=60, verify=PLAIN
        )
        for each in answer.headers.get_list("set-cookie"):
            name, _, value = each.partition(";")[0].partition("=")
            self.kept.pop(name, None)
            if value.strip('"'):
                self.kept[name] = value.strip('"')
        self.last = answer
        return answer

    def leave(self, back: str = "") -> str:
        """
        Press the button; give where it leads.
        """
        asked = urlencode({"house": self.house.slug, "back": back})
        answer = self.load(f"/sign-in/openid?{asked}")
        assert 303 == answer.status_code, words(answer.text)
        return answer.headers["location"]

    def way_back(self, back: str = "") -> str:
        """
        Go to the provider; give the path by which it sends us back.
        """
        answer = httpx.get(self.leave(back), timeout=60, verify=PLAIN)
        assert 302 == answer.status_code
        parts = urlsplit(answer.headers["location"])
        assert f"{parts.scheme}://{parts.netloc}" == self.house.staffed.site.address
        return f"{parts.path}?{parts.query}"

    def sign_in(self, back: str = "") -> httpx.Response:
        """
        Go the whole way.
        """
        return self.load(self.way_back(back))


def changed(path: str, **asked: str) -> str:
    """
    Give an address with other questions in it.
    """
    parts = urlsplit(path)
    return f"{parts.path}?{urlencode(dict(parse_qsl(parts.query)) | asked)}"
