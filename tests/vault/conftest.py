"""An empty vault, and a file to put in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from evidence_app.keys import key_file
from evidence_app.keys.derivation import Profile
from evidence_app.keys.keyring import Keyring
from evidence_app.vault.vault import Vault


@pytest.fixture
def keyring(quick: Profile) -> Keyring:
    """The keys of a case that has nothing but a vault."""
    return key_file.create("passphrase", quick)[1]


@pytest.fixture
def vault(tmp_path: Path, keyring: Keyring) -> Vault:
    """An empty vault."""
    made = Vault(tmp_path / "vault", keyring)
    made.prepare()
    return made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file of a little more than two segments."""
    path = tmp_path / "видео.mp4"
    path.write_bytes(random.Random(1).randbytes((2 << 20) + 77))
    return path
