"""What all records share, and the field table that drives store, history, form, column and search.

A noun is a frozen dataclass of fields made by the functions below. Each field states once what it holds; the
store derives its columns, the journal its payloads, the window its forms from that.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar, Self


class Kind(Enum):
    """What a field holds, and how it is stored and journalled."""

    TEXT = "text"
    CHOICE = "choice"  # a code of a vocabulary
    INTEGER = "integer"
    FLAG = "flag"
    WHEN = "when"  # PartialDate: EDTF text with derived bounds
    WORDS = "words"  # Localised: text in several languages
    REFERENCE = "reference"  # id of another record; its uid in the journal
    LIST = "list"  # tuple of strings
    DATA = "data"  # tuple of (name, text) pairs kept verbatim


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a noun's field table.

    `vocabulary` names the list of a CHOICE; `noun` the target of a REFERENCE; `secret` marks what no export may
    hold unless the release gate says so (contacts, document numbers); `searched` puts it into the index. `group` is
    the part of the form in which it stands, a msgid; `codes` says that the text is a code of a language (BCP 47), a
    country (ISO 3166-1) or a currency (ISO 4217); `fixed` that it is shown, never typed; `multiline` that it is long.
    """

    name: str
    kind: Kind
    label: str
    vocabulary: str = ""
    noun: str = ""
    required: bool = False
    secret: bool = False
    searched: bool = False
    group: str = ""
    codes: str = ""
    fixed: bool = False
    multiline: bool = False


def _column(kind: Kind, label: str, default: Any, **facts: Any) -> Any:
    """Declare a dataclass field that carries its line of the field table."""
    return dataclasses.field(default=default, metadata={"field": (kind, label, facts)})


def plain(label: str, default: str | None = None, **facts: Any) -> Any:
    """Declare plain text."""
    return _column(Kind.TEXT, label, default, **facts)


def choice(vocabulary: str, label: str, default: str | None = None, **facts: Any) -> Any:
    """Declare a code out of a vocabulary."""
    return _column(Kind.CHOICE, label, default, vocabulary=vocabulary, **facts)


def integer(label: str, default: int | None = None, **facts: Any) -> Any:
    """Declare a whole number; the name says its unit."""
    return _column(Kind.INTEGER, label, default, **facts)


def flag(label: str, default: bool | None = None, **facts: Any) -> Any:
    """Declare yes, no or not known (None)."""
    return _column(Kind.FLAG, label, default, **facts)


def when(label: str, **facts: Any) -> Any:
    """Declare a partial date (EDTF)."""
    return _column(Kind.WHEN, label, None, **facts)


def words(label: str, **facts: Any) -> Any:
    """Declare text held in several languages."""
    from evidence_app.domain.localised import Localised

    return _column(Kind.WORDS, label, Localised(), **facts)


def reference(noun: str, label: str, default: int | None = None, **facts: Any) -> Any:
    """Declare a reference to another record by its id."""
    return _column(Kind.REFERENCE, label, default, noun=noun, **facts)


def many(label: str, **facts: Any) -> Any:
    """Declare a list of short texts."""
    return _column(Kind.LIST, label, (), **facts)


def data(label: str, **facts: Any) -> Any:
    """Declare named texts kept verbatim, such as EXIF."""
    return _column(Kind.DATA, label, (), **facts)


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record has: `id` inside this archive (0 = not stored yet), `uid` (UUIDv7) beyond it.

    Times are UTC instants in ISO 8601 text; `created_by` and `updated_by` are key ids of accounts. A record is never
    deleted: `voided` holds the reason.
    """

    noun: ClassVar[str]
    letter: ClassVar[str] = ""  # of its code; empty where records of this noun carry none
    base: ClassVar[type[Record] | None] = None  # the noun it specialises, in a table of its own

    id: int = 0
    uid: str = ""
    revision: int = 0
    created_at: str = ""
    created_by: str = ""
    updated_at: str = ""
    updated_by: str = ""
    voided: str | None = None

    def but(self, **values: Any) -> Self:
        """Return a copy with some fields changed."""
        return dataclasses.replace(self, **values)


_tables: dict[str, tuple[Field, ...]] = {}


def fields(noun: type[Record]) -> tuple[Field, ...]:
    """Return the field table of a noun, in the order in which it is declared."""
    if noun.noun not in _tables:
        declared = (column for column in dataclasses.fields(noun) if "field" in column.metadata)
        _tables[noun.noun] = tuple(_line(column) for column in declared)
    return _tables[noun.noun]


def _line(column: dataclasses.Field[Any]) -> Field:
    """Return the line of the field table that a dataclass field carries."""
    kind, label, facts = column.metadata["field"]
    return Field(column.name, kind, label, **facts)


def own_fields(noun: type[Record]) -> tuple[Field, ...]:
    """Return the fields that a noun adds to its base; all of them where it has none."""
    inherited = {line.name for line in fields(noun.base)} if noun.base else set()
    return tuple(line for line in fields(noun) if line.name not in inherited)
