"""
Say when a channel or a form was looked at, and when it will be.
"""

from dataclasses import dataclass

from service.decision.ids import ChannelId
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.reviews.review_state import ReviewState, current_state
from service.usecases.reviews.sight import needs_to_look, needs_to_see
from service.usecases.reviews.subjects import channel_subject, form_subject


@dataclass(frozen=True, slots=True)
class GetChannelReview:
    """
    Say when a channel was looked at, and when it will be.
    """

    desk: Desk

    def __call__(self, caller: Caller, channel_id: ChannelId) -> ReviewState:
        """
        Give what is known of its reviews.

        Raises:
            NotAllowed: The caller neither changes nor audits that channel.
            NotFound: There is no such channel.
        """
        needs_to_look(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            subject = channel_subject(work, channel_id)
            needs_to_see(caller, subject.kind, subject.unit_id)
            return current_state(work, subject, self.desk.clock())


@dataclass(frozen=True, slots=True)
class GetFormReview:
    """
    Say when a form was looked at, and when it will be.
    """

    desk: Desk

    def __call__(self, caller: Caller, template: str) -> ReviewState:
        """
        Give what is known of the reviews of the form with this id or short name.

        Raises:
            NotAllowed: The caller neither changes nor audits forms.
            NotFound: There is no such form, or no version of it yet.
        """
        needs_to_look(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            subject = form_subject(work, template)
            needs_to_see(caller, subject.kind, subject.unit_id)
            return current_state(work, subject, self.desk.clock())
