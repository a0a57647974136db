"""
Verbs about complaints: take one in, act on it, answer, close.

A complaint is appended and never changed; what is done about it is a list of steps.
What whoever complains said and who they are stands apart, so that it can be erased.
Deadlines and who hears of a late one follow from the steps: nothing is a status that
somebody forgets to set.

Whoever deals with complaints of some units connects them with what is on pages of these
or shows their people, and with photos they may see.

Legal holds and takedowns that a complaint asks for are the same as everywhere: what
follows from them follows here too.  Start reading at `file_complaint.py`.
"""

from service.usecases.complaints.file_complaint import ComplaintDetails, FileComplaint
from service.usecases.complaints.pending import pending_complaints
from service.usecases.complaints.read_complaints import Pressing
from service.usecases.complaints.standing import ComplaintStory, Deadlines, Urgency
from service.usecases.complaints.take_steps import StepDetails
from service.usecases.complaints.verbs import ComplaintVerbs, complaint_verbs
from service.usecases.complaints.write_letter import Letter, LetterKind

__all__ = [
    "ComplaintDetails",
    "ComplaintStory",
    "ComplaintVerbs",
    "Deadlines",
    "FileComplaint",
    "Letter",
    "LetterKind",
    "Pressing",
    "StepDetails",
    "Urgency",
    "complaint_verbs",
    "pending_complaints",
]
