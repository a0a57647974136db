"""
Register every picture of a folder, each in a transaction of its own.

What was registered stays so, whatever happens to the rest: after Ctrl-C, a power cut
or a full disk the same command goes on where it stopped.
"""

import unicodedata
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field, replace
from enum import Enum
from hashlib import sha256
from pathlib import Path, PurePosixPath

from cli.batch.crew import in_turn, patiently
from cli.batch.ending import SomeUnread, end_early, told
from cli.batch.folder import content_below, files_below, name_below
from cli.batch.stopping import Stop, stopped_gently
from cli.batch.twins import Twins
from cli.batch.unread import Unread, show_unread
from cli.terminal.claims import as_plain as claims_as_plain
from cli.terminal.claims import said_by, show_claims
from cli.terminal.door import Inside
from cli.terminal.exits import Exit
from cli.terminal.output import emit_line, say
from cli.terminal.waiting import pacing, waiting
from service.decision.ids import PhotoId
from service.decision.terms import MatchClass
from service.errors import AlreadyExists, InvalidInput
from service.usecases.checks.question import Upload
from service.usecases.photos import FileClaims, PhotoDetails

COMPARE = "Compare those before somebody attests: photos attest --other-than."
STEPS = "Now say who is in them (photos people), whose they are (photos rights), and attest."
NOTHING_SAID = FileClaims()
LONGEST_TITLE = 200
JOINERS = "\u200c\u200d"
"""Names in Persian, Hindi and others need them."""


class Outcome(Enum):
    """
    What came of a picture.
    """

    REGISTERED = "registered"
    ALREADY = "already_registered"
    TWIN = "duplicate"


@dataclass(frozen=True, slots=True)
class Entered:
    """
    A picture that is registered now.
    """

    file: str
    outcome: Outcome
    photo_id: PhotoId | None = None
    same_as: str | None = None
    resembles: tuple[tuple[PhotoId, MatchClass], ...] = ()
    claims: FileClaims = NOTHING_SAID

    def as_plain(self) -> dict[str, object]:
        """
        Give it for scripts.
        """
        values = {
            "file": self.file,
            "outcome": self.outcome.value,
            "id": self.photo_id,
            "same_as": self.same_as,
            "resembles": [{"photo_id": one, "match": how.value} for one, how in self.resembles],
            "claims": claims_as_plain(self.claims),
        }
        return {name: value for name, value in values.items() if value}


@dataclass(frozen=True, slots=True)
class Registrar:
    """
    Register one file after the other, from any number of threads.
    """

    inside: Inside
    folder: Path
    common: PhotoDetails
    """What holds for every picture."""
    stop: Stop
    _twins: Twins[Entered] = field(default_factory=Twins)

    def __call__(self, path: Path) -> Entered | Unread:
        """
        Register one file; say what came of it.

        Raises:
            Unavailable: Nothing can be registered now, this file or another.
        """
        file = name_below(self.folder, path)
        try:
            content = content_below(path, self.inside.settings.picture_max_bytes)
            mark = sha256(content).digest()
            entered, is_new = self._twins.once(mark, lambda: self._entered(file, content))
        except InvalidInput as refused:
            return Unread(file, refused)
        if is_new:
            return entered
        return Entered(file, Outcome.TWIN, entered.photo_id, same_as=entered.file)

    def _entered(self, file: str, content: bytes) -> Entered:
        """
        Register a picture, unless it is.
        """
        verbs, caller = self.inside.registry, self.inside.caller
        if known := verbs.photos.find_photo(caller, content):
            return Entered(file, Outcome.ALREADY, known)
        upload = Upload(content, PurePosixPath(file).name)
        details = replace(self.common, upload=upload, title=title_of(file))
        try:
            made = patiently(lambda: verbs.photos.register_photo(caller, details), self.stop)
        except AlreadyExists:
            # Saved anew: other bytes, the same pixels.
            return Entered(file, Outcome.ALREADY)
        return Entered(
            file,
            Outcome.REGISTERED,
            made.story.photo.id,
            resembles=made.matches,
            claims=made.claims,
        )


@dataclass(slots=True)
class Tally:
    """
    What came of the whole folder, told as it goes.
    """

    inside: Inside
    unread: list[Unread] = field(default_factory=list)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    alike: int = 0
    claiming: list[tuple[str, FileClaims]] = field(default_factory=list)

    def add(self, each: Entered | Unread) -> None:
        """
        Count one file.
        """
        if isinstance(each, Unread):
            self.unread.append(each)
        else:
            self.outcomes[each.outcome] += 1
            self.alike += bool(each.resembles)
            if each.claims != NOTHING_SAID:
                self.claiming.append((each.file, each.claims))
        if self.inside.json:
            emit_line(each.as_plain())

    @property
    def count(self) -> int:
        """
        Count the files that were told about.
        """
        return self.outcomes.total() + len(self.unread)

    def show(self) -> None:
        """
        Print the whole for people.
        """
        many = self.outcomes
        say(
            f"Registered: {many[Outcome.REGISTERED]}. "
            f"Already registered: {many[Outcome.ALREADY]}. "
            f"The same file twice: {many[Outcome.TWIN]}."
        )
        show_unread(self.unread)
        if self.alike:
            say(f"Look like a registered photo: {self.alike}. {COMPARE}", style="dim")
        show_claims(said_by(self.claiming))
        if many[Outcome.REGISTERED]:
            say(STEPS, style="dim")


def register_folder(inside: Inside, folder: Path, common: PhotoDetails) -> None:
    """
    Register every picture below *folder*, several at a time.

    Raises:
        Exit: Something is not registered, or somebody pressed Ctrl-C.
    """
    with waiting("Looking through the folder"):
        total = sum(1 for _ in files_below(folder))
    tally = Tally(inside)
    with stopped_gently() as stop:
        _register(Registrar(inside, folder, common, stop), tally, total)
    if not inside.json:
        tally.show()
    if tally.count < total:
        how_far = f"{tally.count} of {total} files are done; run it again to go on."
        end_early(stop, how_far, Exit.REFUSED, as_json=inside.json)
    if not tally.outcomes and not any(each.is_missed for each in tally.unread):
        refused = InvalidInput(f"There is no picture in {folder}.")
        told(refused, Exit.REFUSED, as_json=inside.json)
    if missed := sum(each.is_missed for each in tally.unread):
        refused = SomeUnread(f"Files not registered: {missed}. Mend them and run it again.")
        told(refused, Exit.REFUSED, as_json=inside.json)


def _register(registrar: Registrar, tally: Tally, total: int) -> None:
    """
    Do one file after the other, and show how far things are.
    """
    stop, jobs = registrar.stop, registrar.inside.settings.picture_workers
    walk = in_turn(jobs, files_below(registrar.folder), registrar, stop)
    with pacing("Registering", total) as pace, closing(walk):
        for _, entered in walk:
            if entered is not None:
                tally.add(entered)
            pace(tally.count, total)
            if stop.is_asked:
                pace.now("Finishing what is under way")


def title_of(file: str) -> str:
    """
    Give the title of a picture: its way below the folder.

    Without the ending.  Cameras begin to count anew in every folder.  What the
    register does not take for text is left out, so that no photo stays out because of
    its name.
    """
    whole = PurePosixPath(file)
    way = unicodedata.normalize("NFC", str(whole.with_name(whole.stem)))
    text = "".join(each if each.isprintable() or each in JOINERS else " " for each in way)
    return " ".join(text.split())[-LONGEST_TITLE:].strip()
