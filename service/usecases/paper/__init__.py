"""
Verbs about paper: print a form, read back what somebody ticked.

A printed form has its words as stored, then pages on a fixed grid (`layout.py`) with a
code (`code.py`) that says which form, version and print it is: no name, and no way in.
`sheets.py` puts them together, with the words of `wording.py` around the questions.
Each print is good for one answer (`accepting.py`).  A scan is read by position
(`scans.py`), and what was read is only ever proposed (`proposing.py`): a human compares
every line with the paper, and enters the answer like any other
(`consents/enter_answer.py`).

Must never record an answer, nor guess one.  Start reading at `print_form.py`.
"""

from service.usecases.paper.accepting import PaperRefused
from service.usecases.paper.print_form import PrintDetails
from service.usecases.paper.proposing import PaperReading, ReadLine
from service.usecases.paper.scans import Scan
from service.usecases.paper.verbs import PaperVerbs, paper_verbs

__all__ = [
    "PaperReading",
    "PaperRefused",
    "PaperVerbs",
    "PrintDetails",
    "ReadLine",
    "Scan",
    "paper_verbs",
]
