"""
Hold the verbs about looking again at channels and forms.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.reviews.read_reviews import GetChannelReview, GetFormReview
from service.usecases.reviews.review_channel import ReviewChannel
from service.usecases.reviews.review_form import ReviewForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewVerbs:
    """
    Every such verb as a field: `registry.reviews.review_channel`.
    """

    review_channel: ReviewChannel
    review_form: ReviewForm
    get_channel_review: GetChannelReview
    get_form_review: GetFormReview


def review_verbs(desk: Desk) -> ReviewVerbs:
    """
    Give each verb its ports.
    """
    return ReviewVerbs(
        review_channel=ReviewChannel(desk),
        review_form=ReviewForm(desk),
        get_channel_review=GetChannelReview(desk),
        get_form_review=GetFormReview(desk),
    )
