"""
Hold the statements that find and blot out what people typed.
"""

from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    LargeBinary,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    func,
    or_,
    select,
    union,
    update,
)

from service.persistence.queries import equals, lists, mine
from service.persistence.schema.activity import (
    check_people,
    checks,
    publication_events,
    publication_people,
    publication_photos,
    publication_words,
    publications,
)
from service.persistence.schema.complaints import (
    complaint_events,
    complaint_subjects,
    complaint_words,
    complaints,
)
from service.persistence.schema.consents import consent_acts, evidence
from service.persistence.schema.ledger import ledger_payloads as payloads
from service.persistence.schema.people import authorities
from service.persistence.schema.photos import depictions, photo_titles, photo_traces, rights
from service.persistence.statements import Among, Prepared

_Ids = Select[tuple[str]] | CompoundSelect[tuple[str]]


@dataclass(frozen=True, slots=True)
class Place:
    """
    A table in which people type, and how its words are blotted out.
    """

    table: str
    key: tuple[str, ...]
    """The columns, beside the organisation, that tell a row; the first is blotted by."""
    words: tuple[str, ...]
    """What they are called in the document; none: the column itself is the text."""
    involved: Prepared
    """Gives the ids of the rows that involve a person."""
    read: Prepared
    write: Prepared


def _place(
    table: Table, key: str, involved: _Ids, *words: str, column: str = "document", row: str = ""
) -> Place:
    """
    Say that *table* has words in *column*; a *row* tells those of one *key* apart.
    """
    keys = tuple(each for each in (key, row) if each)
    of_row = and_(mine(table), *(equals(table.c[each], each) for each in keys))
    return Place(
        table=table.name,
        key=keys,
        words=words,
        involved=Prepared(involved),
        read=Prepared(
            select(*(table.c[each] for each in keys), table.c[column]).where(
                mine(table), Among(table.c[key], "ids")
            )
        ),
        write=Prepared(
            update(table).values({column: bindparam("text", type_=Text())}).where(of_row)
        ),
    )


_about_person = mine(publication_people, "person_id")
_depicting = select(depictions.c.id).where(
    mine(depictions), lists(depictions.c.person_ids, "person_id")
)
_naming = select(publication_people.c.publication_id).where(_about_person)

PHOTOS = union(
    _depicting,
    select(publication_photos.c.photo_id).where(
        mine(publication_photos), publication_photos.c.publication_id.in_(_naming)
    ),
)
PUBLICATIONS = union(
    _naming,
    select(publication_photos.c.publication_id).where(
        mine(publication_photos), publication_photos.c.photo_id.in_(_depicting)
    ),
)
CHECKS = select(check_people.c.check_id).where(mine(check_people, "person_id"))

_person_id = bindparam("person_id", type_=Text())
_over_them = authorities.alias("over_them")
AUTHORITIES = select(authorities.c.id).where(
    mine(authorities),
    authorities.c.person_id != _person_id,
    or_(
        authorities.c.signatory_id == _person_id,
        authorities.c.signatory_id.in_(
            select(_over_them.c.signatory_id).where(
                _over_them.c.organisation_id == authorities.c.organisation_id,
                _over_them.c.person_id == _person_id,
            )
        ),
    ),
)
"""What they hold over others, and what those who answer for them hold over others:
one certificate often names all children."""

COMPLAINTS = union(
    *(
        select(identifier).where(
            mine(table),
            or_(table.c.person_id == _person_id, table.c.publication_id.in_(PUBLICATIONS)),
        )
        for table, identifier in (
            (complaints, complaints.c.id),
            (complaint_subjects, complaint_subjects.c.complaint_id),
        )
    )
)

CREDITED = _place(rights, "id", PHOTOS, "creator", "owner", "licence", "credit_line", row="version")
CHECKED = _place(checks, "id", CHECKS, "channel", "text")
"""What was asked for as a channel, and the credit lines and checklists of the answer."""
PUBLISHED = _place(publications, "id", PUBLICATIONS, "where")
PLACES = (
    _place(photo_traces, "photo_id", PHOTOS, column="title"),
    _place(photo_titles, "id", PHOTOS, column="title", row="version"),
    CREDITED,
    _place(authorities, "id", AUTHORITIES, "proof", row="version"),
    CHECKED,
    PUBLISHED,
    _place(publication_words, "publication_id", PUBLICATIONS, column="alt_text"),
    _place(publication_events, "publication_id", PUBLICATIONS, "note", row="number"),
    *(
        _place(complaint_words, "complaint_id", COMPLAINTS, column=each)
        for each in ("complainant", "contact", "text", "seen_at")
    ),
    _place(complaint_events, "complaint_id", COMPLAINTS, "note", row="number"),
)


def _evidence(column: ColumnElement[bytes], *which: ColumnElement[bool]) -> Prepared:
    return Prepared(
        select(evidence.c.id, consent_acts.c.person_id, column)
        .join(
            consent_acts,
            (consent_acts.c.organisation_id == evidence.c.organisation_id)
            & (consent_acts.c.id == evidence.c.act_id),
        )
        .where(
            mine(evidence),
            or_(consent_acts.c.person_id == _person_id, consent_acts.c.signatory_id == _person_id),
            *which,
        )
    )


def _blot(column: str) -> Prepared:
    sealed = bindparam("sealed", type_=LargeBinary())
    return Prepared(update(evidence).values({column: sealed}).where(mine(evidence, "id")))


NOTES = _evidence(evidence.c.sealed_note)
TYPED = _evidence(evidence.c.sealed_content, evidence.c.media_type == "text/plain")
SCANS = Prepared(
    select(evidence.c.id, evidence.c.sealed_content).where(
        mine(evidence),
        evidence.c.media_type != "text/plain",
        evidence.c.act_id.in_(select(consent_acts.c.id).where(mine(consent_acts, "person_id"))),
    )
)
"""What is more than words, of acts about a person."""
BLOT_NOTE = _blot("sealed_note")
BLOT_CONTENT = _blot("sealed_content")

CHECKS_OF_PHOTO = Prepared(
    select(checks.c.id).where(
        mine(checks),
        func.replace(checks.c.document, bindparam("photo_id"), "") != checks.c.document,
    )
)
"""Also those that nobody was known to be in yet, but that quote its credit line."""

LINES = {
    "publications": (
        "publication:recorded",
        "publication:reshared",
        "publication:corrected",
        "publication:taken_down",
    ),
    "checks": ("check:answered",),
}
"""The only lines of the log that quote what people typed, by what they are about."""
QUOTES = Prepared(select(payloads.c.entry_id, payloads.c.entry).where(mine(payloads, "kind")))
ABOUT = (("publication", "id"), ("event", "publication_id"), ("check_id",))
"""Where in a payload stands what it is about."""
QUOTED = frozenset({"where", "alt_text", "note", "channel", "text"})
"""What the words are called there."""
