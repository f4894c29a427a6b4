"""The short words in which the steps describe tables.

Columns are text unless marked: # integer, @ partial date (text, earliest, latest), >table reference, ! unique,
* indexed. `testimony|item` is keyed by the id of an item, `item+` says of each row which noun it is.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def create(heading: str, columns: list[str]) -> None:
    """Create the table of one noun."""
    name, _, base = heading.partition("|")
    is_base, name = name.endswith("+"), name.rstrip("+")
    parts: list[sa.Column[object] | sa.Constraint] = [sa.Column("id", sa.Integer, nullable=False)]
    parts.append(sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))
    if base:
        parts.append(sa.ForeignKeyConstraint(["id"], [f"{base}.id"], name=f"fk_{name}_id"))
    else:
        parts += [sa.Column("uid", sa.Text, nullable=False), sa.UniqueConstraint("uid", name=f"uq_{name}_uid")]
        parts += [sa.Column("noun", sa.Text, nullable=False)] if is_base else []
        parts.append(sa.Column("revision", sa.Integer, nullable=False))
        stamps = ("created_at", "created_by", "updated_at", "updated_by")
        parts += [sa.Column(stamp, sa.Text, nullable=False) for stamp in stamps]
        parts.append(sa.Column("voided", sa.Text))
    indexed = ["noun"] if is_base else []
    for column in columns:
        parts += columns_of(name, column)
        if column.endswith("*") or ">" in column:
            indexed.append(column.rstrip("*").split(">")[0])
    op.create_table(name, *parts)
    for column in indexed:
        op.create_index(f"ix_{name}_{column}", name, [column])


def columns_of(table: str, column: str) -> list[sa.Column[object] | sa.Constraint]:
    """Return the columns and constraints that one word of a table's list stands for."""
    name, _, target = column.rstrip("#@!*").partition(">")
    if target:
        key = sa.ForeignKeyConstraint([name], [f"{target}.id"], name=f"fk_{table}_{name}")
        return [sa.Column(name, sa.Integer), key]
    if column.endswith("@"):
        return [sa.Column(name + end, sa.Text) for end in ("", "_min", "_max")]
    unique = [sa.UniqueConstraint(name, name=f"uq_{table}_{name}")] if column.endswith("!") else []
    return [sa.Column(name, sa.Integer if column.endswith("#") else sa.Text), *unique]
