"""What all lists have in common: ids in order, rows a window at a time, tabs and facets with their counts."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

from evidence_app.domain import vocabulary
from evidence_app.domain.label import Label
from evidence_app.domain.localised import Localised
from evidence_app.services import naming
from evidence_app.services.listing.dates import today
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.listed import Ask as Ask
from evidence_app.store.queries.listed import Listed, Offers, Shape
from evidence_app.store.queries.shapes.person_list import superseded
from evidence_app.system import words

R = TypeVar("R")
WINDOW, IN_SIGHT = 200, 60  # ids or rows at a time, and rows that a large screen shows at once
_LABELLED = ("event_kind", "item_kind", "filing_type", "outcome")  # vocabularies that a list can be sorted by


@dataclass(frozen=True)  # no slots: they and a generic alias do not go together
class First(Generic[R]):
    """The beginning of a list with the rows that are seen at once, and whether the ids are all of it."""

    ids: array[int]
    rows: Mapping[int, R]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet: as it is asked for, in words, and how many records have it."""

    value: str
    label: str
    count: int


Labels = Callable[[Workspace, Sequence[str]], Mapping[str, str]]


@dataclass(frozen=True)
class NounList(Generic[R]):
    """A list of one noun: its shape in the archive, how facts become a row, how values of facets are called.

    `begun` is what a record holds from the start that is begun under a tab, so that it stands there.
    `rests_on` names the nouns that rows are made of: where one of them changes, the list may change.
    """

    shape: Shape
    row: Callable[[Any], R]
    rests_on: frozenset[str]
    labels: Mapping[str, Labels] = field(default_factory=dict)
    begun: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def noun(self) -> str:
        """What is listed."""
        return self.shape.noun.noun

    def first(self, ws: Workspace, ask: Ask) -> First[R]:
        """Return the first rows, sooner than all ids could be had; to sort takes all, so then all ids come at once."""
        ids = self._asked(ws).ids(ask, None if ask.sort else WINDOW)
        return First(ids, self.rows(ws, ids[:IN_SIGHT]), bool(ask.sort) or len(ids) < WINDOW)

    def ids(self, ws: Workspace, ask: Ask) -> array[int]:
        """Return the ids of all records that are asked for, in order."""
        return self._asked(ws).ids(ask)

    def rows(self, ws: Workspace, ids: Sequence[int]) -> dict[int, R]:
        """Return the rows of a window by id; a record that was voided meanwhile has none."""
        return {record_id: self.row(facts) for record_id, facts in self._asked(ws).facts(ids).items()}

    def tabs(self, ws: Workspace) -> dict[str, int]:
        """Count the records under each tab."""
        return self._asked(ws).tabs()

    def tab_of(self, ws: Workspace, record_id: int) -> str | None:
        """Return the tab under which a record stands, empty in a list without tabs; None where it is in no list."""
        return self._asked(ws).tab_of(record_id)

    def facet(self, ws: Workspace, ask: Ask, name: str) -> tuple[Value, ...]:
        """Return the values of a facet among what the other filters find, in the order of their labels."""
        counts = self._asked(ws).values(ask, name)
        labels = self.labels[name](ws, list(counts)) if name in self.labels else {}
        values = (Value(value, labels.get(value) or value, many) for value, many in counts.items())
        return tuple(sorted(values, key=lambda value: value.label.casefold()))

    def beginning(self, ws: Workspace, ask: Ask, letters: str) -> array[int]:
        """Return the ids, in order, of what begins with some letters: as many as a window holds."""
        return self._asked(ws).beginning(ask, letters, WINDOW)

    def all(self, ws: Workspace) -> list[R]:
        """Return every row in the list's own order; for reports and scripts, not for windows."""
        ids = self.ids(ws, Ask())
        return [row for start in range(0, len(ids), WINDOW) for row in self._run(ws, ids[start : start + WINDOW])]

    def _run(self, ws: Workspace, ids: Sequence[int]) -> Iterator[R]:
        """Yield rows in the order of their ids."""
        rows = self.rows(ws, ids)
        return (rows[record_id] for record_id in ids if record_id in rows)

    def _asked(self, ws: Workspace) -> Listed:
        return Listed(ws.archive.connection, self.shape, _offers(ws))


def best(stored: str | None) -> str:
    """Return text that lies in the archive by language, in the one spoken now or the next best."""
    return Localised.of(json.loads(stored)).best() if stored else ""


def of_vocabulary(name: str) -> Labels:
    """Return how the codes of a vocabulary are called."""
    return lambda _ws, codes: {code: vocabulary.label(name, code) for code in codes}


def labels_of_the_team(ws: Workspace, ids: Sequence[str]) -> dict[str, str]:
    """Return the words of labels by id."""
    return {str(label.id): label.name for label in ws.records.by_ids(Label, [int(one) for one in ids]).values()}


def _offers(ws: Workspace) -> Offers:
    """Return what statements may ask for."""
    language = words.language()
    return {
        "today": lambda _ids: today(),
        "language": lambda _ids: language,
        "script": lambda _ids: naming.script_for(language),
        "superseded": lambda ids: json.dumps(superseded(ws.records, ids)),
        **{f"labels_{name}": partial(_labels, name) for name in _LABELLED},
    }


def _labels(name: str, _ids: Sequence[int] | None) -> str:
    """Return the labels of a vocabulary as JSON."""
    return json.dumps({term.code: term.label() for term in vocabulary.known(name)})
