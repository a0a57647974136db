"""
Verbs about looking again: does a channel, does a form still hold?

Platforms change, and so does what is asked of families (domain rule 44).

    due.py          when a channel or form is looked at again: pure
    subjects.py     what is looked at: every channel, the last version of every form
    sight.py        who may look, and who may say that it still holds
    review_state.py what is known of the reviews of one of them

A review changes no verdict and writes no version of what was looked at.  What is due
stands in a list: `overviews/list_reviews.py`.
"""

from service.usecases.reviews.due import AHEAD_DAYS, LONGEST_YEARS
from service.usecases.reviews.review_state import ReviewState, every_state
from service.usecases.reviews.sight import looks, may_look, may_review
from service.usecases.reviews.verbs import ReviewVerbs, review_verbs

__all__ = [
    "AHEAD_DAYS",
    "LONGEST_YEARS",
    "ReviewState",
    "ReviewVerbs",
    "every_state",
    "looks",
    "may_look",
    "may_review",
    "review_verbs",
]
