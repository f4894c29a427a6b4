"""Examining: what a sealed file shows, found out by a disposable worker and recorded with what protected it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from typing import Protocol

from evidence_app.domain.errors import CannotRead, DamageError
from evidence_app.domain.media import Media, StoredFile
from evidence_app.media.examination import LARGEST_BYTES, Examination, examine, is_opened, unopened
from evidence_app.media.sniff import HEAD_BYTES
from evidence_app.services.progress import Cancelled, Progress, nothing
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _
from evidence_app.vault.landing import Sealed
from evidence_app.vault.vault import Vault
from evidence_app.workers.outcome import Reason, WorkerFailed

_ITEMS_AN_ACT = 25
_SIDE_BY_SIDE = min(4, os.cpu_count() or 1)
_SMALL_BYTES = 16 << 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that nobody has looked into yet."""

    item_id: int
    sha256: str
    size_bytes: int
    name: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made here and sealed; `at_ms` is its time in the recording."""

    sealed: Sealed
    role: str
    at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was looked into; its pictures lie in the vault already.

    `examination` is None where the vault could not give the file, and `problem` says why; then it goes on waiting.
    """

    waiting: Waiting
    examination: Examination | None
    pictures: tuple[Picture, ...] = field(default=())
    problem: str | None = None


class Recording(Protocol):
    """Where outcomes are recorded: the workspace itself, or a window's way to the thread it lives in."""

    def __call__(self, examined: list[Examined]) -> None:
        """Record some outcomes as one act."""


def pending(ws: Workspace) -> list[Waiting]:
    """Return the originals of media that nobody has looked into yet."""
    unseen = {item.id: item for item in ws.records.find(Media, protected_by=None)}
    return [
        Waiting(file.item or 0, file.sha256, file.size_bytes, file.name or "")
        for file in ws.records.find(StoredFile, role="ORIGINAL")
        if file.item in unseen
    ]


def look(vault: Vault, waiting: Waiting, progress: Progress = nothing) -> Examined:
    """Look into one file; needs no database. Raises Cancelled, and what keeps the vault from taking pictures."""
    try:
        with vault.open(waiting.sha256) as stream:
            head = stream.read(HEAD_BYTES)
        if waiting.size_bytes > LARGEST_BYTES:
            return Examined(waiting, unopened(head, waiting.name))
        content = vault.read(waiting.sha256) if is_opened(head, waiting.name) else head
    except (DamageError, CannotRead) as problem:
        return Examined(waiting, None, problem=problem.sentence())
    try:
        found = examine(content, waiting.name, on_step=lambda _step: progress.step("", 0, 0))
    except WorkerFailed as failure:
        if failure.reason is Reason.CANCELLED:
            raise Cancelled from failure
        raise
    with vault.landing() as landing:
        pictures = [Picture(landing.put_bytes(found.thumbnail), "THUMBNAIL")] if found.thumbnail else []
        pictures += [Picture(landing.put_bytes(still.jpeg), "STILL", still.at_ms) for still in found.stills]
        landing.settle()
    return Examined(waiting, found, tuple(pictures))


def record(ws: Workspace, examined: list[Examined]) -> None:
    """Record some outcomes as one act."""
    with ws.act("item.examined") as act:
        for outcome in examined:
            item = ws.records.get(Media, outcome.waiting.item_id)
            original = ws.records.first(StoredFile, item=outcome.waiting.item_id, role="ORIGINAL")
            if item is None or original is None:
                continue
            found = outcome.examination
            if found is None:
                act.change(item, problem=outcome.problem)
                continue
            facts = found.facts
            act.change(
                item,
                kind=item.kind if item.kind != "FILE" else _kind(found),
                duration_ms=facts.duration_ms,
                pages=facts.pages,
                width=facts.width,
                height=facts.height,
                codec=facts.codec,
                metadata=facts.metadata,
                problem=found.problem,
                protected_by=found.protected_by or _("not opened"),
            )
            text = "\f".join(found.text).strip()
            if text:
                act.change(original, extracted=text)
            for picture in outcome.pictures:
                act.add(_file(item, picture))
            if outcome.pictures:
                act.custody(item, "DERIVE", note=found.protected_by)


def run(ws: Workspace, progress: Progress = nothing) -> int:
    """Look into everything that waits, here and now; returns how many files that were."""
    return through(ws.vault, pending(ws), lambda examined: record(ws, examined), progress)


def through(vault: Vault, waiting: list[Waiting], recording: Recording, progress: Progress = nothing) -> int:
    """Look into files and record them by the dozen; what is done when cancelled, stays."""
    held: list[Examined] = []
    try:
        with closing(_looked(vault, waiting, progress)) as outcomes:
            for number, examined in enumerate(outcomes, start=1):
                held.append(examined)
                progress.step(_("Looking into files"), number, len(waiting))
                if len(held) >= _ITEMS_AN_ACT:
                    done, held = held, []
                    recording(done)
    finally:
        if held:
            recording(held)
    return len(waiting)


def _looked(vault: Vault, waiting: list[Waiting], progress: Progress) -> Generator[Examined]:
    """Yield outcomes in order: small files are looked into side by side, a large one has the memory to itself."""
    ahead: deque[Future[Examined]] = deque()
    with ThreadPoolExecutor(_SIDE_BY_SIDE, thread_name_prefix="looking") as threads:
        try:
            for file in waiting:
                while ahead and (len(ahead) >= 2 * _SIDE_BY_SIDE or file.size_bytes > _SMALL_BYTES):
                    yield ahead.popleft().result()
                if file.size_bytes > _SMALL_BYTES:
                    yield look(vault, file, progress)
                else:
                    ahead.append(threads.submit(look, vault, file, progress))
            while ahead:
                yield ahead.popleft().result()
        finally:
            threads.shutdown(wait=True, cancel_futures=True)


def _file(item: Media, picture: Picture) -> StoredFile:
    sealed = picture.sealed
    return StoredFile(
        item=item.id,
        role=picture.role,
        sha256=sealed.sha256,
        size_bytes=sealed.size_bytes,
        mime="image/jpeg",
        at_ms=picture.at_ms,
    )


def _kind(found: Examination) -> str:
    """Return the `item_kind` of what the file turned out to be."""
    return {"photo": "PHOTO", "video": "VIDEO", "audio": "AUDIO", "pdf": "OFFICIAL", "web": "WEB"}.get(
        found.kind.value, "FILE"
    )
