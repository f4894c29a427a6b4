"""The lists of items: testimonies, media, filings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.person import Person
from evidence_app.services import naming
from evidence_app.services.listing.dates import stored_date
from evidence_app.services.listing.noun_list import NounList, best, labels_of_the_team, of_vocabulary
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.shapes.item_list import FILINGS_SHAPE, MEDIA_SHAPE, TESTIMONIES_SHAPE
from evidence_app.system.words import _, language_name


@dataclass(frozen=True, slots=True)
class TestimonyRow:
    """A testimony, with how far it is translated."""

    id: int
    uid: str
    code: str
    title: str
    speaker: str
    speaker_code: str
    taken: str
    language: str
    form: str
    paragraphs: int
    translated: int


@dataclass(frozen=True, slots=True)
class MediaRow:
    """A media item; `size_bytes` and `name` are those of its original, where it is held."""

    id: int
    uid: str
    code: str
    title: str
    kind: str | None
    kind_label: str
    made: str
    duration_ms: int | None
    size_bytes: int
    name: str
    is_graphic: bool
    is_held: bool
    problem: str


@dataclass(frozen=True, slots=True)
class FilingRow:
    """A filing or decision; `sort` is the moment by which it stands in time, `due` its next deadline (EDTF).

    Both are empty where there is none; `is_held` is None where nobody has said whether the document is held.
    """

    id: int
    uid: str
    code: str
    title: str
    type_label: str
    body: str
    number: str
    date: str
    sort: str
    outcome: str
    outcome_code: str
    due: str
    is_held: bool | None


def _testimony(facts: Any) -> TestimonyRow:
    """Make the row of a testimony."""
    return TestimonyRow(
        id=facts.id,
        uid=facts.uid,
        code=facts.code,
        title=best(facts.title),
        speaker=facts.speaker or facts.speaker_code or "",
        speaker_code=facts.speaker_code or "",
        taken=stored_date(facts.taken),
        language=facts.language,
        form=vocabulary.label("testimony_kind", facts.form),
        paragraphs=facts.paragraphs,
        translated=facts.translated,
    )


def _media(facts: Any) -> MediaRow:
    """Make the row of a media item."""
    return MediaRow(
        id=facts.id,
        uid=facts.uid,
        code=facts.code,
        title=best(facts.title),
        kind=facts.kind,
        kind_label=vocabulary.stated("item_kind", facts.kind),
        made=stored_date(facts.made),
        duration_ms=facts.duration_ms,
        size_bytes=facts.size_bytes or 0,
        name=facts.name or "",
        is_graphic=bool(facts.is_graphic),
        is_held=facts.size_bytes is not None,
        problem=facts.problem or "",
    )


def _filing(facts: Any) -> FilingRow:
    """Make the row of a filing."""
    return FilingRow(
        id=facts.id,
        uid=facts.uid,
        code=facts.code,
        title=best(facts.title),
        type_label=vocabulary.label("filing_type", facts.filing_type),
        body=best(facts.body),
        number=facts.number or "",
        date=stored_date(facts.date),
        sort=facts.begins or "",
        outcome=vocabulary.label("outcome", facts.outcome),
        outcome_code=facts.outcome or "",
        due=facts.due or "",
        is_held=None if facts.is_held is None else bool(facts.is_held),
    )


def _people(ws: Workspace, ids: Sequence[str]) -> dict[str, str]:
    people = ws.records.by_ids(Person, [int(one) for one in ids]).values()
    return {str(person.id): naming.label(ws.records, person) for person in people}


TESTIMONIES = NounList(
    TESTIMONIES_SHAPE,
    _testimony,
    rests_on=frozenset({"testimony", "person", "person_name", "segment", "translation", "label", "labelling"}),
    labels={
        "form": of_vocabulary("testimony_kind"),
        "language": lambda _ws, tags: {tag: language_name(tag) for tag in tags},
        "label": labels_of_the_team,
    },
)
MEDIA = NounList(
    MEDIA_SHAPE,
    _media,
    rests_on=frozenset({"media", "file", "label", "labelling"}),
    labels={
        "kind": of_vocabulary("item_kind"),
        "graphic": lambda _ws, _values: {"graphic": _("graphic")},
        "verification": of_vocabulary("verification"),
        "label": labels_of_the_team,
    },
)
FILINGS = NounList(
    FILINGS_SHAPE,
    _filing,
    rests_on=frozenset({"filing", "deadline", "mark", "person", "person_name", "label", "labelling"}),
    labels={
        "outcome": of_vocabulary("outcome"),
        "person": _people,
        "type": of_vocabulary("filing_type"),
        "held": lambda _ws, _values: {
            "held": _("document held"),
            "wanted": _("document not held"),
            "unsaid": _("not stated whether the document is held"),
        },
        "label": labels_of_the_team,
    },
)
