"""Examine a file from outside: choose the worker and its limits, and turn whatever happens into an Examination."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from evidence_app.media.findings import Answer, Facts, Findings, Still, from_message
from evidence_app.media.sniff import HEAD_BYTES, Kind, sniff
from evidence_app.system.words import N_, _
from evidence_app.workers import limits as presets
from evidence_app.workers import pool
from evidence_app.workers.limits import Limits
from evidence_app.workers.outcome import Reason, WorkerFailed
from evidence_app.workers.schema import BadReply

LARGEST_BYTES = 512 << 20

_TASK = "evidence_app.media.examine:examine"
_LIMITS = {
    Kind.PHOTO: presets.IMAGE,
    Kind.VIDEO: presets.VIDEO,
    Kind.AUDIO: presets.VIDEO,
    Kind.PDF: presets.PDF,
    Kind.TEXT: presets.IMAGE,
    Kind.WEB: presets.IMAGE,
}
_TROUBLES = {
    "damaged": N_("This file is damaged and could not be shown."),
    "partly": N_("This file is damaged; only a part of it could be shown."),
    "no-frames": N_("No picture of this recording could be decoded."),
    "password": N_("This file is protected by a password."),
    "too-large-picture": N_("This picture has more pixels than can be shown safely."),
    "unsupported": N_("This program cannot show files of this kind."),
    "cut": N_("This file is very long; only the first part of its text was taken."),
}
_TOO_LARGE = N_("This file is too large to be previewed here.")
_EMPTY = N_("This file is empty.")


@dataclass(frozen=True, kw_only=True)
class Examination:
    """What is known of a file; `problem` is a sentence where something could not be found out, else None.

    `stills` are frames of a video in order of time, or the first page of a PDF; `text` has one entry a page.
    `protected_by` names the layers around the worker, empty where no decoder had to see the file.
    """

    kind: Kind
    mime: str
    facts: Facts = field(default_factory=Facts)
    thumbnail: bytes | None = None
    stills: tuple[Still, ...] = ()
    text: tuple[str, ...] = ()
    protected_by: str = ""
    problem: str | None = None


def examine(
    data: bytes | memoryview,
    name_hint: str,
    *,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] | None = None,
    on_step: Callable[[dict[str, Any]], None] | None = None,
) -> Examination:
    """Examine a file's bytes in a worker. Whatever the file does, this returns; only cancelling raises."""
    if len(data) > LARGEST_BYTES:
        return unopened(bytes(data[:HEAD_BYTES]), name_hint)
    found = sniff(bytes(data[:HEAD_BYTES]), name_hint)
    if not len(data):
        return Examination(kind=found.kind, mime=found.mime, problem=_(_EMPTY))
    if found.kind not in _LIMITS:
        return Examination(kind=found.kind, mime=found.mime)
    try:
        reply = pool.run(
            _TASK, {"kind": found.kind.value, "mime": found.mime}, [data],
            limits=limits or _LIMITS[found.kind], answer=Answer(), cancelled=cancelled, on_step=on_step,
        )  # fmt: skip
        findings = from_message(reply.header, reply.attachments)
    except WorkerFailed as failure:
        if failure.reason is Reason.CANCELLED:
            raise
        problem = _(_TROUBLES.get(failure.detail, failure.reason.value))
        return Examination(kind=found.kind, mime=found.mime, protected_by=failure.protection, problem=problem)
    except BadReply:
        return Examination(
            kind=found.kind, mime=found.mime, protected_by=reply.protection, problem=_(Reason.BROKEN.value)
        )
    kind = Kind.AUDIO if findings.is_sound_only else found.kind
    return _examination(kind, found.mime, findings, reply.protection)


def is_opened(head: bytes, name_hint: str) -> bool:
    """Tell by the first 4 KiB whether a worker would be shown the file; of all others they are all that counts."""
    return sniff(head, name_hint).kind in _LIMITS


def unopened(head: bytes, name_hint: str) -> Examination:
    """Return what the first 4 KiB show of a file too large to be handed to a worker."""
    found = sniff(head, name_hint)
    return Examination(kind=found.kind, mime=found.mime, problem=_(_TOO_LARGE))


def _examination(kind: Kind, mime: str, findings: Findings, protection: str) -> Examination:
    """Put findings into the words of the program."""
    trouble = findings.trouble
    return Examination(
        kind=kind,
        mime=mime,
        facts=findings.facts,
        thumbnail=findings.thumbnail,
        stills=findings.stills,
        text=findings.texts,
        protected_by=protection,
        problem=None if trouble is None else _(_TROUBLES.get(trouble, Reason.BROKEN.value)),
    )
