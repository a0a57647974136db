"""
Measure an answer on the page against the same answer of the API.

The same pictures and words, the same house; the page keeps the picture as a draft, looks
up who is signed in, and writes HTML.
"""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from statistics import median
from time import perf_counter

import httpx

from benchmarks.decode_floor import twelve_megapixels
from benchmarks.deployment import deployment
from benchmarks.ratio import Ratio, table
from service.decision.powers import Appointment, Role
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.staff import MemberDetails
from service.web.session import COOKIE

AT_MOST = 1.2
ROUNDS = 50
WORDS = "Thank you Leab Dubpont for the garden!"
PASSWORD = "seven blue chairs under a lamp"  # noqa: S105  # of a house that lasts a minute
Part = tuple[str, tuple[str | None, str | bytes]]
"""One field of a form: its name, the name of its file, its content."""


Ask = Callable[[], float]
"""Ask once; give the seconds it took."""


def measure() -> list[Ratio]:
    """
    Give the ratio for a picture of a camera, and for words alone.
    """
    tokens: list[str] = []
    picture = twelve_megapixels(None)

    def furnish(registry: Registry, caller: Caller) -> None:
        tokens.append(_hired(registry, caller))

    with (
        deployment(1_000, furnish) as ours,
        httpx.Client(base_url=f"http://127.0.0.1:{ours.port}", timeout=60) as client,
    ):
        house = _House(client, ours.key, tokens[0])
        return [
            _ratio(
                "a 12-megapixel picture",
                lambda: house.api(("image", ("a.jpg", picture))),
                lambda: house.page(("picture", ("a.jpg", picture))),
            ),
            _ratio(
                "words alone",
                lambda: house.api(("text", (None, WORDS))),
                lambda: house.page(("caption", (None, WORDS))),
            ),
        ]


@dataclass(frozen=True, slots=True)
class _House:
    """
    The running service, asked by a program and by somebody who is signed in.
    """

    client: httpx.Client
    key: str
    token: str

    def api(self, part: Part) -> float:
        """
        Ask as a program does.
        """
        headers = {"authorization": f"Bearer {self.key}"}
        return self._seconds("/api/v1/checks", headers, part)

    def page(self, part: Part) -> float:
        """
        Ask as a browser does.
        """
        headers = {"cookie": f"{COOKIE}={self.token}", "sec-fetch-site": "same-origin"}
        return self._seconds("/check", headers, part)

    def _seconds(self, path: str, headers: dict[str, str], part: Part) -> float:
        """
        Ask once.
        """
        start = perf_counter()
        parts = [part, ("channel", (None, "page"))]
        answer = self.client.post(path, headers=headers, files=parts)
        spent = perf_counter() - start
        assert answer.status_code == HTTPStatus.OK, answer.text
        return spent


def _ratio(name: str, api: Ask, page: Ask) -> Ratio:
    """
    Ask by turns, so that whatever else the machine does meets both.
    """
    pairs = [(page(), api()) for _ in range(ROUNDS)]
    ours, theirs = (median(each) for each in zip(*pairs, strict=True))
    return Ratio(
        f"answer on a page / the same by the API: {name}",
        f"{ours * 1000:.1f} ms",
        f"{theirs * 1000:.1f} ms",
        ours / theirs,
        at_most=AT_MOST,
    )


def _hired(registry: Registry, caller: Caller) -> str:
    """
    Hire a checker and sign them in; give what their browser keeps.
    """
    details = MemberDetails(
        email="checker@house.example",
        name="Checker",
        language="en",
        appointments=(Appointment(Role.CHECKER),),
    )
    return registry.staff.accept_invitation(
        registry.staff.invite_member(caller, details).text, PASSWORD
    ).token


if __name__ == "__main__":
    print(table(measure()))
