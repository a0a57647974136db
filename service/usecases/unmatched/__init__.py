"""
Verbs about answers that come in with names instead of ids.

An answer that names exactly one person we know, by name and day of birth, is recorded at
once.  Any other waits here: never guessed, never lost.  Somebody who keeps the register
says who is meant, or that nobody is; then it is recorded with its evidence, its form and
its own date.  While a no or a "not now" waits, everybody who may be meant is asked about.

May import what every room of verbs may.  Must never choose between two people, nor
record an answer about somebody whom only the spelling resembles.

Start reading at `receive_answer.py`; `matching.py` says who may be meant.
"""

from service.usecases.unmatched.doubting import Doubts
from service.usecases.unmatched.pending import pending_unmatched
from service.usecases.unmatched.read_unmatched import UnmatchedStory
from service.usecases.unmatched.receive_answer import ReceivedAnswer, State
from service.usecases.unmatched.settle_answer import Choice
from service.usecases.unmatched.verbs import UnmatchedVerbs, unmatched_verbs

__all__ = [
    "Choice",
    "Doubts",
    "ReceivedAnswer",
    "State",
    "UnmatchedStory",
    "UnmatchedVerbs",
    "pending_unmatched",
    "unmatched_verbs",
]
