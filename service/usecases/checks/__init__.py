"""
Ask whether something may be published; read earlier answers again.

`check_post.py` walks one question through the rooms: `question` (what is asked),
`recognise` (picture -> registered photos), `gathering` (everything the rules may
know), `service.decision` (the verdict), `outcome` (plain values to store).
"""
