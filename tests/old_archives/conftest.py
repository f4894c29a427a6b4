"""Archives and whole cases as programs of earlier times left them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidence_app.keys import key_file
from evidence_app.keys.derivation import Profile
from evidence_app.services.workspace import DATABASE, LOCK, VAULT
from evidence_app.store import migrations
from evidence_app.store.archive import Archive
from evidence_app.vault.vault import Vault

KEY = bytes(range(32))
OLD = sorted(Path(__file__).parent.glob("*.sql"))
_CASE = re.compile(r"INSERT INTO case_file .* VALUES \(\d+, '([0-9a-f-]{36})'")


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def written(request: pytest.FixtureRequest) -> Path:
    """The statements that fill an archive of an old schema."""
    path: Path = request.param
    return path


@pytest.fixture
def old(written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive as a program of that time left it."""
    make(written, tmp_path / "case.db", KEY, monkeypatch)
    return tmp_path / "case.db"


@pytest.fixture
def old_case(written: Path, folder: Path, passphrase: str, quick: Profile, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a case whose archive is as a program of that time left it."""
    folder.mkdir()
    found = _CASE.search(written.read_text(encoding="utf-8"))
    assert found
    keys, keyring = key_file.create(passphrase, quick, found[1])
    key_file.save(folder, keys)
    (folder / LOCK).touch()
    Vault(folder / VAULT, keyring).prepare()
    make(written, folder / DATABASE, keyring.database, monkeypatch)
    return folder


def make(written: Path, path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an archive of an old schema and close it."""
    with monkeypatch.context() as then:
        then.setattr(migrations, "REVISIONS", migrations.REVISIONS[: migrations.REVISIONS.index(written.stem) + 1])
        then.setattr(migrations, "HEAD", written.stem)
        archive = Archive(path, key, create=True)
        archive.upgrade()
    with archive.writing() as connection:
        for statement in written.read_text(encoding="utf-8").splitlines():
            if not statement.startswith("--"):
                connection.exec_driver_sql(statement)
    archive.close()
