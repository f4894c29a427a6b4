"""The catalogue: findings, identifications, safeguards, charges, mandates, redress, deadlines, labels, own fields."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from evidence_app.store.migrations.schema_words import create

_NOUNS = {
    "finding": """
        person>person kind basis site side view x# y# size description observed@ examiner consistency other_causes
        event>event photo>item source>item locator confidentiality
    """,
    "identification": """
        identified>person by>person method certainty made@ event>event said source>item locator confidentiality
    """,
    "safeguard": """
        person>person kind state event>event note source>item locator confidentiality
    """,
    "charge": """
        proceeding>proceeding law article part edition@ title person>person note
    """,
    "mandate": """
        client>person lawyer>person proceeding>proceeding scope power>item begins@ ends@ note confidentiality
    """,
    "measure": """
        person>person kind state body asked@ begins@ ends@ note source>item locator confidentiality
    """,
    "remedy": """
        person>person kind description proceeding>proceeding outcome source>item locator confidentiality
    """,
    "exhaustion": """
        person>person avenue state ended@ grounds proceeding>proceeding source>item locator confidentiality
    """,
    "deadline_rule": """
        key name count# unit runs_from rolls# law is_checked#
    """,
    "deadline": """
        title proceeding>proceeding filing>item person>person rule>deadline_rule starts@ due@ done@ responsible note
        confidentiality
    """,
    "label": """
        name
    """,
    "labelling": """
        label>label subject*
    """,
    "own_field": """
        name of_noun kind choices place#
    """,
    "own_value": """
        own_field>own_field subject* value person>person
    """,
    "saved_search": """
        title page query
    """,
}


def upgrade() -> None:
    """Create the tables, and the columns that events and the case gain."""
    for heading, columns in _NOUNS.items():
        create(heading, columns.split())
    op.add_column("event", sa.Column("authority", sa.Text))
    op.add_column("case_file", sa.Column("holidays", sa.Text))
    op.add_column("case_file", sa.Column("own_holidays", sa.Text))
    op.create_table(
        "preference",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_preference"),
    )
