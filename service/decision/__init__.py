"""
The rule book: values in, `Verdict` out.

Pure: no clock, no database, no HTTP, no files.  Everything a rule may know is in
`case.Case`; if it needs one more fact, the fact is added there and gathered by
persistence.  Law is data (`jurisdictions.toml`), never an `if country ==`.

Start reading at `post.py`: `decide_post` asks, in this order,

    holds.py / stops.py    crisis, legal hold, safeguarding   (row X1, M5)
    register.py            channel, purpose, quota, publisher
    photo.py               every picture: recognised? attested? whose rights?
    frame.py               who of an altered copy may have been cut away
    name.py                every name, in a caption or on its own
    name_depth.py          how much of a name an answer allows
    standing.py            for each person: what follows from all acts
    twins.py               which records are one person, entered twice
    awaited.py             whose answer is missing, for whoever goes and asks
    signers.py             who must say yes, whose no wins    (rows A1 ... P2)

`powers.py` says which role may do what; web, API and CLI share it.

We chose frozen dataclasses over rows or models so that a stored case can be
replayed, in years, by this room alone.
"""
