"""
Give migrations the guards that the database itself keeps.

    append_only   no row is changed, replaced or deleted
    erasable      no row is changed; deleted only where a condition holds
    blottable     words in a row become ERASED where an erasure names it, nothing else
    deletable     rows may be deleted after all, though never changed
    kept          no row is deleted
    tenant        PostgreSQL shows and takes rows of the transaction's organisation only

They do not stop whoever owns the database, whom the log convicts.  They stop a bug, a
script and a slip of the hand.  As in `migrating.py`, nothing here changes its meaning
once it is released.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from alembic import op

from service.persistence.migrating import on_postgresql

REFUSAL = "what is written here is never changed"
"""What the database says to whoever tries."""

NOT_YET = "this row must not be deleted, or not yet"
"""What the database says to whoever deletes before the condition for it holds."""

ERASED = "[erased]"
"""What an erasure writes in place of words."""

_FUNCTION = f"""
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: {REFUSAL}', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


@dataclass(frozen=True, slots=True)
class Words:
    """
    Say where in a row stands what people typed.
    """

    beside: tuple[str, ...]
    """Every other column: what never changes."""
    columns: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    """What they are called in the column `document`."""


def install() -> None:
    """
    Create what the guards of every table use.
    """
    if on_postgresql():
        op.execute(_FUNCTION)


def uninstall() -> None:
    """
    Drop what `install` created, once no table uses it.
    """
    if on_postgresql():
        op.execute("DROP FUNCTION refuse_change()")


def append_only(table: str, *keys: tuple[str, ...]) -> None:
    """
    Refuse to change, replace or delete a row of *table*.

    Args:
        keys: The columns, beside the organisation, of every key that is unique.
            SQLite's REPLACE deletes the row it replaces without asking any trigger.
    """
    _refuse(table, "UPDATE")
    _refuse(table, "DELETE")
    _refuse_truncate(table)
    _refuse_replace(table, keys)


def kept(table: str) -> None:
    """
    Refuse to delete a row of *table*.
    """
    _refuse(table, "DELETE")
    _refuse_truncate(table)


def erasable(table: str, condition: str, *keys: tuple[str, ...]) -> None:
    """
    Refuse to change a row; delete one only if *condition* holds for it.
    """
    _refuse(table, "UPDATE")
    _refuse_truncate(table)
    _refuse_replace(table, keys)
    deletable_when(table, condition)


def erased(kind: str, column: str) -> str:
    """
    Write the condition that an erasure of *kind* names the row's *column*.
    """
    return (
        "EXISTS (SELECT 1 FROM erasures WHERE erasures.organisation_id = OLD.organisation_id"  # noqa: S608 -- names of the schema
        f" AND erasures.kind = '{kind}' AND erasures.subject_id = OLD.{column})"
    )


def blottable(table: str, key: str, words: Words) -> None:
    """
    Let `ERASED` take the place of *words*, and nothing else change.

    Only in a row that an erasure names by its *key*.

    In a document one word is blotted at a time.

    Stands where `append_only` or `erasable` refused every change before.
    """
    condition = " AND ".join(_blotted(table, key, words))
    if on_postgresql():
        op.execute(f"DROP TRIGGER {table}_update ON {table}")
        op.execute(
            f"CREATE FUNCTION {table}_refuse_update() RETURNS trigger LANGUAGE plpgsql AS $$"
            f" BEGIN IF {condition} THEN RETURN NEW; END IF;"
            f" RAISE EXCEPTION '{table}: {REFUSAL}' USING ERRCODE = 'restrict_violation';"
            " END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {table}_refuse_update()"
        )
    else:
        op.execute(f"DROP TRIGGER {table}_update")
        op.execute(
            # A comparison with nothing is neither true nor false: only the true lets pass.
            f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {table} WHEN ({condition}) IS NOT TRUE"
            f" BEGIN SELECT RAISE(ABORT, '{table}: {REFUSAL}'); END"
        )


def no_longer_blottable(table: str) -> None:
    """
    Refuse every change again.
    """
    if on_postgresql():
        op.execute(f"DROP TRIGGER {table}_update ON {table}")
        op.execute(f"DROP FUNCTION {table}_refuse_update()")
    else:
        op.execute(f"DROP TRIGGER {table}_update")
    _refuse(table, "UPDATE")


def deletable_if(table: str, condition: str) -> None:
    """
    Let a row be deleted under another *condition* than before.
    """
    if on_postgresql():
        op.execute(f"DROP TRIGGER {table}_delete ON {table}")
        op.execute(f"DROP FUNCTION {table}_refuse_delete()")
    else:
        op.execute(f"DROP TRIGGER {table}_delete")
    deletable_when(table, condition)


def deletable(table: str) -> None:
    """
    Let rows of *table* be deleted, where `append_only` refused it before.
    """
    of_table = f" ON {table}" if on_postgresql() else ""
    op.execute(f"DROP TRIGGER {table}_delete{of_table}")


def no_longer_deletable(table: str) -> None:
    """
    Refuse to delete a row again.
    """
    _refuse(table, "DELETE")


def tenant(table: str) -> None:
    """
    Bind *table*, also for its owner, to the transaction's organisation.
    """
    if on_postgresql():
        mine = "organisation_id = current_setting('obstat.organisation', true)"
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY tenant ON {table} USING ({mine}) WITH CHECK ({mine})")


def drop(*tables: str) -> None:
    """
    Drop *tables*, with what guards them.
    """
    for table in tables:
        op.drop_table(table)
        if on_postgresql():
            op.execute(f"DROP FUNCTION IF EXISTS {table}_refuse_delete()")


def deletable_when(table: str, condition: str) -> None:
    """
    Let a row go only if *condition* holds, where nothing refused it.
    """
    if on_postgresql():
        op.execute(
            f"CREATE FUNCTION {table}_refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$"
            f" BEGIN IF {condition} THEN RETURN OLD; END IF;"
            f" RAISE EXCEPTION '{table}: {NOT_YET}' USING ERRCODE = 'restrict_violation';"
            " END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_delete BEFORE DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {table}_refuse_delete()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {table}_delete BEFORE DELETE ON {table} WHEN NOT ({condition})"
            f" BEGIN SELECT RAISE(ABORT, '{table}: {NOT_YET}'); END"
        )


def _blotted(table: str, key: str, words: Words) -> Iterator[str]:
    yield erased(f"words:{table}", key)
    same = "IS NOT DISTINCT FROM" if on_postgresql() else "IS"
    for column in ("organisation_id", *words.beside):
        yield f"NEW.{column} {same} OLD.{column}"
    for column in words.columns:
        yield f"NEW.{column} IN (OLD.{column}, '{ERASED}')"
    if words.keys:
        yield f"({' OR '.join(map(_replaced, words.keys))})"


def _replaced(key: str) -> str:
    """
    Write that `ERASED` replaces the first text called *key* that it had not yet.

    By its letters, since no trigger of SQLite may trust its JSON functions.  A bare
    `"key":"` is no part of a text, for there its quotes would be escaped; and a text
    ends at the next bare quote.
    """
    name, find = f'"{key}":"', "strpos" if on_postgresql() else "instr"
    hidden = f"replace(OLD.document, '{name}{ERASED}\"', '{'-' * len(name)}{ERASED}\"')"
    start = f"{find}({hidden}, '{name}')"
    head = f"({start} + {len(name) - 1})"
    tail = f"substr(NEW.document, {head} + {len(ERASED) + 1})"
    word = f"substr(OLD.document, {head} + 1, length(OLD.document) - {head} - length({tail}))"
    bare = f"replace(replace({word}, '\\\\', ''), '\\\"', '')"
    return (
        f"CASE WHEN {start} = 0 OR length({tail}) > length(OLD.document) - {head} THEN FALSE"
        f" ELSE substr(NEW.document, 1, {head} + {len(ERASED)})"
        f" = substr(OLD.document, 1, {head}) || '{ERASED}'"
        f" AND substr({tail}, 1, 1) = '\"'"
        f" AND substr(OLD.document, length(OLD.document) - length({tail}) + 1) = {tail}"
        f" AND {find}({bare}, '\"') = 0 END"
    )


def _refuse(table: str, verb: str) -> None:
    name = f"{table}_{verb.lower()}"
    if on_postgresql():
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table}: {REFUSAL}'); END"
        )


def _refuse_truncate(table: str) -> None:
    if on_postgresql():
        op.execute(
            f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def _refuse_replace(table: str, keys: tuple[tuple[str, ...], ...]) -> None:
    if on_postgresql():
        return
    for key in keys:
        same = " AND ".join(f"{column} = NEW.{column}" for column in ("organisation_id", *key))
        found = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 -- names of the schema
        op.execute(
            f"CREATE TRIGGER {table}_replace_{'_'.join(key)} BEFORE INSERT ON {table}"
            f" WHEN {found} BEGIN SELECT RAISE(ABORT, '{table}: {REFUSAL}'); END"
        )
