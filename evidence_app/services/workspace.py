"""An opened case: its keys, archive, vault and journal, and the one door for writing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from evidence_app.domain import vocabulary
from evidence_app.domain.account import Account
from evidence_app.domain.case_file import CaseFile
from evidence_app.domain.changes import ChangeSet
from evidence_app.domain.errors import DatabaseDamaged
from evidence_app.domain.own_term import OwnTerm
from evidence_app.keys.keyring import Keyring
from evidence_app.services.progress import GaveWay
from evidence_app.store import archive as store_archive
from evidence_app.store.archive import Archive
from evidence_app.store.journal import Journal
from evidence_app.store.queries.records import Records
from evidence_app.store.search.index import Index
from evidence_app.store.unit_of_work import Act, UnitOfWork
from evidence_app.system.files import Lock
from evidence_app.vault.vault import Vault

DATABASE, VAULT, LOCK = "case.db", "vault", "lock"


class Workspace:
    """One case opened by one account; to be used by the thread that opened it, but for `vault`."""

    def __init__(self, folder: Path, keyring: Keyring, archive: Archive, lock: Lock | None, log: str | None = None):
        self.folder, self.keyring, self.archive = folder, keyring, archive
        self._lock = lock
        self.records = Records(archive.connection)
        self.index = Index(archive.connection)
        self.vault = Vault(folder / VAULT, keyring)
        if log is None:
            log = self.case.log
        self.journal = Journal(archive.original, keyring.case_uid, log, keyring.key_id)
        self._unit_of_work = UnitOfWork(archive, self.journal, self.index)
        self.listeners: list[Callable[[ChangeSet], None]] = []

    @property
    def case(self) -> CaseFile:
        """The case's own record."""
        case = self.records.first(CaseFile)
        if case is None:
            raise DatabaseDamaged
        return case

    @property
    def account(self) -> Account:
        """The account that acts."""
        account = self.records.first(Account, key_id=self.keyring.key_id)
        if account is None:
            raise DatabaseDamaged
        return account

    @property
    def title(self) -> str:
        """The case's title in the language spoken now."""
        return self.case.title.best()

    @property
    def code(self) -> str:
        """The case's number."""
        return self.case.code

    @contextmanager
    def act(self, verb: str, obj: str | None = None, reason: str | None = None) -> Iterator[Act]:
        """Open an act (`noun.verb`); all that is done in it is one transaction and one journal entry."""
        with self._unit_of_work.act(verb, obj, reason) as act:
            yield act
        self._tell(act.change_set)

    def undo(self, seq: int) -> ChangeSet:
        """Undo the act of journal entry `seq` by a new act; raises UndoRefused."""
        change_set = self._unit_of_work.undo(seq)
        self._tell(change_set)
        return change_set

    @contextmanager
    def giving_way(self, is_wanted: Callable[[], bool]) -> Iterator[None]:
        """Break off what is read inside, by `progress.GaveWay`, as soon as something else is wanted."""
        try:
            with self.archive.giving_way(is_wanted):
                yield
        except store_archive.GaveWay as stop:
            raise GaveWay from stop

    def give_way(self) -> None:
        """Let long work that asks the archive nothing be broken off here."""
        self.archive.give_way()

    def rebuild_index(self) -> None:
        """Make the search index anew; it is derived, so no act and no entry."""
        with self.archive.writing():
            self.index.rebuild()

    def learn_terms(self) -> None:
        """Know the case's own terms, as they stand now."""
        vocabulary.learn(self, self.records.find(OwnTerm, order="place", voided=True))

    def close(self) -> None:
        """Close the archive and give the case free; a second call does nothing."""
        vocabulary.forget(self)
        self.archive.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _tell(self, change_set: ChangeSet) -> None:
        if change_set.touches(OwnTerm.noun):
            self.learn_terms()
        if change_set.seq:
            for listener in self.listeners:
                listener(change_set)
