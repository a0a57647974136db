"""
Secrets: issue them, recognise them, keep what must be under a seal.

    tokens.py     secrets of keys, links and sessions: random, stored as a digest
    passwords.py  what people choose: argon2id, and none that everybody tries first
    codes.py      the second factor, and codes for when it is lost
    passkeys.py   a second factor that signs; what devices say is read in ceremonies.py
    sealing.py    encryption at rest of previews and of whatever else is a picture
    keyfiles.py   key files, made at the first start, readable by their owner only
    keyring.py    the ledger's key, the one that follows it, the recovery key
    safekeeping.py  a file locked with a passphrase or a key file: backups

May import `errors`, `ledger`, `records`, the standard library, `argon2`, `pyotp`, `fido2`
and `cryptography`.  Must never know whose secret it handles, write one to a log, or
compare one with `==`.  Start reading at `tokens.py`.
"""
