"""
Pages of families, at `/f/HOUSE`: a question at a time, large letters.

    door.py        who is in: cookies, the guard, the way back to the door
    getting_in.py  the link, the code, another link
    answering.py   the cards, what would change, saving
    receipts.py    the proof
    complaining.py what anybody may say without coming in
    appearing.py   where somebody appears, what was done, everything to take along
    large_print.py how large the letters are, on every page from then on

May import what `service.web` may.  Must never tick an answer for anybody, make a no
harder than a yes, show what another signatory said, or end without a way on.  Start
reading at `answering.py`.
"""
