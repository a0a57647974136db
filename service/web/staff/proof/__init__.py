"""
Pages that prove: stories, complaints, exports, answers of then.

    stories.py      what the log tells of a person or a publication, line by line
    complaints.py   the list, one complaint, taking one in
    complaint_page.py  one complaint with everything that hangs on it
    dealing.py      what is done about a complaint, one form each
    closing.py      the letter first, then the end
    exports.py      who took what; what an export would withhold, before it is made
    asking.py       everybody's data: somebody asks, somebody else approves
    asked.py        who asked about whom, all over the house
    answered.py     what was answered, on which rules, and the same question again
    reading.py      names, instants and places that these pages share

For whoever reads everything: the data-protection officer and the administrator.  Which
scopes that takes is said by the verbs.  Start reading at `complaints.py`.
"""

from typing import Final

from service.web.staff.proof import (
    answered,
    asked,
    asking,
    closing,
    complaints,
    dealing,
    exports,
    stories,
)

ROUTES: Final = (
    *complaints.ROUTES,
    *dealing.ROUTES,
    *closing.ROUTES,
    *stories.ROUTES,
    *exports.ROUTES,
    *asking.ROUTES,
    *asked.ROUTES,
    *answered.ROUTES,
)
