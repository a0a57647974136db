"""
Tell whether a publication was taken down.
"""

from sqlalchemy import ColumnElement, Text, and_, exists, literal_column

from service.persistence.schema.activity import publication_events, publications


def downfall_of(
    publication_id: ColumnElement[str], organisation_id: ColumnElement[str]
) -> ColumnElement[bool]:
    """
    Keep to the event by which a publication came down.
    """
    return and_(
        publication_events.c.organisation_id == organisation_id,
        publication_events.c.publication_id == publication_id,
        publication_events.c.kind == literal_column("'taken_down'", Text),
    )


IS_DOWN = exists().where(downfall_of(publications.c.id, publications.c.organisation_id))
