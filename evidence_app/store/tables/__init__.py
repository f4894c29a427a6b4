"""The tables, derived from the field tables of the domain: one definition of a noun, no second one to keep in step.

A noun that specialises another (testimony, media, filing) has a table of its own fields beside its base's.
"""

from __future__ import annotations

import sqlalchemy as sa

from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.record import Field, Kind, Record, own_fields

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def columns_of(field: Field) -> list[sa.Column[object]]:
    """Return the columns of a field: one, or three for a partial date."""
    if field.kind is Kind.WHEN:
        return [
            sa.Column(field.name, sa.Text),
            sa.Column(f"{field.name}_min", sa.Text),
            sa.Column(f"{field.name}_max", sa.Text),
        ]
    if field.kind is Kind.REFERENCE:
        target = NOUNS[field.noun].noun
        return [sa.Column(field.name, sa.Integer, sa.ForeignKey(f"{target}.id"), index=True)]
    if field.kind in {Kind.INTEGER, Kind.FLAG}:
        return [sa.Column(field.name, sa.Integer)]
    if field.name == "code":
        return [sa.Column(field.name, sa.Text, unique=True)]
    return [sa.Column(field.name, sa.Text, index=field.name in {"external_id", "sha256", "subject"} or None)]


def _table(noun: type[Record]) -> sa.Table:
    """Build the table of a noun."""
    own = [column for field in own_fields(noun) for column in columns_of(field)]
    if noun.base is not None:
        base_id = sa.Column("id", sa.Integer, sa.ForeignKey(f"{noun.base.noun}.id"), primary_key=True)
        return sa.Table(noun.noun, metadata, base_id, *own)
    specialised = any(other.base is noun for other in NOUNS.values())
    return sa.Table(
        noun.noun,
        metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.Text, nullable=False, unique=True),
        *([sa.Column("noun", sa.Text, nullable=False, index=True)] if specialised else []),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("created_by", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.Column("updated_by", sa.Text, nullable=False),
        sa.Column("voided", sa.Text),
        *own,
    )


TABLES: dict[str, sa.Table] = {name: _table(noun) for name, noun in NOUNS.items()}

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("log", sa.Text, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("bytes", sa.LargeBinary, nullable=False),
    sa.Column("ts", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("op", sa.Text, nullable=False),
    sa.Column("obj", sa.Text, nullable=False, index=True),
)

journal_part = sa.Table(
    "journal_part",
    metadata,
    sa.Column("log", sa.Text, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("part", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("uid", sa.Text, index=True),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("payload", sa.LargeBinary),
    sa.ForeignKeyConstraint(["log", "seq"], ["journal.log", "journal.seq"], name="fk_journal_part_entry"),
)

code_counter = sa.Table(
    "code_counter",
    metadata,
    sa.Column("letter", sa.Text, primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
)

preference = sa.Table(
    "preference",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)

search_unit = sa.Table(
    "search_unit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("noun", sa.Text, nullable=False),
    sa.Column("record", sa.Integer, nullable=False),
    sa.Column("language", sa.Text),
    sa.UniqueConstraint("noun", "record", name="uq_search_unit_noun_record"),
)
