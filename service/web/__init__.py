"""
Show staff and families their pages, complete without JavaScript.

How a page is made, and where to start reading:

    routes.py      every page family is a list `ROUTES` in `staff/` or `family/`
    session.py     who is signed in; the guard of all that is not open to everybody
    fields.py      text fields of a form, as a dependency; files: `service.http.multipart`
    render.py      `page(request, "staff/check.html", status=200, **values)`
    catalogue.py   `t("check.title", name=...)`: every text of every language
    navigation.py  the menu: one line a page family, with the scope it needs
    protection.py  the policies of each response, and who may send a form
    addressed.py   who reads a page that no guard looked for
    problems.py    a refusal becomes a page that says what to do next
    assets.py      `static/`: one style sheet, small modules; nothing from elsewhere
    language.py    which language and letters; moments.py: days and hours of the house
    listings.py    a list to its end, or a page of it; downloads.py: a file goes out
    redirects.py   on to the next page; way_back.py: from an address for forms only
    installing.py  install on a phone, and be what pictures are shared to
    security_txt.py  whom to tell of a weakness

A handler is a plain `def` in a thread.  It calls verbs of the registry and nothing else;
whether somebody may is decided there.  A form is sent with POST and answered with 303 to
a page that can be loaded again, or with the form and what is wrong, 422.

Texts: `locale/LANGUAGE/FILE.json`; the key `check.title` is `title` in `check.json`.  A
family of pages has a file of its own.  A text with a number has `one` and `other`.  A
key that misses in one language, or that nobody uses, fails `tests/web`.

May import `usecases` (the registry and its values), `decision` terms, `records`, `http`,
`errors`.  Must never see SQL, read a clock, hold a rule of permission, put a script or a
style into a page, or show more of a person than the verb gave.
"""
