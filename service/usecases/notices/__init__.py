"""
Tell those who work here of what must not wait.

    pending.py      one thing that waits: of which kind, until when, who may act
    readers.py      who is told of it: never anybody from whom it is out of sight
    tell_staff.py   writes the letters, in the transaction of their cause
    remind_staff.py tells once more as the end of its time comes near, and once it is over

Letters travel unsafely: they say what kind of thing waits, on which channel, until when,
and where it is done; never whom it is about, nor why.  What waits is known by the rooms
it belongs to (`takedowns/pending.py` and the like), which use this one; so this room
imports none of them, and is given them as `Source`.
"""

from service.usecases.notices.pending import Pending, Source, last_minute_of
from service.usecases.notices.readers import topics_for
from service.usecases.notices.remind_staff import RemindStaff
from service.usecases.notices.tell_staff import TellStaff

__all__ = ["Pending", "RemindStaff", "Source", "TellStaff", "last_minute_of", "topics_for"]
