"""
Do something with every picture below a folder.

`folder.py` walks it, `crew.py` does several files at a time and never holds more than
it works on, `stopping.py` ends early without leaving anything half done, `twins.py`
does the same bytes once, `unread.py` tells what is no picture from what should have
been one, `ending.py` says how to go on.

On that stand `registering.py` (photos register) and the scan: `asking.py`,
`answered.py` (one answer), `state.py` (go on where it stopped), `page.py` and
`looks.py` (the report).  Holds no rule: every answer is a verb's.  Start reading at
`registering.py`.
"""
