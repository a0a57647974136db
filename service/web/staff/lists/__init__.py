"""
Show what waits and what draws near, across all people in sight.

    confirming.py   answers that a second member of staff must confirm
    duplicates.py   who may be entered twice, and what is said of two
    looking_ahead.py what ends soon, who comes of age, what changed
    unanimous.py    where everybody said yes, and how the answers came
"""

from service.web.staff.lists import confirming, duplicates, looking_ahead, unanimous

ROUTES = (*confirming.ROUTES, *duplicates.ROUTES, *looking_ahead.ROUTES, *unanimous.ROUTES)
