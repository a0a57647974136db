"""
Secrets: issue them, recognise them, keep what must be under a seal.

    tokens.py     secrets of API keys: random, shown once, stored as a digest
    sealing.py    encryption at rest of previews and of whatever else is a picture
    keyfiles.py   key files, made at the first start, readable by their owner only

May import `errors`, the standard library and `cryptography`.  Must never know
whose secret it handles, write one to a log, or compare one with `==`.  Start
reading at `tokens.py`.
"""
