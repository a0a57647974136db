"""
Let SQLAlchemy write each statement once for each engine.

A statement is built of tables and bind parameters when its module is loaded, and
becomes text the first time an engine runs it.  From then on the driver gets text and
values: a look-up costs 8 microseconds where SQLAlchemy's own execution takes 21
(SQLite, one row), and a check makes a dozen of them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Delete,
    Dialect,
    Insert,
    LargeBinary,
    Select,
    Table,
    Text,
    Update,
    bindparam,
    insert,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import iterate
from sqlalchemy.types import Boolean, TypeDecorator, TypeEngine

Row = tuple[Any, ...]
Convert = Callable[[Any], Any]
Statement = Select[Any] | CompoundSelect[Any] | Insert | Update | Delete


MANY = 2
"""Stands for every length of a list above one."""
_ANY = range(MANY)


class IdList(TypeDecorator[Iterable[str]]):
    """
    Pass any number of identifiers as one value, so the text never changes.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """
        Give the type of the engine that holds a list.
        """
        return Text() if dialect.name == "sqlite" else ARRAY(Text)

    def bind_processor(self, dialect: Dialect) -> Convert:
        """
        Give what writes the list as the engine takes it.
        """
        return _as_json if dialect.name == "sqlite" else list


_encode_ids = msgspec.json.Encoder().encode


class OnlyId(TypeDecorator[Iterable[str]]):
    """
    Pass a list of one identifier as that identifier.
    """

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Convert:
        """
        Give what takes the one out of its list.
        """
        del dialect
        return _first


def _first(ids: Iterable[str]) -> str:
    return next(iter(ids))


def _as_json(ids: Iterable[str]) -> str:
    return _encode_ids(list(ids)).decode()


class Among(ColumnElement[bool]):
    """
    Say that a column has one of the identifiers of a list.
    """

    inherit_cache = False
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], parameter: str) -> None:
        """
        Take the *column*, and the name of the *parameter* that brings the list.
        """
        self.column = column
        self.ids = bindparam(parameter, type_=IdList())
        self.only_id = bindparam(parameter, type_=OnlyId())

    def self_group(self, against: object = None) -> "Among":
        """
        Stay as it is: for `... IN (...) = 1` SQLite would use no index.
        """
        del against
        return self


@compiles(Among, "sqlite")
def _among_on_sqlite(
    element: Among,
    compiler: SQLCompiler,
    lengths: Mapping[str, int] = MappingProxyType({}),
    **options: object,
) -> str:
    options["lengths"] = lengths
    length = lengths.get(element.ids.key, MANY)
    column = compiler.process(element.column, **options)
    if length == 0:
        return f"{column} = NULL"  # never so, and found out by an index
    if length == 1:
        return f"{column} = {compiler.process(element.only_id, **options)}"
    ids = compiler.process(element.ids, **options)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 -- both are SQL already


@compiles(Among, "postgresql")
def _among_on_postgresql(element: Among, compiler: SQLCompiler, **options: object) -> str:
    column = compiler.process(element.column, **options)
    return f"{column} = ANY({compiler.process(element.ids, **options)})"


class Holding(ColumnElement[bool]):
    """
    Say that a column of bytes has other bytes somewhere in it.
    """

    inherit_cache = False
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], parameter: str) -> None:
        """
        Take the *column*, and the name of the *parameter* that brings the other bytes.
        """
        self.column = column
        self.part = bindparam(parameter, type_=LargeBinary())


@compiles(Holding, "sqlite")
def _holding_on_sqlite(element: Holding, compiler: SQLCompiler, **options: object) -> str:
    column = compiler.process(element.column, **options)
    return f"instr({column}, {compiler.process(element.part, **options)}) > 0"


@compiles(Holding, "postgresql")
def _holding_on_postgresql(element: Holding, compiler: SQLCompiler, **options: object) -> str:
    column = compiler.process(element.column, **options)
    return f"position({compiler.process(element.part, **options)} IN {column}) > 0"


@dataclass(frozen=True, slots=True)
class Ready:
    """
    A statement as text, with how values go in and come out.
    """

    sql: str
    names: tuple[str, ...]
    """The parameters in the order of the text; on SQLite one may come many times."""
    pick: Callable[[Mapping[str, Any]], Sequence[Any]]
    """Takes their values out of a mapping, in that order."""
    converts: tuple[tuple[str, Convert], ...]
    """What a parameter goes through, once however often it comes."""
    constants: Mapping[str, Any]
    readers: tuple[tuple[int, Convert], ...]

    def values(self, parameters: Mapping[str, Any], organisation_id: str) -> Sequence[Any]:
        """
        Give the values in the order in which the text wants them.
        """
        given = {**self.constants, **parameters, "organisation_id": organisation_id}
        for name, convert in self.converts:
            given[name] = convert(given[name])
        return self.pick(given)

    def read(self, rows: Iterable[Row]) -> list[Row]:
        """
        Turn what the driver gave into Python's own values.
        """
        if not self.readers:
            return list(rows)
        return [self._converted(row) for row in rows]

    def _converted(self, row: Row) -> Row:
        fields = list(row)
        for position, convert in self.readers:
            fields[position] = convert(fields[position])
        return tuple(fields)


class Prepared:
    """
    A statement that becomes text once for each engine.

    On SQLite also once for lists of none, one and many: for each list it fills a table,
    and most questions are about one person on one channel.
    """

    __slots__ = ("_columns", "_lists", "_ready", "_statement")

    def __init__(self, statement: Statement, columns: tuple[str, ...] | None = None) -> None:
        """
        Take a *statement*; for an insert also the *columns* that get values.
        """
        self._statement = statement
        self._columns = columns
        lists = (each.ids.key for each in iterate(statement) if isinstance(each, Among))
        self._lists = tuple(dict.fromkeys(lists))
        self._ready: dict[tuple[str, *tuple[int, ...]], Ready] = {}

    def on(self, dialect: Dialect, parameters: Mapping[str, Any] = MappingProxyType({})) -> Ready:
        """
        Give the statement as *dialect* wants it for these parameters.
        """
        lengths: tuple[int, ...] = ()
        if self._lists and dialect.name == "sqlite":
            lengths = tuple(min(len(parameters.get(each, _ANY)), MANY) for each in self._lists)
        found = self._ready.get((dialect.name, *lengths))
        if found is None:
            found = self._compile(dialect, dict(zip(self._lists, lengths, strict=False)))
            self._ready[dialect.name, *lengths] = found
        return found

    def _compile(self, dialect: Dialect, lengths: Mapping[str, int]) -> Ready:
        columns = list(self._columns) if self._columns else None
        options = {"lengths": lengths} if lengths else None
        sql = self._statement.compile(
            dialect=dialect, column_keys=columns, compile_kwargs=options or {}
        )
        names = tuple(sql.positiontup or ())
        converts = (
            (name, sql.binds[name].type.dialect_impl(dialect).bind_processor(dialect))
            for name in dict.fromkeys(names)
        )
        return Ready(
            sql=str(sql),
            names=names,
            pick=_picking(names),
            converts=tuple((name, convert) for name, convert in converts if convert),
            constants={name: bind.value for name, bind in sql.binds.items() if not bind.required},
            readers=tuple(self._readers(dialect)),
        )

    def _readers(self, dialect: Dialect) -> Iterable[tuple[int, Convert]]:
        if not isinstance(self._statement, Select | CompoundSelect):
            return
        for position, column in enumerate(self._statement.selected_columns):
            convert = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if convert is not None:
                yield position, convert


def _picking(names: tuple[str, ...]) -> Callable[[Mapping[str, Any]], Sequence[Any]]:
    """
    Give what takes the values of *names* out of a mapping, in that order.

    Of one name alone `itemgetter` gives the bare value.
    """
    if len(names) > 1:
        return itemgetter(*names)
    return lambda given: [given[name] for name in names]


def inserting(table: Table) -> Prepared:
    """
    Prepare writing one row of *table*, every column given.
    """
    return Prepared(insert(table), tuple(column.name for column in table.columns))
