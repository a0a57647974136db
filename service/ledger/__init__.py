"""
The evidence: what happened, in bytes that nobody can change unnoticed.

Pure: hashing and bytes.  No clock, no database, no files, no randomness: instants,
salts and seeds come in as arguments.

    kinds.py        the vocabulary of what can be recorded
    canonical.py    value -> the exact bytes that are hashed      (RFC 8785)
    entry.py        one entry, its salted commitment, its leaf
    hashing.py      leaf and node hashes                          (RFC 6962)
    tree.py         the frontier: append to a log of any size knowing log2 hashes
    proofs.py       inclusion and consistency: make and verify
    keys.py         key names, ids and text; what a trusted key is
    note.py         signed text                                   (C2SP signed-note)
    checkpoint.py   the signed head of the log                    (C2SP tlog-checkpoint)
    keychain.py     one key of the log after another, and what may replace a lost one
    receipt.py      one entry's proof in one text file            (C2SP tlog-proof)
    signing.py      the secret half of a key; the only file that needs `cryptography`
    sequence.py     the next head: frontier + new leaves -> nodes and checkpoint
    bundle.py       one exported line <-> one row
    failures.py     the ways in which evidence fails
    verify.py       rows + checkpoints -> true, or the first thing that is wrong;
                    seen.py remembers a million ids meanwhile
    ed25519.py      the one signature check, for a machine with nothing but Python
    archive.py      members <-> the one ZIP file that they make
    manifest.py     the signed list of what an export contains
    members.py      one member of an export, as bytes, text or JSON
    cosignature.py  what a witness signs below another log's head
    stamp.py        an outside authority's word on when a head was there    (RFC 3161)
    stamped.py      the time stamps of an export
    history.py      heads that somebody kept, against the head of today
    kept.py         the receipt that a family kept -> true
    bindings.py     what the tables say, against what the log says of it
    exporting.py    rows, proofs and heads -> the export
    exported.py     the export -> true, or the first thing that is wrong
    verifier.py     the same at a prompt; the only file that opens one
    standalone.py   all that as one file, for a machine with nothing but Python

May import the standard library, `service.errors` and, in `signing.py` alone,
`cryptography`.  Must never import another room, read a file (but for `verifier.py`, a
program) or answer a failed check with anything but an exception.  Start reading at
`verify.py`: it is what an auditor runs, and it says what everything else must deliver.

What we chose, and why:

*   The leaf is a commitment, not the entry.  Erasing a person destroys entry and
    salt; what stays is random to everybody, and the tree stands (domain section 2.8).
*   The leaf carries neither the instant nor the kind.  "Something was refused at
    19:03:12" finds its person again in a mail log; the place in the tree, between
    neighbours that have an instant, is order enough.
*   Ed25519 note signatures, although tlog-checkpoint now prefers ML-DSA-44: a
    verifier must exist everywhere for decades, and notes take further signature
    lines beside ours without a change of format.
*   Exports are stored, not compressed: the same bytes on every machine and for every
    reader, and nothing that unpacks to more than it says.  The verifier packs what it
    read again and compares.
*   Nothing depends on a table that grows: no Unicode normalisation, no list of
    known kinds in the verifier.  A log that verifies today verifies in 2060.
"""
