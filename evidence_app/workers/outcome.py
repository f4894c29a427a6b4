"""How a task ends: a reply, or one of five reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from evidence_app.domain.errors import EvidenceError
from evidence_app.system.words import N_, _


@dataclass(frozen=True)
class Reply:
    """What a task answered; `protection` names the layers that were in force around it."""

    header: dict[str, Any]
    attachments: tuple[bytes, ...]
    protection: str


class Reason(Enum):
    """Why there is no reply; each value is the sentence a person reads."""

    TIMED_OUT = N_("This took longer than it may, and was stopped.")
    KILLED = N_("This broke down or needed too much memory, and was stopped. Nothing else was affected.")
    REFUSED = N_("This file is damaged, or of a kind that this program cannot read.")
    BROKEN = N_("The answer was not what it should have been, and was thrown away.")
    CANCELLED = N_("This was cancelled.")


class WorkerFailed(EvidenceError):
    """A task ended without a reply; fact: detail, which names places in the program and never holds evidence."""

    code = "worker-failed"

    def __init__(self, reason: Reason, detail: str = "", protection: str = "") -> None:
        super().__init__(reason=reason.name, detail=detail)
        self.reason = reason
        self.detail = detail
        self.protection = protection

    def sentence(self) -> str:
        """Say what happened, in the language spoken now."""
        return _(self.reason.value)


class Refusal(Exception):
    """Raised by a task that cannot do what it was asked; `why` is a short code, not a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
