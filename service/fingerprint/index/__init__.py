"""
What is held in memory to find a picture again.

    neighbours.py  every fingerprint within a radius: exact, nothing is missed
    page.py        how fingerprints lie in memory, and are added while others search
    kernels.py     who searches a page; numpy does it everywhere
    compiled.py    the same search compiled by numba for this very processor
    ids.py         the ids of photos in sixteen bytes
    memory.py      large arrays in huge pages
    arrays.py      what a page is made of: laid out so that a search reads little of it

    candidates.py  the photos that have most points in common with a picture: likely ones
    sketch.py      what of a photo's features is held for that
    shelf.py       how points lie in memory, by word
    finding.py     who finds the points in common; numpy does it everywhere
    finding_compiled.py  the same compiled by numba
    sharing.py     several parts are searched by several cores

May import the standard library, numpy, numba and the values of `features`.  Must never
know a database, the web or a rule of decision, show what it holds in a log or a `repr` (a
picture can be rebuilt from it), or answer with less than it was given: a kernel that is
quicker and not exact has no place here, and candidates are only offered beside the exact
search.  Start reading at `neighbours.py`.

What we chose, and why:

*   Everything is compared with everything.  At the radius that recognises pictures (56 of
    256 bits) the pigeonhole splits of multi-index hashing leave 11 % of the photos to
    verify one by one, more work than reading all of them in order.
*   Fingerprints lie in the order of their first eight bytes, as a Gray code has it: blocks
    of 64 then share a dozen bits and more, which are compared once for all 64.  Two that
    differ in more bits of those and of the seventeen bytes behind than the radius allows
    are no match, so the rest is not read: of a million other photos a few thousand are left
    to verify.  That is the least that is rare enough: one byte less would leave five times
    as many.
*   What is loaded at once is put in order first, and all of a page whenever it grows: once
    in the time in which it takes in a quarter more, for up to a seventh of a second.  What
    came since lies behind, where one in forty is verified.
*   A search reads memory as quickly as it comes: in huge pages it comes a fifth quicker.
*   numba compiles where numpy would need a copy of every intermediate result.  It takes
    half a second to import, so small organisations never load it.
*   A point is looked up by 20 bits of its descriptor as they are, and by every word one bit
    away.  Of 414,450 points that 300 photos and their copies have in common that finds
    half, and compares 1 in 8,000 of all others; 65,536 learned words found no more and
    compared five times as many.
*   What finding a point tells is the less, the more photos have it.  Counting all alike, two
    in five screenshots and prints were lost among photos full of stripes and letters.
*   Measured with 100,000 photos held, on photos that had no part in choosing: in 97 % of 1,936
    pictures of 22 kinds the right photo is among the best eight; in all that were cut to half
    or a quarter, mirrored, inverted or turned, in 99 % of prints and screens photographed, in
    93 % of screenshots, in 83 % of those cut to a tenth.  That takes 11 ms and 2,020 bytes a
    photo.  What is lost has hardly a point in common with its photo.
*   Adding a photo takes a tenth of a millisecond; once in some ten thousand times shelves
    are joined, for up to two thirds of a second.
"""
