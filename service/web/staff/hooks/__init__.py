"""
Keep hooks: which other programs are told what happens.

`registering.py` lists them and connects one, `dealing.py` is the page of one, `secrets.py`
shows a secret the one time that it is shown.  `cards.py` gives hooks as the pages show
them, `reading.py` what the pages share.
"""

from typing import Final

from service.web.staff.hooks import dealing, registering

ROUTES: Final = (*registering.ROUTES, *dealing.ROUTES)
