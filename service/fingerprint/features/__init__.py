"""
Recognise a picture by its parts, and tell where it was altered.

    values.py      the values that leave this room: Features, Views
    comparison.py  what comes of comparing two pictures: values alone, no OpenCV
    thresholds.py  what counts as the same, each number with its measurement
    frame.py       a picture of any size -> the frame in which pictures are compared
    extract.py     picture -> Features: the points that stand out
    nearest.py     two sets of points -> which look alike
    align.py       points that look alike -> how one picture lies in the other
    turning.py     two whole pictures -> which way round the one is held
    agreement.py   two pictures laid over each other -> which blocks show the same
    tone.py        two whole pictures -> what was done to light and colour
    sameness.py    two whole pictures -> where they differ more than copying explains
    outlines.py    places -> boxes and outlines in thousandths of a picture
    compare.py     all of that -> copy, altered copy, similar or nothing

Points and blocks say that a picture shows a registered one or a part of it; that is
never more than an altered copy.  Only pictures that fill the same frame are compared
place by place, and only then is one called a verified copy.  Turned by right angles or
mirrored it still is: nobody else is in it.

What is compared are previews: a change smaller than a face of 6 % of the shorter side
may not show in them, and whoever relies on a verified copy relies on that size.

May import the standard library, numpy and OpenCV.  Must never know a database, the web
or a rule of decision, nor show features in a log or a `repr`: a picture can be rebuilt
from them, so they are treated as the picture.  Start reading at `compare.py`.
"""
