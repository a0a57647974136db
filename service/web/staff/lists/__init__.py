"""
Show what waits and what draws near, across all people in sight.

    confirming.py   answers that a second member of staff must confirm
    looking_ahead.py what ends soon, who comes of age, what changed, who is there twice
"""

from service.web.staff.lists import confirming, looking_ahead

ROUTES = (*confirming.ROUTES, *looking_ahead.ROUTES)
