"""
Take in a complaint from the public page, whoever sends it.
"""

from dataclasses import dataclass, replace
from datetime import date

from service.decision.ids import ActorId
from service.decision.powers import Scope
from service.errors import NotFound, TooMany
from service.ledger.kinds import ActorKind
from service.records.activity import Actor
from service.records.complaints import ComplaintWords, Route, Wish
from service.usecases.caller import Caller, Idempotency
from service.usecases.complaints import ComplaintDetails, FileComplaint
from service.usecases.complaints.file_complaint import tidied
from service.usecases.families.doors import HOUR, Doorkeeper
from service.usecases.ports.services import Clock

MOST_AN_HOUR = 20
"""Of one house, by this page: beyond, somebody is flooding it (threat T25)."""
NOBODY = Actor(
    id=ActorId("public-page"),
    kind=ActorKind.UNIDENTIFIED,
    name="public page",
    scopes=frozenset({Scope.COMPLAINTS_WRITE}),
)


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """
    What somebody gets who complains: a number and a day.
    """

    number: str
    answer_by: date


@dataclass(frozen=True, slots=True)
class Complain:
    """
    Take in a complaint from the public page.
    """

    doors: Doorkeeper
    clock: Clock
    file_complaint: FileComplaint

    def __call__(
        self, slug: str, words: ComplaintWords, wish: Wish, language: str, once: str = ""
    ) -> Acknowledged:
        """
        Give number and deadline; never say whether anybody is known here.

        Args:
            once: What the form carries: sent twice, the same words are one complaint.

        Raises:
            NotFound: There is no such organisation.
            InvalidInput: Nothing was said, or it is no text.
            TooMany: The page took enough for this hour.
        """
        organisation_id = self.doors.organisation_of(slug)
        if organisation_id is None:
            raise NotFound("There is no such organisation.")
        words = tidied(words)
        digest = self.doors.token.digest("complaints of the public page")
        with self.doors.database.begin(organisation_id) as work:
            now = self.clock()
            if work.family_doors.count_requests(now - HOUR, digest) >= MOST_AN_HOUR:
                raise TooMany("Enough complaints came by this page for now; write or call us.")
            work.family_doors.note_request(digest, now)
            work.commit()
        details = ComplaintDetails(Route.PAGE, wish, words, language=language)
        caller = Caller(organisation_id, NOBODY)
        if once:
            caller = replace(caller, idempotency=Idempotency.of_form(once, (words, wish)))
        complaint = self.file_complaint(caller, details).complaint
        return Acknowledged(complaint.number, complaint.answer_by)
