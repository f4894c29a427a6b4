"""One encrypted database: nobody else at the same time, all or nothing also after a kill, damage told in words."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from evidence_app.domain.errors import CannotWrite, DatabaseDamaged, MissingPart, NewerFormat, OpenElsewhere
from evidence_app.domain.person import Person
from evidence_app.services import cases
from evidence_app.services.workspace import DATABASE, Workspace
from evidence_app.store.archive import Archive, WriteOutsideAct, was_cut_off
from evidence_app.store.tables import metadata

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database of some pages with a schema."""
    archive = Archive(tmp_path / DATABASE, KEY, create=True)
    archive.upgrade()
    archive.close()
    return tmp_path / DATABASE


def test_the_migrated_schema_is_the_mapped_schema(path: Path) -> None:
    archive = Archive(path, KEY)

    def is_ours(thing: object, name: str | None, kind: str, reflected: bool, _other: object) -> bool:
        shadow = name is not None and (name == "search" or name.startswith("search_")) and name != "search_unit"
        return not (kind == "table" and reflected and (shadow or name == "alembic_version"))

    options = {"include_object": is_ours, "compare_type": True, "compare_server_default": True}
    context = MigrationContext.configure(archive.connection, opts=options)
    assert compare_metadata(context, metadata) == []
    context = MigrationContext.configure(archive.connection, opts={"compare_type": True})
    assert compare_metadata(context, metadata) != [], "the comparison sees nothing"
    archive.close()


def test_columns_and_keys_of_every_table_are_alike_to_the_last_word(path: Path) -> None:
    """As Alembic compares neither uniqueness nor NOT NULL in every case, the two schemas are held side by side."""
    archive = Archive(path, KEY)
    plain = sa.create_engine("sqlite://")
    metadata.create_all(plain)
    found, mapped = sa.inspect(archive.connection), sa.inspect(plain)
    for table in metadata.tables:
        for question in (
            "get_columns",
            "get_pk_constraint",
            "get_foreign_keys",
            "get_unique_constraints",
            "get_indexes",
        ):
            answers = [getattr(inspector, question)(table) for inspector in (found, mapped)]
            first, second = (
                sorted(map(repr, answer)) if isinstance(answer, list) else repr(answer) for answer in answers
            )
            assert first == second, (table, question)
    archive.close()
    plain.dispose()


def test_an_archive_of_a_later_version_is_refused(path: Path) -> None:
    archive = Archive(path, KEY)
    with archive.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerFormat):
        archive.upgrade()
    archive.close()


def test_upgrading_twice_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    archive = Archive(path, KEY)
    archive.upgrade()
    archive.close()
    assert path.read_bytes() == before


def test_a_schema_change_is_rolled_back_with_the_rest(path: Path) -> None:
    archive = Archive(path, KEY)
    with pytest.raises(RuntimeError), archive.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE half (x)")
        connection.exec_driver_sql("ALTER TABLE person ADD COLUMN half TEXT")
        connection.exec_driver_sql("PRAGMA user_version = 7")
        raise RuntimeError
    tables = archive.connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert "half" not in tables
    assert "half" not in [row[1] for row in archive.connection.exec_driver_sql("PRAGMA table_info(person)")]
    assert archive.connection.exec_driver_sql("PRAGMA user_version").scalar() == 0
    archive.close()


def test_the_settings_that_durability_rests_on_are_set(path: Path) -> None:
    archive = Archive(path, KEY)
    wanted = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "temp_store": 2, "trusted_schema": 0}
    for pragma, value in wanted.items():
        assert archive.connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value, pragma
    assert archive.connection.exec_driver_sql("PRAGMA locking_mode").scalar() == "exclusive"
    archive.close()


def test_a_read_only_archive_writes_nothing(path: Path) -> None:
    archive = Archive(path, KEY, read_only=True)
    with pytest.raises(CannotWrite), archive.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE x (y)")
    archive.close()


def test_the_file_is_no_sqlite_file_and_opens_with_its_key_alone(path: Path) -> None:
    assert not path.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(DatabaseDamaged):
        Archive(path, bytes(32))
    with pytest.raises(MissingPart):
        Archive(path.with_name("other.db"), KEY)
    assert not path.with_name("other.db").exists()


def test_damage_is_told_in_words_wherever_it_is_met(path: Path) -> None:
    raw = path.read_bytes()
    chance = random.Random(5)
    told = 0
    for place in [*range(0, 100, 9), *(chance.randrange(len(raw)) for _ in range(30))]:
        changed = bytearray(raw)
        changed[place] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        try:
            archive = Archive(path, KEY)
        except DatabaseDamaged:
            told += 1
            continue
        assert archive.damage(), place
        for table in metadata.tables:
            try:
                archive.connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            except DatabaseDamaged:
                told += 1
        archive.close()
    assert told > 10


def test_a_query_that_was_interrupted_is_no_damage(path: Path) -> None:
    archive = Archive(path, KEY)
    archive.connection.connection.dbapi_connection.set_progress_handler(lambda: 1, 10)
    with pytest.raises(sa.exc.OperationalError, match="interrupted"):
        archive.connection.exec_driver_sql(ENDLESS)
    archive.close()


def test_an_error_names_no_value(path: Path) -> None:
    archive = Archive(path, KEY)
    with pytest.raises(sa.exc.DBAPIError) as problem, archive.writing() as connection:
        connection.execute(sa.text("INSERT INTO nowhere VALUES (:name)"), {"name": "Тайное Имя"})
    assert "Тайное" not in str(problem.value)
    archive.close()


def test_a_second_opener_is_told_that_the_case_is_open_elsewhere(
    case: Workspace, folder: Path, passphrase: str
) -> None:
    with pytest.raises(OpenElsewhere):
        cases.open_case(folder, passphrase)
    with pytest.raises(OpenElsewhere):
        cases.open_case(folder, passphrase, read_only=True)
    with pytest.raises(OpenElsewhere):
        Archive(folder / DATABASE, case.keyring.database)
    script = (
        "import sys; from pathlib import Path; from evidence_app.services import cases;"
        "from evidence_app.domain.errors import OpenElsewhere\n"
        "try: cases.open_case(Path(sys.argv[1]), sys.argv[2])\n"
        "except OpenElsewhere: sys.exit(42)"
    )
    ended = subprocess.run([sys.executable, "-c", script, folder, passphrase], cwd=ROOT)
    assert ended.returncode == 42
    case.close()
    with cases.open_case(folder, passphrase) as again:
        assert again.records.count(Person) == 0


def test_what_fails_while_opening_gives_the_case_free(case: Workspace, folder: Path, passphrase: str) -> None:
    with case.archive.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    case.close()
    for _ in range(2):
        with pytest.raises(NewerFormat):
            cases.open_case(folder, passphrase)


def test_a_journal_that_sqlite_left_behind_is_no_sign_of_a_crash(case: Workspace, folder: Path) -> None:
    with case.act("person.added") as act:
        act.add(Person())
    assert (folder / f"{DATABASE}-journal").exists()
    assert not was_cut_off(folder / DATABASE)


KILLED = """
import sys
from pathlib import Path
from evidence_app.domain.person import Person, PersonName
from evidence_app.services import cases

with cases.open_case(Path(sys.argv[1]), sys.argv[2]) as ws:
    # A small cache makes SQLite write pages of the open transaction to the disk, where the kill leaves them.
    ws.archive.connection.exec_driver_sql("PRAGMA cache_size = 10")
    with ws.act("person.added") as act:
        ws.archive.connection.exec_driver_sql("CREATE TABLE half (x)")
        for number in range(200):
            person = act.add(Person(notes="x" * 5000))
            act.add(PersonName(person=person.id, full="Имя Фамилия"))
        print("in the act", flush=True)
        if sys.argv[3] == "in the act":
            sys.stdin.read()
    print("after it", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize(("moment", "people"), [("in the act", 0), ("after it", 200)])
def test_a_kill_leaves_the_old_state_or_the_new_and_nothing_between(
    case: Workspace, folder: Path, passphrase: str, moment: str, people: int
) -> None:
    case.close()
    size = (folder / DATABASE).stat().st_size
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, folder, passphrase, moment],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    while (line := child.stdout.readline().decode().strip()) != moment:
        assert line, "the child ended"
    child.kill()
    child.communicate()
    assert (folder / DATABASE).stat().st_size > size, "nothing had reached the disk"
    assert was_cut_off(folder / DATABASE) == (people == 0)
    with cases.open_case(folder, passphrase) as ws:
        assert ws.records.count(Person) == people
        assert ws.journal.last().seq == (2 if people else 1)
        assert ws.archive.damage() == []
        half = ws.archive.connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'half'").scalar()
        assert half == (1 if people else 0)


def test_a_guard_stands_before_every_writing_word(case: Workspace) -> None:
    with pytest.raises(WriteOutsideAct):
        case.archive.connection.execute(sa.text("  insert into person default values"))
