"""
Give migrations the guards that the database itself keeps.

    append_only   no row is changed, replaced or deleted
    erasable      no row is changed; deleted only where a condition holds
    kept          no row is deleted
    tenant        PostgreSQL shows and takes rows of the transaction's organisation only

They do not stop whoever owns the database, whom the log convicts.  They stop a bug, a
script and a slip of the hand.  As in `migrating.py`, nothing here changes its meaning
once it is released.
"""

from alembic import op

from service.persistence.migrating import on_postgresql

REFUSAL = "what is written here is never changed"
"""What the database says to whoever tries."""

NOT_YET = "this row must not be deleted, or not yet"
"""What the database says to whoever deletes before the condition for it holds."""

_FUNCTION = f"""
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: {REFUSAL}', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


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


def erased(kind: str, column: str) -> str:
    """
    Write the condition that an erasure of *kind* names the row's *column*.
    """
    return (
        "EXISTS (SELECT 1 FROM erasures WHERE erasures.organisation_id = OLD.organisation_id"  # noqa: S608 -- names of the schema
        f" AND erasures.kind = '{kind}' AND erasures.subject_id = OLD.{column})"
    )


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
