"""Labels of the team's own, as a facet of any list."""

from __future__ import annotations

import sqlalchemy as sa

from evidence_app.domain.record import Record
from evidence_app.store.queries.listed import ByRows
from evidence_app.store.queries.records import column
from evidence_app.store.tables import TABLES


def by_label(noun: type[Record]) -> ByRows:
    """Return the facet of the labels in use that records of a noun carry."""
    labelling, label = TABLES["labelling"].c, TABLES["label"].c
    owner = TABLES[noun.base.noun if noun.base else noun.noun].c
    pairs = sa.select(owner.id, label.id).join_from(TABLES["labelling"], owner.id.table, owner.uid == labelling.subject)
    held = pairs.join(TABLES["label"], label.id == labelling.label).where(labelling.voided.is_(None))
    return ByRows.of(column(noun, "id"), held.where(label.voided.is_(None)))
