"""
Make the file that is handed out to be published.
"""

from dataclasses import dataclass, field, replace

from service.decision.channels import Channel
from service.decision.ids import CheckId, PhotoId
from service.decision.photos import HOLDS_FOR_SURE
from service.decision.powers import Scope
from service.decision.terms import Answer, Purpose
from service.errors import Conflict, InvalidInput
from service.ledger.entry import EntryKind
from service.records.activity import CheckRecord
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.checks.asked_channel import find_channel
from service.usecases.checks.budget import Budget
from service.usecases.checks.examine import Examiner
from service.usecases.checks.kept import Kept, Seen, SeenAgain
from service.usecases.checks.looking import SeenFile
from service.usecases.checks.question import CheckQuestion, Upload
from service.usecases.checks.recognise import recognise
from service.usecases.desk import Desk
from service.usecases.photos.album import people_now
from service.usecases.ports.developing import DevelopedLike, EmbeddedWords, Order
from service.usecases.ports.services import PictureReader
from service.usecases.ports.work import UnitOfWork
from service.usecases.publications.record_publication import MAX_ALT_TEXT, refused
from service.usecases.releases.embedding import Caption, words_of
from service.usecases.releases.sizes import ReleaseSize, size_for


@dataclass(frozen=True, slots=True)
class ReleaseWish:
    """
    Which picture is to go where, and what it shows for who cannot see it.
    """

    upload: Upload
    channel: str
    purpose: Purpose = Purpose.INFORMATION
    alt_text: str = ""
    language: str = ""
    """Of the alternative text; none: the first one of the organisation."""


@dataclass(frozen=True, slots=True)
class ReleaseCopy:
    """
    The file to publish, and the check that says that it may be.
    """

    content: bytes = field(repr=False)
    media_type: str
    width_px: int
    height_px: int
    check_id: CheckId


@dataclass(frozen=True, slots=True)
class _Plan:
    """
    What the copy is made by, as it is now.
    """

    channel: Channel
    size: ReleaseSize
    words: EmbeddedWords


@dataclass(frozen=True, slots=True)
class MakeReleaseCopy:
    """
    Make the file that is handed out to be published.
    """

    desk: Desk
    examine: Examiner
    budget: Budget
    pictures: PictureReader

    def __call__(self, caller: Caller, photo_id: PhotoId, wish: ReleaseWish) -> ReleaseCopy:
        """
        Give a registered photo as it may be published on a channel, now.

        Whether it may is asked like any other question, and recorded; the words that
        describe it are read for names along with it.

        Raises:
            NotAllowed: The caller has no `checks` scope.
            NotFound: There is no such photo.
            InvalidInput: The picture is not that very photo, or a word is unusable.
            BadImage: It is not one picture that can be trusted.
            NotPublishable: The verdict at this instant is not `publish`.
            Conflict: Rights or people changed meanwhile.
            TooMany: The caller's hourly budget of questions is used up.
            Busy: Every picture worker is occupied.
        """
        caller.needs(Scope.CHECKS)
        wish = _tidied(wish)
        with self.desk.database.look(caller.organisation_id) as work:
            work.photos.get(photo_id)
            plan = _plan(work, photo_id, wish)
        [seen] = self.examine.look(caller.organisation_id, [wish.upload])
        self._needs_that_photo(caller, photo_id, seen)
        made = self._made(wish, plan)
        question = CheckQuestion(
            purpose=wish.purpose,
            channel=wish.channel,
            photo_ids=(photo_id,),
            text=wish.alt_text,
        )
        with self.desk.database.begin(caller.organisation_id) as work:
            work.facts.await_register()
            now = self.desk.clock()
            work.photos.get(photo_id)
            if _plan(work, photo_id, wish) != plan:
                raise Conflict("What is known of the photo changed meanwhile: try again.")
            self.budget.spend(work, caller, now)
            again = SeenAgain([Kept(is_still=False, seen=seen)])
            check = self.examine(work, caller, question, Seen(kept={photo_id: again}), now)
            if check.answer is not Answer.PUBLISH:
                refusal = refused(work, caller, check)
                work.commit()
                raise refusal
            self._note(work, caller, photo_id, plan, made, check)
            work.commit()
        return ReleaseCopy(made.content, made.media_type, made.width_px, made.height_px, check.id)

    def _needs_that_photo(self, caller: Caller, photo_id: PhotoId, seen: SeenFile) -> None:
        """
        Pass when what was sent is the registered photo itself.

        Raises:
            InvalidInput: It is not, or only a copy.
        """
        with self.desk.database.look(caller.organisation_id) as work:
            matches = recognise(work, seen, self.examine.look.rules).matches
        if not any(each == photo_id and match in HOLDS_FOR_SURE for each, match in matches):
            message = "This is not the registered photo itself: send the file that was registered."
            raise InvalidInput(message, field="image")

    def _made(self, wish: ReleaseWish, plan: _Plan) -> DevelopedLike:
        """
        Have the copy made.
        """
        order = Order(
            longest_px=plan.size.longest_px,
            quality=plan.size.quality,
            still_only=True,
            words=plan.words,
        )
        return self.pictures.develop(wish.upload.content, order, filename=wish.upload.filename)

    def _note(
        self,
        work: UnitOfWork,
        caller: Caller,
        photo_id: PhotoId,
        plan: _Plan,
        made: DevelopedLike,
        check: CheckRecord,
    ) -> None:
        """
        Write that a copy was made, by nothing that shows it (threat T16).
        """
        payload = {
            "photo_id": photo_id,
            "channel_id": plan.channel.id,
            "check_id": check.id,
            "media_type": made.media_type,
            "width_px": made.width_px,
            "height_px": made.height_px,
        }
        kind = EntryKind.PHOTO_RELEASED
        self.desk.record.append(work, caller, kind, check.asked_at, payload, check.person_ids)


def _plan(work: UnitOfWork, photo_id: PhotoId, wish: ReleaseWish) -> _Plan:
    """
    Say by what the copy is made.

    Raises:
        InvalidInput: There is no such channel.
    """
    found = next(iter(find_channel(work, wish.channel) or ()), None)
    record = work.channels.find(found) if found is not None else None
    if record is None:
        raise InvalidInput("This channel is not in the register.", field="channel")
    language = wish.language or work.organisations.current().languages[0]
    rights = work.photos.rights.find(photo_id)
    people, _ = people_now(work, photo_id)
    return _Plan(
        channel=record.channel,
        size=size_for(record.channel.platform, record.channel.medium),
        words=words_of(
            rights.rights if rights else None,
            Caption(wish.alt_text, language),
            shows_people=bool(people),
        ),
    )


def _tidied(wish: ReleaseWish) -> ReleaseWish:
    """
    Accept the words.

    Raises:
        InvalidInput: They are no text, or no channel is named.
    """
    if not wish.channel.strip():
        raise InvalidInput("Say on which channel it is published.", field="channel")
    alt_text = text.paragraphs(wish.alt_text, "alt_text", longest=MAX_ALT_TEXT)
    return replace(wish, alt_text=alt_text, language=text.language(wish.language))
