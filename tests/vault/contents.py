"""What lies in a vault."""

from __future__ import annotations

from evidence_app.vault.vault import Vault


def lies_in(vault: Vault) -> list[str]:
    """Return every file below the vault's folder, wherever it lies."""
    return sorted(str(path.relative_to(vault.folder)) for path in vault.folder.rglob("*") if path.is_file())
