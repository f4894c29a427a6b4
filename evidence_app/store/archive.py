"""Open, create and close one encrypted database. What only SQLCipher knows stays here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from evidence_app.domain.errors import (
    CannotRead,
    CannotWrite,
    DatabaseDamaged,
    EvidenceError,
    MissingPart,
    NewerFormat,
    NoSpace,
    OpenElsewhere,
)
from evidence_app.system.words import _

# DELETE, not WAL: one flipped bit in a leftover WAL loses committed rows, and every check calls the file sound.
_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",
)
_NO_WRITING = "PRAGMA query_only = ON"
_SAID_OF_DAMAGE = (
    "not a database",
    "malformed",
    "disk i/o",
    "hmac",
    "unsupported file format",
    "vtable constructor failed",
)
_HOT = bytes.fromhex("d9d505f920a163d7")  # how the journal of an open transaction begins
_STOPPED, _STEPS = "interrupted", 20_000  # what SQLite says of it; of its steps, so many take about a millisecond
_PATIENCE_S = 0.5  # whoever has a case open keeps it open, so waiting longer is of no use
_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "DROP", "ALTER")


class GaveWay(Exception):
    """A reading was broken off, since something else was wanted meanwhile."""


class WriteOutsideAct(RuntimeError):
    """A bug: something tried to change the archive without an act, so without a journal entry."""


class Archive:
    """One connection to one database, for one thread; reads at any time, writes only inside `writing()`.

    `original` is the file as it lies there: the same connection, but for an older file that is only read (`upgrade`).
    """

    def __init__(self, path: Path, key: bytes, *, create: bool = False, read_only: bool = False) -> None:
        """Open the database.

        Raises MissingPart, OpenElsewhere, DatabaseDamaged (the key is right by then: it came from the key file).
        """
        if not create and not path.exists():
            raise MissingPart(file=path.name)
        self.path, self.read_only = path, read_only
        self._is_writing = False
        self._is_wanted: Callable[[], bool] | None = None
        mode = "ro" if read_only else "rwc" if create else "rw"

        def opened() -> Any:
            # A raw key, so the passphrase never reaches SQLite; no pool, no URL that could be logged.
            address = f"{path.absolute().as_uri()}?mode={mode}"
            return _keyed(dbapi2.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE_S), key)

        self._engines: list[sa.Engine] = []
        try:
            with _translated():
                self.connection = self.original = self._connected(opened)
                things = self.connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
                if not things and not create:
                    raise DatabaseDamaged  # an empty file is an empty database to SQLite
                if read_only:
                    self.connection.exec_driver_sql(_NO_WRITING)
                else:
                    # Only a lock for writing shuts others out; in exclusive mode it is kept once it was had.
                    self.connection.exec_driver_sql("BEGIN EXCLUSIVE")
                    self.connection.exec_driver_sql("COMMIT")
        except BaseException:
            self._dispose()
            raise

    def _connected(self, opened: Callable[[], Any]) -> sa.Connection:
        """Join SQLAlchemy to one connection of the driver."""
        engine = sa.create_engine(
            "sqlite://", module=dbapi2, creator=opened, poolclass=StaticPool, hide_parameters=True
        )
        self._engines.append(engine)
        sa.event.listen(engine, "before_cursor_execute", self._guard)
        sa.event.listen(engine, "handle_error", self._say_gave_way)
        sa.event.listen(engine, "handle_error", _explain)
        return engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    def _dispose(self) -> None:
        for engine in self._engines:
            engine.dispose()

    def close(self) -> None:
        """Give the database back."""
        self.connection.close()
        self.original.close()
        self._dispose()

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One transaction: all of it or nothing, also for the schema."""
        if self._is_writing:
            raise WriteOutsideAct("an act is open already")
        self._is_writing = True
        try:
            self.connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.exec_driver_sql("COMMIT")
            except BaseException:
                if self.connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                    self.connection.exec_driver_sql("ROLLBACK")
                raise
        finally:
            self._is_writing = False

    @contextmanager
    def giving_way(self, is_wanted: Callable[[], bool]) -> Iterator[None]:
        """Break off what is read inside by GaveWay as soon as something else is wanted; asked each millisecond or so.

        Writing is never broken off.
        """
        driver = self.connection.connection.dbapi_connection
        self._is_wanted = is_wanted
        driver.set_progress_handler(self._has_to_stop, _STEPS)  # type: ignore[union-attr]
        try:
            yield
        finally:
            self._is_wanted = None
            driver.set_progress_handler(None, 0)  # type: ignore[union-attr]

    def give_way(self) -> None:
        """Raise GaveWay where something else is wanted: for long work between two questions."""
        if self._has_to_stop():
            raise GaveWay

    def _say_gave_way(self, context: sa.engine.ExceptionContext) -> None:
        """Turn what SQLite says of a reading that was broken off into GaveWay."""
        if self._is_wanted is not None and str(context.original_exception) == _STOPPED:
            raise GaveWay from context.original_exception

    def _has_to_stop(self) -> bool:
        """Tell whether what is being read has to stop now."""
        return self._is_wanted is not None and not self._is_writing and self._is_wanted()

    def interrupt(self) -> None:
        """Stop a query that is running; may be called from another thread."""
        self.connection.connection.dbapi_connection.interrupt()  # type: ignore[union-attr]

    def damage(self) -> list[str]:
        """Check every page and every row's structure; return what is wrong, in SQLite's words."""
        found: list[str] = []
        for pragma, sound in (("cipher_integrity_check", ()), ("integrity_check", ("ok",))):
            try:
                rows = self.original.exec_driver_sql(f"PRAGMA {pragma}").all()
            except DatabaseDamaged:
                return [*found, f"{pragma}: unreadable"]
            found += [" ".join(map(str, row)) for row in rows if str(row[0]) not in sound]
        return found

    def loose_ends(self) -> list[str]:
        """Return which tables name rows of which others that are not there."""
        rows = self.original.exec_driver_sql("PRAGMA foreign_key_check").all()
        return list(dict.fromkeys(f"{table} → {parent}" for table, _row, parent, _key in rows))

    def loose_triggers(self) -> list[str]:
        """Return the names of triggers that are missing, were altered, or are none of the program's."""
        from evidence_app.store.migrations.step_0001 import TRIGGERS

        made = {statement.split()[2]: statement for statement in TRIGGERS}
        rows = self.original.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        held = {str(name): sql for name, sql in rows}
        return sorted(name for name in {*made, *held} if made.get(name) != held.get(name))

    def upgrade(self) -> None:
        """Bring the schema to this version's, of a file that is only read in a copy; raises NewerFormat."""
        from evidence_app.store import migrations

        known, found = migrations.HEAD, self._revision()
        if found == known:
            return
        if found is not None and found not in migrations.REVISIONS:
            raise NewerFormat(found=found, known=known)
        if not self.read_only:
            migrations.run(self)
            return
        with _translated():
            self.connection = self._connected(self._copied_to_memory)
        migrations.run(self)
        self.connection.exec_driver_sql(_NO_WRITING)

    def _copied_to_memory(self) -> Any:
        """Return a copy that lies in memory alone; SQLCipher copies a database only into one that has a key, too."""
        copy = _keyed(dbapi2.connect(":memory:", isolation_level=None), os.urandom(32))
        try:
            self.original.connection.dbapi_connection.backup(copy)  # type: ignore[union-attr]
        except BaseException:
            copy.close()
            raise
        return copy

    def _revision(self) -> str | None:
        table = self.connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
        return self.connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if table else None

    def _guard(self, _connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        """Refuse a statement that writes while no act is open."""
        if not self._is_writing and statement.lstrip().upper().startswith(_WRITES):
            raise WriteOutsideAct(statement.split(maxsplit=1)[0])


def _keyed(connection: Any, key: bytes) -> Any:
    """Give a new connection of the driver its key and its settings."""
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # else SQLCipher writes to stderr
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in _SETTINGS:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what SQLite says while a database is opened into errors that a person can act on."""
    try:
        yield
    except (sa.exc.DBAPIError, dbapi2.Error) as problem:
        known = _known(getattr(problem, "orig", None) or problem)
        if known is None:
            raise
        raise known from problem


def _explain(context: sa.engine.ExceptionContext) -> None:
    """Do the same for every later statement, and for every row that is fetched, wherever it is asked for."""
    known = _known(context.original_exception)
    if known is not None:
        raise known from context.original_exception


def _known(problem: BaseException) -> EvidenceError | None:
    """Return the error that a person can act on, or None where there is none for what SQLite says."""
    said = str(problem).lower()
    if "locked" in said or "busy" in said:
        return OpenElsewhere()
    if "full" in said:
        return NoSpace()
    if "readonly" in said or "read-only" in said:
        return CannotWrite(path="case.db", why=_("it was moved, or lies where nothing can be written"))
    if "unable to open" in said:
        return CannotRead(path="case.db", why=_("the system does not let this program open it"))
    return DatabaseDamaged() if any(word in said for word in _SAID_OF_DAMAGE) else None


def was_cut_off(path: Path) -> bool:
    """Tell whether a transaction on a database that nobody has open was never ended.

    SQLite leaves a journal behind in any case; that of a transaction which ended has its head blotted out.
    """
    try:
        with path.with_name(f"{path.name}-journal").open("rb") as stream:
            return stream.read(len(_HOT)) == _HOT
    except OSError:
        return False  # none is there, or it is no file
