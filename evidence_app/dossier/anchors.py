"""Where references may lead: the anchors that a manuscript defines, and those that it asks for."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from evidence_app.dossier.manuscript import Ref, segment_anchor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidence_app.dossier.manuscript import Event, Exhibit, Manuscript, Person, Proceeding, Testimony


def defined(manuscript: Manuscript) -> set[str]:
    """Return every anchor that will be a place in the dossier."""
    records: chain[Person | Event | Testimony | Exhibit | Proceeding] = chain(
        (person for group in manuscript.groups for person in group.persons),
        manuscript.chronology,
        manuscript.testimonies,
        manuscript.exhibits,
        manuscript.proceedings,
    )
    segments = (
        segment_anchor(testimony.code, segment.number)
        for testimony in manuscript.testimonies
        for segment in testimony.segments
    )
    return {record.code for record in records} | set(segments)


def referenced(value: Any) -> Iterator[str]:
    """Return every anchor that a reference anywhere in a value asks for."""
    if isinstance(value, Ref):
        if value.anchor:
            yield value.anchor
    elif isinstance(value, tuple):
        for part in value:
            yield from referenced(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from referenced(getattr(value, field.name))


def check(manuscript: Manuscript) -> None:
    """Raise ValueError where a reference would lead nowhere: a dossier with a dead link is not printed."""
    dead = sorted(set(referenced(manuscript)) - defined(manuscript))
    if dead:
        raise ValueError(f"references lead to anchors that the manuscript does not define: {dead[:5]}")
