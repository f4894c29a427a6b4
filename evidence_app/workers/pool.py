"""Run a task in a process of its own, watch it, and take its answer or end it."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from queue import Empty, Full, Queue
from threading import Event, Lock, Thread
from types import ModuleType
from typing import Any

from evidence_app.workers import child, frames
from evidence_app.workers.confinement import OWN_VARIABLES
from evidence_app.workers.limits import Limits
from evidence_app.workers.outcome import Reason, Reply, WorkerFailed
from evidence_app.workers.schema import BadReply, Fields, Shape, Text, Whole

_TASK = re.compile(r"evidence_app(\.[a-z_]+)+:[a-z_]+")
_REPLY_HEADER_BYTES = 24 << 20
_LOOK_SECONDS = 0.05
_LAST_BREATH_SECONDS = 2.0
# Imported once into the fork server, so that each worker starts with them: 10 ms instead of 200 to 300. Names only:
# this floor knows neither the decoders' homes nor what they do.
_PRELOADED = [
    "evidence_app.workers.child", "evidence_app.media.examine", "av", "pypdfium2",
    "PIL.AvifImagePlugin", "PIL.BmpImagePlugin", "PIL.ExifTags", "PIL.GifImagePlugin", "PIL.ImageOps",
    "PIL.Jpeg2KImagePlugin", "PIL.JpegImagePlugin", "PIL.PngImagePlugin", "PIL.PpmImagePlugin",
    "PIL.TiffImagePlugin", "PIL.WebPImagePlugin",
]  # fmt: skip

_DETAIL = Text(2000)
_STEP = Fields({"what": Text(200), "done": Whole(), "total": Whole()})
_ENDINGS = {
    "refused": Reason.REFUSED,
    "exhausted": Reason.KILLED,
    "broken": Reason.BROKEN,
    "garbage": Reason.BROKEN,
}

if sys.platform == "linux":
    _context = multiprocessing.get_context("forkserver")
    _context.set_forkserver_preload(_PRELOADED)
else:
    _context = multiprocessing.get_context("spawn")
_starting = Lock()


def run(
    task: str,
    header: Mapping[str, Any],
    attachments: Sequence[bytes | memoryview] = (),
    *,
    limits: Limits,
    answer: Shape | None = None,
    cancelled: Callable[[], bool] | None = None,
    on_step: Callable[[dict[str, Any]], None] | None = None,
) -> Reply:
    """Run "evidence_app.package.module:function" in a process of its own and return its reply.

    `answer` is the shape the reply's header must have. `cancelled` is asked some twenty times a second;
    `on_step` is called in this thread. Raises WorkerFailed; ValueError for a task outside the program.
    """
    if not _TASK.fullmatch(task):
        raise ValueError(f"not a task of this program: {task}")
    worker = _Worker({"task": task, "header": header}, attachments, limits)
    try:
        return _converse(worker, limits, answer or _Anything(), cancelled or _never, on_step or _nothing)
    finally:
        worker.end()


def _converse(
    worker: _Worker,
    limits: Limits,
    answer: Shape,
    cancelled: Callable[[], bool],
    on_step: Callable[[dict[str, Any]], None],
) -> Reply:
    """Follow a worker's messages up to its reply."""
    deadline = time.monotonic() + limits.wall_seconds
    protection = ""
    while True:
        if cancelled():
            raise WorkerFailed(Reason.CANCELLED, protection=protection)
        if time.monotonic() > deadline:
            raise WorkerFailed(Reason.TIMED_OUT, "wall clock", protection)
        message = worker.next_message()
        if message is None:
            continue
        content, results = message
        kind = content.pop("kind", None)
        try:
            if kind == "ready" and not protection:
                protection = Text(200).read(content.get("protection"), "protection")
            elif kind == "step":
                on_step(_STEP.read(content, "step"))
            elif kind == "reply":
                return Reply(answer.read(content.get("header"), "reply"), tuple(results), protection)
            elif kind == "ended":
                raise WorkerFailed(*worker.cause_of_death(), protection)
            else:
                detail = _DETAIL.read(content.get("detail", "unknown message"), "detail")
                raise WorkerFailed(_ENDINGS.get(str(kind), Reason.BROKEN), detail, protection)
        except BadReply as problem:
            raise WorkerFailed(Reason.BROKEN, str(problem), protection) from problem


class _Worker:
    """One child process, and the thread that talks to it so that whoever waits can always look up."""

    def __init__(self, request: dict[str, Any], attachments: Sequence[bytes | memoryview], limits: Limits) -> None:
        self._limits = limits
        self._messages: Queue[tuple[dict[str, Any], list[bytes]]] = Queue(maxsize=16)
        self._ending = Event()
        self._request = frames.envelope(request, attachments)
        self._attachments = attachments
        theirs_in, self._requests = _context.Pipe(duplex=False)
        self._replies, theirs_out = _context.Pipe(duplex=False)
        self._process = _context.Process(target=child.serve, args=(theirs_in, theirs_out, limits), daemon=True)
        try:
            with _starting, _bare():
                self._process.start()
        except OSError as problem:
            self._requests.close()
            self._replies.close()
            raise WorkerFailed(Reason.BROKEN, f"not started: {type(problem).__name__}") from problem
        finally:
            theirs_in.close()
            theirs_out.close()
        self._thread = Thread(target=self._talk, name="worker talk", daemon=True)
        self._thread.start()

    def next_message(self) -> tuple[dict[str, Any], list[bytes]] | None:
        """Return what the worker said last, or None after a short wait."""
        try:
            return self._messages.get(timeout=_LOOK_SECONDS)
        except Empty:
            return None

    def cause_of_death(self) -> tuple[Reason, str]:
        """Tell why a worker stopped talking."""
        wait([self._process.sentinel], _LAST_BREATH_SECONDS)
        status = self._reap()
        if status is None or status >= 0:
            return Reason.BROKEN, f"ended without an answer ({status})"
        name = signal.Signals(-status).name if -status in set(signal.Signals) else str(status)
        return (Reason.TIMED_OUT if name == "SIGXCPU" else Reason.KILLED), name

    def end(self) -> None:
        """Kill the process if it still runs, and leave nothing behind."""
        self._ending.set()
        status = self._reap()
        self._thread.join()
        if status is not None:
            self._process.close()
        self._requests.close()
        self._replies.close()

    def _reap(self) -> int | None:
        """Kill the process and return its exit status; one that was already ending keeps its own."""
        self._process.kill()
        with _starting:  # two threads that ask at once would take the status from each other
            self._process.join(_LAST_BREATH_SECONDS)
            return self._process.exitcode

    def _talk(self) -> None:
        """Send the request, then pass on messages until the pipe ends (in its own thread)."""
        with suppress(OSError):  # a worker that died early; what it said before still counts
            frames.write(self._requests, self._request, self._attachments)
        try:
            while self._put(
                frames.read(self._replies, header_bytes=_REPLY_HEADER_BYTES, attachment_bytes=self._limits.output_bytes)
            ):
                pass
        except EOFError:
            self._put(({"kind": "ended"}, []))
        except frames.BadFrame as problem:
            self._put(({"kind": "garbage", "detail": str(problem)}, []))

    def _put(self, message: tuple[dict[str, Any], list[bytes]]) -> bool:
        """Queue a message; False once nobody listens any more."""
        while not self._ending.is_set():
            with suppress(Full):
                self._messages.put(message, timeout=_LOOK_SECONDS)
                return True
        return False


class _Anything:
    """The shape of an answer that its caller checks."""

    def read(self, value: Any, where: str) -> Any:
        """Return an object as it came."""
        if type(value) is not dict:
            raise BadReply(f"{where}: not an object")
        return value


def _never() -> bool:
    """Answer for a task that cannot be cancelled."""
    return False


def _nothing(step: dict[str, Any]) -> None:
    """Take progress that nobody watches."""


@contextmanager
def _bare() -> Iterator[None]:
    """Start a process with neither our secrets in its environment nor our main script to run again."""
    secrets = {name: value for name, value in os.environ.items() if name.startswith(OWN_VARIABLES)}
    script = sys.modules["__main__"]
    for name in secrets:
        del os.environ[name]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script
        os.environ.update(secrets)
