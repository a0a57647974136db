"""
Pictures: bytes become a fingerprint, and near fingerprints are found.

    picture.py     the values that leave this room: Limits, Fingerprint, Picture
    refusals.py    every reason to refuse a file, each with what to do next
    sniff.py       what the first bytes say it is; what merely pretends to be a picture
    jpeg.py        structure of a JPEG before it is decoded: scans, metadata
    png.py         structure of a PNG before it is decoded: checksums, bombs, frames
    gif.py         structure of a GIF before it is decoded: its end, frames
    decode.py      Pillow under limits; whatever it raises is a refusal
    boxes.py       structure of an MP4 or MOV before it is decoded: its end, other files
    webm.py        structure of a WebM before it is decoded: its end
    metadata.py    decoded picture -> what its file says of itself
    xmp.py         an XMP packet -> its properties, under limits
    iim.py         a block of IPTC-IIM -> its texts, under limits
    claims.py      what a file says of itself, few and short lines of print
    clip.py        a clip -> a still a second, under limits
    document.py    a PDF -> its pages, and the photos on them, under limits
    lettering.py   a page of a PDF -> what is written on it
    columns.py     what stands one above the other on a page -> read as one line
    asides.py      a PDF -> its title, its bookmarks, and notes on its pages
    stills.py      one decoded still, and where in its set it is
    sets.py        many stills -> one picture with its stills
    colour.py      colour profiles, and every pixel mode -> RGB
    upright.py     decoded picture -> digest of its pixels, small upright picture
    preview.py     the small picture that is kept, written and read again
    features/      what stands out in a picture; two pictures laid over each other
    points.py      what is searched with -> what is stored and held of it
    borders.py     small upright picture -> what is within its bars, for searching
    perceptual.py  small grey picture -> 256 bits, in eight orientations
    study.py       all of that in one call
    sandbox.py     what the worker process gives up before it sees a picture
    worker.py      the worker process
    wire.py        the messages between the service and a worker, of several kinds
    fields.py      what a worker says, checked field by field
    reading.py     the question "what is in this file?", and its answer
    comparing.py   the question "what is it to these registered ones?", and its answer
    side_by_side.py  the work behind that answer, in the worker
    orders.py      what is to be made of a picture, and what was made
    developing.py  the question "what does it look like covered, or smaller?", its answer
    darkroom.py    the work behind that answer, in the worker
    covering.py    regions of an upright picture -> nothing that can be brought back
    paper.py       the question "what is ticked on this paper?", and its answer
    sheet.py       the work behind that answer, in the worker: pages laid straight
    ticks.py       one box on a straight page: empty, ticked, or doubtful
    process.py     one worker, seen from the service: ask it, time it, kill it
    seat.py        the place of one worker: whoever is unfit there is replaced
    pool.py        several workers; what the rest of the house calls
    on_demand.py   the same, started by the first picture: most commands see none
    index/         what is held in memory to find a picture again
    thresholds.py  the distances that mean something, with their measurements

May import the standard library, numpy, scipy, OpenCV, Pillow, pillow-heif, imagehash,
PyAV, pypdfium2, zxing-cpp and `service.errors`.  Must never know a database, the web or a rule of
decision; write a fingerprint into a log, a message or a `repr` (it can be inverted to a
blurry picture, so it is treated as the picture: threat T16); or hand on pixels of
a file that did not decode to its end.  Start reading at `study.py`, then `pool.py`.

What we chose, and why:

*   A worker is a process of its own, started from nothing: a decoder that crashes,
    loops or swallows memory is killed and replaced, and finds neither secrets, nor
    open files, nor the network in reach.  It lives on from picture to picture,
    because starting one costs five photos' worth of work.
*   The parent loads no decoder and believes nothing: answers are JSON, checked field
    by field, never a pickle, and the digest of the bytes is computed outside the
    worker.
*   The digest of the pixels is taken over the numbers as decoded and upright, bound
    to the colour profile, to transparency, and, for animations, to the whole file.
    Whatever is shown differently somewhere is not "the same pixels"; turning every
    picture into sRGB first would say no more and cost more than decoding.
*   Work is done in strips of the upright picture.  Turning, flattening and reducing
    12 megapixels then never leaves the processor's cache, and one copy of the pixels
    is all that is ever held.  Of a JPEG that begins while it is still being decoded;
    if it then ends early, what was made of it is dropped.
*   What viewers forgive we forgive (a broken EXIF block, a broken colour profile, a
    video behind a phone's JPEG), and say so in `notes`.  What makes two programs see
    two different things we refuse: a wrong extension, a web page or an archive
    hidden in the picture, a picture that ends early.
*   A clip or a document is one picture with many stills.  A short clip is decoded whole
    and seen once a second, of a long one key frames; a page is drawn, and each photo on
    it is also looked at alone, because a leaflet does not look like the photo in it.
    Not all of a clip is ever seen, nor all that a page may hold: so nothing but its
    bytes makes the whole the same as another (the digest of its pixels is bound to the
    file), and in this one place not every pixel is decoded to the end.
*   Clips and documents take long, so one worker of several is kept free of them.
"""
