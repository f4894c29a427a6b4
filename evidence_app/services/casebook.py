"""Records written as TOML tables, read into a draft: how samples are kept as data.

One table per record, named by its noun. `key` names the record (a list: one record for each key), and a field that
refers to a record holds a key or several; several stand for one record each. `copies` repeats a record. `cited` says
which source gives which field ("source: place in it"): each becomes a preferred assertion and a mark.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Field, Kind, Record, fields
from evidence_app.domain.vocabulary import label
from evidence_app.services.planting import Draft, handle, owner_of
from evidence_app.system import words

_NO_LANGUAGE = "zxx"  # BCP 47: no linguistic content, as of a date


class Casebook:
    """A TOML file, its records added to a draft and known by their keys."""

    def __init__(self, source: Path, draft: Draft) -> None:
        """Read all records of the file, each noun after those it refers to."""
        self.draft = draft
        self.known: dict[str, list[Record]] = {}
        self._cited: list[tuple[Record, dict[str, str]]] = []
        with source.open("rb") as stream:
            self.tables = tomllib.load(stream)
        for name, noun in NOUNS.items():
            rows = self.tables.get(name, [])
            for row in rows if isinstance(rows, list) else []:
                self._read(noun, row)
        for record, cited in self._cited:
            self._cite(record, cited)

    def id_of(self, key: str) -> int:
        """Return the number of the first record of a key; KeyError for a key that the file does not give."""
        return self.known[key][0].id

    def _read(self, noun: type[Record], row: dict[str, Any]) -> None:
        """Add the records of one table; what cites them waits until all of them stand."""
        cited = row.pop("cited", {})
        keys = row.pop("key", None)
        copies = row.pop("copies", 1)
        for key in keys if isinstance(keys, list) else [keys]:
            for chosen in [chosen for chosen in self._spread(noun, row) for _ in range(copies)]:
                record = self.draft.add(noun(**values(noun, chosen)))
                self._cited.append((record, cited))
                if key:
                    self.known.setdefault(key, []).append(record)

    def _spread(self, noun: type[Record], row: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield a row once for each combination of the records that its keys stand for."""
        if noun is Assertion:
            row["subject"] = handle(self.known[row["subject"]][0])
        names = [line.name for line in fields(noun) if line.kind is Kind.REFERENCE and line.name in row]
        for chosen in product(*(self._records(row[name]) for name in names)):
            yield row | {name: record.id for name, record in zip(names, chosen, strict=True)}

    def _records(self, keys: str | list[str]) -> list[Record]:
        """Return the records that one key or several stand for."""
        return [record for key in ([keys] if isinstance(keys, str) else keys) for record in self.known[key]]

    def _cite(self, record: Record, cited: dict[str, str]) -> None:
        """Add an assertion for each field that a source gives, and one mark from each source to the record."""
        sources = []
        for name, where in cited.items():
            key, _, locator = where.partition(": ")
            source = self.id_of(key)
            self.draft.add(
                Assertion(
                    subject=handle(record),
                    field=name,
                    value=_said(record, name),
                    source=source,
                    locator=locator or None,
                    preferred=True,
                )
            )
            if source not in sources:
                sources.append(source)
                self.draft.add(_mark(source, record))


def values(noun: type[Record], row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with each value as its field holds it; KeyError for a name that is no field."""
    table = {line.name: line for line in fields(noun)}
    return {name: _value(table[name], raw) for name, raw in row.items()}


def _value(line: Field, raw: Any) -> Any:
    """Return one value as its field holds it."""
    if line.kind is Kind.WORDS:
        return Localised.of(raw)
    if line.kind is Kind.WHEN:
        return PartialDate.parse(raw)
    return tuple(raw) if line.kind is Kind.LIST else raw


def _said(record: Record, name: str) -> Localised:
    """Return what a field says, as an assertion holds it: codes as labels, dates as EDTF."""
    line = next(line for line in fields(type(record)) if line.name == name)
    value = getattr(record, name)
    if isinstance(value, Localised):
        return value
    if isinstance(value, PartialDate):
        return Localised.of(value.text, _NO_LANGUAGE)
    if line.kind is Kind.INTEGER:
        return Localised.of(str(value), _NO_LANGUAGE)
    if line.kind is Kind.FLAG:
        return Localised.of({"en": "yes", "ru": "да", "kk": "иә"} if value else {"en": "no", "ru": "нет", "kk": "жоқ"})
    codes = value if isinstance(value, tuple) else (value,)
    return Localised.of(
        {language: "; ".join(label(line.vocabulary, code, language) for code in codes) for language in words.LANGUAGES}
    )


def _mark(source: int, record: Record) -> Mark:
    """Return the mark by which a source bears on a record."""
    target = "target" if owner_of(record) == "item" else record.noun
    stance = "MENTIONS" if target in {"person", "place"} else "SUPPORTS"
    return Mark(item=source, stance=stance).but(**{target: record.id})
