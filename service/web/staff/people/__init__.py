"""
Show people: who they are, who answers for them, what follows.

    listing.py     search, by unit and category
    enrolling.py   enter and change a person
    person.py      one person: where they stand, and everything behind it
    answering.py   enter an answer, from `answer_form.py`, shown by `answer_pages.py`
    paper.py       print a form, and take the scan of one that came back
    records.py     what somebody answered, to be taken along
    acts.py        one answer: its proof, and how it ends
    authorities.py who may answer, on what proof, until when
    signatories.py their names and addresses; one of them is asked to answer
    protections.py orders that assist or represent an adult
    erasing.py     what an erasure takes and leaves, and the erasure itself
    reading.py     days, choices and names out of forms

Whoever reads people in some units only sees those: each page narrows the caller first,
and the verbs do the rest.  A name never stands in an address: searching is a POST.
"""

from service.web.staff.people import (
    acts,
    answering,
    authorities,
    enrolling,
    erasing,
    listing,
    paper,
    person,
    protections,
    records,
    signatories,
)

ROUTES = (
    *listing.ROUTES,
    *enrolling.ROUTES,
    *person.ROUTES,
    *answering.ROUTES,
    *paper.ROUTES,
    *records.ROUTES,
    *acts.ROUTES,
    *authorities.ROUTES,
    *protections.ROUTES,
    *signatories.ROUTES,
    *erasing.ROUTES,
)
