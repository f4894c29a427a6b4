"""The schema's history: one module a step, in a line. Steps never import tables or domain: those move on."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence_app.store.archive import Archive

REVISIONS = ("0001", "0002", "0003")
HEAD = REVISIONS[-1]


def run(archive: Archive) -> None:
    """Carry out the steps that an archive lacks, in one transaction: all of them or none."""
    # Alembic takes 0.4 s to import, so only those who need it pay.
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    with archive.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS alembic_version (version_num TEXT NOT NULL)")
        done = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        pending = REVISIONS[REVISIONS.index(done) + 1 :] if done else REVISIONS
        with Operations.context(MigrationContext.configure(connection)):
            for revision in pending:
                import_module(f"evidence_app.store.migrations.step_{revision}").upgrade()
        connection.exec_driver_sql("DELETE FROM alembic_version")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
