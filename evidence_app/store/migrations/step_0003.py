"""Terms that a case adds to the vocabularies."""

from __future__ import annotations

from evidence_app.store.migrations.schema_words import create


def upgrade() -> None:
    """Create their table."""
    create("own_term", ["name", "of_list", "key", "place#"])
