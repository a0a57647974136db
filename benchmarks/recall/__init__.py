"""
Measure how well photos are recognised again, through the whole application.

    photographs.py  the folder: halves that never mix, what a traveller's copy is
    variant.py      what one imitation is: a name, how it is made, how it is saved
    geometry.py     scaled, stretched, turned, rotated, cut
    frames.py       borders, 9:16 stories, collages
    screens.py      screenshots: the photo inside an interface
    interface.py    the bars, buttons and lines of text around it
    overlays.py     text, emoji, logos and blurred patches on top
    colours.py      tones, colours, filters
    wear.py         compression, noise, blur, messengers
    cameras.py      printed and photographed, shown and photographed
    journeys.py     several of these, one after the other
    altered.py      what must never be called a verified copy
    families.py     all of them with what is wanted of each
    bursts.py       frames of clips, a moment apart
    house.py        the application: real use cases, storage and picture workers
    rivals.py       PDQ and the 64-bit pHash on the very same pictures
    plan.py         which photo is asked as what
    asking.py       carries the plan out, on both cores
    tally.py        counts, with 95 % Wilson intervals
    verdicts.py     recall, false matches and verified copies, out of the answers
    report.py       the goals, and everything as plain values
    table.py        the same for people
    sheets.py       every imitation on a contact sheet
    __main__.py     the command line

`python -m benchmarks.recall --photos DIR [--bursts DIR]` works on any folder of
photographs.  Everything is made by code from a seed: two runs ask the same pictures.

What we chose, and why:

*   Only the outcome of a check counts, as any caller gets it; no part of the
    recognition is called by itself.
*   The photos fall in two halves by a digest of their bytes.  Thresholds are chosen
    on one; the other is what is reported.  Each half is an organisation of its own,
    and its pictures are also asked in the other one, where none is registered.
*   A photo travels at 1,600 pixels at most, as messengers send it; what is
    registered is the file itself.
*   Every imitation was looked at: `--sheets FOLDER` draws them all.
"""
