"""
Verbs that look over people: what ends or changed, who is there twice.

And where nobody said no, which may say more of those who asked (threat T24); and which
channels and forms are to be looked at again (domain rule 44).

`windows.py` counts the days; nothing is stored: each list is worked out anew from what
is recorded.  Start reading at `list_coming_of_age.py`.
"""

from service.usecases.overviews.list_changes import LONGEST, Change, ChangeKind
from service.usecases.overviews.list_coming_of_age import Milestone, Threshold
from service.usecases.overviews.list_duplicates import Alike
from service.usecases.overviews.list_expiring import Expiring
from service.usecases.overviews.list_unanimous import MAX_MONTHS, MONTHS, Unanimous, Way
from service.usecases.overviews.verbs import OverviewVerbs, overview_verbs
from service.usecases.overviews.windows import MAX_DAYS, NOTICE_DAYS

__all__ = [
    "LONGEST",
    "MAX_DAYS",
    "MAX_MONTHS",
    "MONTHS",
    "NOTICE_DAYS",
    "Alike",
    "Change",
    "ChangeKind",
    "Expiring",
    "Milestone",
    "OverviewVerbs",
    "Threshold",
    "Unanimous",
    "Way",
    "overview_verbs",
]
