"""The first schema: one table a noun, the journal, the code counters, the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from evidence_app.store.migrations.schema_words import create

_NOUNS = {
    "account": """
        name role clearance key_id public_key
    """,
    "batch": """
        received_from received@ received_how received_by source finished#
    """,
    "case_file": """
        code! title summary country languages zone court confidentiality log first_block# block_step#
    """,
    "dossier": """
        code! title reader language sections recipients
    """,
    "person": """
        code! kind basis protection confidentiality sex born@ died@ nationalities languages documents
        contacts occupation organisation rank recognised_victim# represented# notes external_id*
    """,
    "place": """
        parent>place name kind address latitude longitude precision confidentiality
    """,
    "event": """
        code! parent>event kind title happened@ zone place>place acts purposes account people_count# status is_key#
        confidentiality
    """,
    "item+": """
        code! kind title description languages author source_person>person made@ zone place>place received@
        received_from received_how received_by derived_from>item relation confidentiality privilege
        reliability credibility verification holder storage seal batch>batch external_id* link
    """,
    "assertion": """
        subject* field value source>item locator grade preferred#
    """,
    "consent": """
        person>person scope status given@ until@ conditions form language explained_by interpreter
        data_listed recipients cross_border# proof>item withdrawn@ effect
    """,
    "file": """
        item>item role name sha256* size_bytes# mime modified at_ms# extracted
    """,
    "filing|item": """
        filing_type body reference_number filed@ decided@ filed_by>person filed_for>person answers>item
        outcome outcome_note is_held#
    """,
    "media|item": """
        duration_ms# pages# width# height# codec metadata is_graphic# is_coerced# original_name rights
        problem protected_by
    """,
    "person_name": """
        person>person kind language script full family given patronymic preferred# source>item locator
    """,
    "proceeding": """
        parent>proceeding kind title stage body reference_number charges opened@ decided@ due@ due_rule
        responsible outcome document>item effectiveness notes sources confidentiality
    """,
    "segment": """
        item>item number# speaker start_ms# end_ms# language text state
    """,
    "testimony|item": """
        speaker>person form taken@ language interviewer interpreter present oath# recorded# read_back#
        signed#
    """,
    "involvement": """
        person>person event>event proceeding>proceeding role degree identified grade rank consequences
        charge outcome sentence head_of_loss claimed# awarded# paid# currency source>item locator
    """,
    "mark": """
        item>item locator person>person event>event place>place proceeding>proceeding target>item stance
        quote grade note
    """,
    "translation": """
        segment>segment language text translator certified_by state
    """,
}

_REFUSE = "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
_SAME = {
    "journal": "log = NEW.log AND seq = NEW.seq",
    "journal_part": "log = NEW.log AND seq = NEW.seq AND part = NEW.part",
}
TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {_REFUSE}"
    for table in _SAME
    for verb in ("UPDATE", "DELETE")
) + tuple(
    # REPLACE takes a row away without a DELETE that a trigger would see.
    f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608  words of our own
    f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) {_REFUSE}"
    for table, same in _SAME.items()
)


def upgrade() -> None:
    """Create everything."""
    for heading, columns in _NOUNS.items():
        create(heading, columns.split())
    _journal()
    op.create_table(
        "code_counter",
        sa.Column("letter", sa.Text, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("letter", name="pk_code_counter"),
    )
    _search()


def _journal() -> None:
    """Create the journal; its rows can be added to and read, nothing else."""
    op.create_table(
        "journal",
        sa.Column("log", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("ts", "actor", "op", "obj")),
        sa.PrimaryKeyConstraint("log", "seq", name="pk_journal"),
    )
    op.create_index("ix_journal_obj", "journal", ["obj"])
    op.create_table(
        "journal_part",
        sa.Column("log", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("uid", sa.Text),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("payload", sa.LargeBinary),
        sa.PrimaryKeyConstraint("log", "seq", "part", name="pk_journal_part"),
        sa.ForeignKeyConstraint(["log", "seq"], ["journal.log", "journal.seq"], name="fk_journal_part_entry"),
    )
    op.create_index("ix_journal_part_uid", "journal_part", ["uid"])
    for trigger in TRIGGERS:
        op.execute(trigger)


def _search() -> None:
    """Create the index: contentless, so no text lies twice; secure-delete, so no deleted word stays."""
    op.create_table(
        "search_unit",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("noun", sa.Text, nullable=False),
        sa.Column("record", sa.Integer, nullable=False),
        sa.Column("language", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_search_unit"),
        sa.UniqueConstraint("noun", "record", name="uq_search_unit_noun_record"),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(title, names, body, content='', contentless_delete=1, "
        'tokenize="unicode61 remove_diacritics 0")'
    )
    op.execute("INSERT INTO search(search, rank) VALUES('secure-delete', 1)")
