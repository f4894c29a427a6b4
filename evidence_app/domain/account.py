"""Who acts: the author of journal entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from evidence_app.domain.record import Record, choice, plain
from evidence_app.system.words import N_


@dataclass(frozen=True, kw_only=True)
class Account(Record):
    """A person who can open the case; `key_id` and `public_key` as in docs/FORMAT.md §2 (hex, base64)."""

    noun: ClassVar[str] = "account"

    name: str = plain(N_("Name"), "", required=True)
    role: str = choice("account_role", N_("Role"), "LEAD")
    clearance: str = choice("confidentiality", N_("Clearance"), "C4")
    key_id: str = plain(N_("Key id"), "")
    public_key: str = plain(N_("Public key"), "")
