"""Archives of every schema that was ever in use open, lose nothing, and still replay from their journal."""

from __future__ import annotations

from pathlib import Path

from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.person import Person, PersonName
from evidence_app.store import migrations, replay
from evidence_app.store.archive import Archive
from evidence_app.store.journal import Journal
from evidence_app.store.queries.records import Records
from tests.old_archives.conftest import KEY


def test_an_old_archive_is_upgraded_and_holds_all_that_it_held(old: Path) -> None:
    archive = Archive(old, KEY)
    archive.upgrade()
    assert archive.connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == migrations.HEAD
    records = Records(archive.connection)
    assert [(person.code, person.voided) for person in records.find(Person, voided=True)] == [
        ("P-001", None),
        ("P-002", "entered twice"),
    ]
    assert records.first(Person, code="P-001").notes == "Первая запись"
    assert [name.full for name in records.find(PersonName)] == ["Азамат Ералиев", "Azamat Yeraliyev", "Бек"]
    event = records.first(Event)
    assert event.happened.text == "2022-01-07~"
    assert not event.authority
    assert [part.role for part in records.find(Involvement, event=event.id)] == ["VICTIM"]
    archive.close()


def test_an_upgraded_archive_still_replays_from_its_journal(old: Path) -> None:
    archive = Archive(old, KEY)
    archive.upgrade()
    case = Records(archive.connection).first(CaseFile)
    journal = Journal(archive.connection, case.uid, case.log, case.created_by)
    state = replay.replay(journal)
    assert list(replay.chain_faults(journal, case.log)) == []
    assert list(replay.record_faults(Records(archive.connection), state)) == []
    with archive.writing() as connection:
        connection.exec_driver_sql("UPDATE person SET notes = 'другая запись' WHERE id = 1")
    assert list(replay.record_faults(Records(archive.connection), state))
    archive.close()
