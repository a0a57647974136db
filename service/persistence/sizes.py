"""
Tell SQLite how large its tables are going to be.

Without a word it takes an organisation for ten rows, and reads all of them rather than
look for the few of one person.  ANALYZE would tell it what is there now; what is told
here holds from the first row on, so no plan ever changes.  PostgreSQL watches its tables
by itself.
"""

from alembic import op
from sqlalchemy import text

from service.persistence.migrating import on_postgresql

ROWS = 100_000
OF_ONE_ORGANISATION = 50_000
OF_A_MIDDLE_COLUMN = 100
OF_A_WHOLE_KEY = 5

_INDEXES = """
SELECT tables.name, indexes.name, indexes."unique", indexes.origin,
       (SELECT count(*) FROM pragma_index_info(indexes.name))
FROM sqlite_master AS tables, pragma_index_list(tables.name) AS indexes
WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%'
"""


def expect_many_rows() -> None:
    """
    Write the statistics of every index there is.

    To be called by each migration that adds a table or an index.
    """
    if on_postgresql():
        return
    connection = op.get_bind()
    op.execute("ANALYZE")  # creates sqlite_stat1
    op.execute("DELETE FROM sqlite_stat1")
    for table, index, is_unique, origin, width in connection.execute(text(_INDEXES)).all():
        # A primary key that is the table itself goes by the table's name.
        for name in {index, table} if origin == "pk" else {index}:
            connection.execute(
                text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:tbl, :idx, :stat)"),
                {"tbl": table, "idx": name, "stat": _statistics(width, is_unique=bool(is_unique))},
            )


def expect_nothing() -> None:
    """
    Take back what `expect_many_rows` wrote.
    """
    if not on_postgresql():
        op.execute("DELETE FROM sqlite_stat1")


def _statistics(width: int, *, is_unique: bool) -> str:
    """
    Write how many rows there are, and how many share the first n columns.
    """
    last = 1 if is_unique else OF_A_WHOLE_KEY
    first = [OF_ONE_ORGANISATION] if width > 1 else []
    middle = [OF_A_MIDDLE_COLUMN] * (width - 2)
    return " ".join(map(str, [ROWS, *first, *middle, last]))
