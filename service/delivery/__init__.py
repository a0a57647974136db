"""
Take letters to people, and messages to programs.

    message.py    a letter becomes a message that mail programs read
    stamps.py     the Message-ID of a letter: always the same, and signed
    smtp.py       over SMTP, with TLS
    folder.py     into a folder, for whoever tries things out
    gateway.py    text messages, over the HTTP gateway of a provider
    wording.py    what letters say, in every language
    carriers.py   which of them takes which letter; what came back
    messenger.py  messages to other programs, over HTTP: where they may go
                  (destinations.py) and what proves them (hook_signing.py)
    lines.py      connections to programs outside, which end in time
    openid/       the provider through which an organisation's staff sign in is asked
    stamping.py   a time authority is asked when a head of the log was there

May import `errors`, `decision.ids`, `records`, msgspec, pyjwt and the standard library.  Must never
raise for what goes wrong on the way (it is an outcome), keep what a server said (it
quotes addresses), or decide whether and when a letter is tried again.  Start reading at
`carriers.py`.
"""
