"""
Obstat: may this picture, this name be published here, today?

The rooms, top to bottom; imports only go down:

    app           one Litestar application out of settings and registry
    api           JSON in and out             web        pages for staff and families
    wiring        settings -> registry; has the only clock
    http          what both share on the wire
    outfit        settings -> storage, pictures, keys, law: what the verbs work with
    repeating     what runs by itself
    clock         the present, never twice
    settings      every knob, read once
    usecases      one verb a file: gather, decide, record, answer
    persistence   rows <-> values   fingerprint  bytes -> fingerprint   access  secrets
    delivery      letters leave the house               typesetting  content -> PDF
    records       what is written down            languages  dates, countries, "d’Emma"
    decision      PURE. the rules   ledger       PURE. the evidence
    errors        the tree of refusals

Start reading at `usecases/checks/check_post.py`: it walks one question from door to door.
"""
