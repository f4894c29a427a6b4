"""The other end: what runs inside a worker."""

from __future__ import annotations

import importlib
import os
import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from evidence_app.workers import confinement, frames
from evidence_app.workers.limits import Limits
from evidence_app.workers.outcome import Refusal

Step = Callable[[str, int, int], None]
Task = Callable[[dict[str, Any], list[bytes], Step], tuple[dict[str, Any], list[bytes]]]

# What the parent may send is bounded by its own memory, not by a cap.
_ANY_SIZE = 1 << 62


def serve(requests: Connection[Any, Any], replies: Connection[Any, Any], limits: Limits) -> None:
    """Give up everything not needed, do one task, answer, end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program; it kills us if it wants to
    confinement.confine(limits, (requests.fileno(), replies.fileno()))
    frames.write(replies, frames.envelope({"kind": "ready", "protection": confinement.protection()}))
    frames.write(replies, *_outcome(requests, replies))
    os._exit(0)  # nothing that a decoder left behind gets a chance to run


def _outcome(requests: Connection[Any, Any], replies: Connection[Any, Any]) -> tuple[bytes, list[bytes]]:
    """Do the task and put what came of it into a message: its first frame and its attachments."""

    def step(what: str, done: int, total: int) -> None:
        frames.write(replies, frames.envelope({"kind": "step", "what": what, "done": done, "total": total}))

    try:
        request, attachments = frames.read(requests, attachment_bytes=_ANY_SIZE)
        header, results = _task(request["task"])(request["header"], attachments, step)
        return frames.envelope({"kind": "reply", "header": header}, results), results
    except Refusal as refusal:
        return frames.envelope({"kind": "refused", "detail": refusal.why}), []
    except MemoryError:
        return frames.envelope({"kind": "exhausted", "detail": "memory"}), []
    except Exception as problem:  # noqa: BLE001 - the process hook of a worker: a bug must reach the parent
        return frames.envelope({"kind": "broken", "detail": _places(problem)}), []


def _task(name: str) -> Task:
    """Import a task by its dotted name."""
    module, _, function = name.partition(":")
    task: Task = getattr(importlib.import_module(module), function)
    return task


def _places(problem: BaseException) -> str:
    """Return the error's type and where it passed, without its message, which may quote evidence."""
    steps = traceback.extract_tb(problem.__traceback__)[-6:]
    return " < ".join([type(problem).__name__, *(f"{step.filename}:{step.lineno}" for step in reversed(steps))])
