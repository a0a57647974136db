"""
What all commands share: the way in, the ways out, the looks.

`words.py` says what a command is, `door.py` opens the registry for one, `endings.py`
turns everything that can go wrong into one line and an exit code.  `finding.py` lets
people say "emma-peeters" where the registry wants an id; `reading.py` reads files.
`output.py`, `pages.py`, `verdicts.py` print; `waiting.py` shows that something is
under way.  Holds no rule: whatever is refused here was refused by a verb, or cannot
be read.
"""
