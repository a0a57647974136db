"""
Recognise a picture by its parts, and tell where it was altered.

    values.py      the values that leave this room: Features, Views
    comparison.py  what comes of comparing two pictures: values alone, no OpenCV
    frame.py       a picture of any size -> the frame in which pictures are compared
    extract.py     picture -> Features: the points that stand out
    nearest.py     two sets of points -> which look alike

May import the standard library, numpy and OpenCV.  Must never know a database, the web
or a rule of decision, nor show features in a log or a `repr`: a picture can be rebuilt
from them, so they are treated as the picture.  Start reading at `extract.py`.
"""
