"""
Run the whole application on a storage of its own, and ask it as any caller does.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TypeVar

from benchmarks.deployment import DESK
from service.decision.terms import MatchClass
from service.errors import AlreadyExists, BadImage, Unavailable
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.checks.question import CheckQuestion, Upload
from service.usecases.organisations import OrganisationDetails
from service.usecases.photos.photo_details import PhotoDetails
from service.usecases.registry import Registry
from service.wiring import build, prepare

T = TypeVar("T")
NO_LIMIT = "1000000000"
MOST_TIMES = 10
Found = Mapping[str, MatchClass]
"""Photos by the names they were registered under, each with how it was recognised."""


class House:
    """
    One organisation and the photos it registered.
    """

    def __init__(self, registry: Registry, caller: Caller) -> None:
        self._registry = registry
        self._caller = caller
        self._names: dict[str, str] = {}

    @property
    def registered(self) -> int:
        """
        Count the photos.
        """
        return len(self._names)

    def register(self, name: str, content: bytes) -> bool:
        """
        Register a photo; tell whether it was new and a picture at all.
        """
        details = PhotoDetails(Upload(content, None))
        try:
            made = patiently(lambda: self._registry.photos.register_photo(self._caller, details))
        except (AlreadyExists, BadImage):
            return False
        self._names[made.story.photo.id] = name
        return True

    def check(self, content: bytes) -> Found:
        """
        Check a picture; give every photo that the answer names, and as what.

        Raises:
            BadImage: It was refused, so nothing was recognised.
        """
        question = CheckQuestion(uploads=(Upload(content, None),))
        outcome = patiently(lambda: self._registry.checks.check_post(self._caller, question))
        picture = outcome["pictures"][0]
        found = {each["photo_id"]: MatchClass(each["match"]) for each in picture["resembles"]}
        if picture["photo_id"] is not None:
            found[picture["photo_id"]] = MatchClass(picture["match"])
        return {self._names[photo_id]: match for photo_id, match in found.items()}


def patiently(ask: Callable[[], T]) -> T:
    """
    Ask again where no worker was free, as any client does.

    A machine that others use, too, may stand still for so long, and hours of measuring
    would be lost.

    Raises:
        Unavailable: It goes on like that.
    """
    for _ in range(MOST_TIMES - 1):
        with suppress(Unavailable):
            return ask()
    return ask()


@dataclass(frozen=True, slots=True)
class Street:
    """
    Several organisations of one deployment.
    """

    registry: Registry

    def found(self, slug: str) -> House:
        """
        Found an organisation.
        """
        details = OrganisationDetails(
            name=slug,
            jurisdiction="BE",
            time_zone="Europe/Brussels",
            languages=("fr",),
            contact=DESK,
            press=DESK,
            legal=DESK,
        )
        self.registry.organisations.found_organisation(slug, details)
        return House(self.registry, self.registry.organisations.act_as_operator(slug))


@contextmanager
def street() -> Iterator[Street]:
    """
    Build the application on a fresh SQLite, with real picture workers.
    """
    with TemporaryDirectory() as folder:
        settings = Settings.from_env(
            {"OBSTAT_VAR_FOLDER": folder, "OBSTAT_CHECKS_PER_HOUR": NO_LIMIT}
        )
        prepare(settings)
        registry = build(settings)
        try:
            yield Street(registry)
        finally:
            registry.close()
