"""Workers: what they can do, what they cannot, and how their end is told."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evidence_app.domain.errors import EvidenceError
from evidence_app.workers import pool
from evidence_app.workers.limits import IMAGE
from evidence_app.workers.outcome import Reason, Reply, WorkerFailed
from evidence_app.workers.schema import Fields, Flag, Text

ROOT = Path(__file__).parents[2]
PROBE = "evidence_app.workers.probe:attempt"


def probe(
    what: str, amount: int = 0, attachments: tuple[bytes, ...] = (), limits: Any = IMAGE, **watching: Any
) -> Reply:
    return pool.run(PROBE, {"what": what, "amount": amount}, attachments, limits=limits, **watching)


def failure(what: str, amount: int = 0, limits: Any = IMAGE, **watching: Any) -> WorkerFailed:
    with pytest.raises(WorkerFailed) as caught:
        probe(what, amount, limits=limits, **watching)
    return caught.value


def test_attachments_of_every_size_come_back_as_they_went() -> None:
    sent = tuple(os.urandom(size) for size in (0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_000_000))
    assert probe("echo", attachments=sent).attachments == sent


def test_a_reply_names_the_layers_in_force() -> None:
    expected = "process, rlimits, no_new_privs" if sys.platform == "linux" else "process"
    assert probe("echo").protection.startswith(expected)


def test_progress_arrives_in_order_in_the_calling_thread() -> None:
    steps: list[tuple[int, int, threading.Thread]] = []
    probe("echo", on_step=lambda step: steps.append((step["done"], step["total"], threading.current_thread())))
    assert steps == [(0, 1, threading.current_thread()), (1, 1, threading.current_thread())]


def test_an_error_raised_while_watching_ends_the_worker_and_comes_through() -> None:
    def stop(step: dict[str, Any]) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        probe("sleep", 60, on_step=stop)


def test_a_task_outside_the_program_is_refused_before_any_process_starts() -> None:
    outside = (
        "os:system",
        "os.evidence_app.x:y",
        "evidence_app_evil.x:y",
        "evidence_app:x",
        "evidence_app.workers",
        "",
    )
    for task in (*outside, f"{PROBE}.x", f"{PROBE}\n"):
        with pytest.raises(ValueError, match="not a task"):
            pool.run(task, {}, limits=IMAGE)


def test_a_worker_that_waits_too_long_is_stopped_by_the_clock() -> None:
    started = time.monotonic()
    assert failure("sleep", 60, replace(IMAGE, wall_seconds=0.4)).reason is Reason.TIMED_OUT
    assert time.monotonic() - started < 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on processor time per process")
def test_a_worker_that_burns_the_processor_is_stopped_by_the_system() -> None:
    broken = failure("spin", limits=replace(IMAGE, cpu_seconds=1))
    assert (broken.reason, broken.detail) == (Reason.TIMED_OUT, "SIGXCPU")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux honours the limit of memory")
def test_memory_beyond_the_limit_is_not_given() -> None:
    assert probe("allocate", 100 << 20).header == {"done": True}
    assert failure("allocate", 4 << 30).reason is Reason.KILLED


def test_a_decoder_that_crashes_takes_only_its_worker_along() -> None:
    crashed = failure("crash")
    assert crashed.reason is (Reason.BROKEN if sys.platform == "win32" else Reason.KILLED)
    assert probe("echo").header == {"done": True}


def test_a_worker_that_leaves_without_an_answer_is_broken() -> None:
    assert failure("quit", 3).reason is Reason.BROKEN


def test_a_reply_larger_than_allowed_is_not_read() -> None:
    small = replace(IMAGE, output_bytes=1 << 20)
    assert len(probe("flood", 1 << 20, limits=small).attachments[0]) == 1 << 20
    assert failure("flood", (1 << 20) + 1, small).reason is Reason.BROKEN


@pytest.mark.skipif(sys.platform == "win32", reason="the probe writes to descriptors, Windows' pipes are handles")
def test_junk_in_the_pipe_is_no_answer() -> None:
    started = time.monotonic()
    assert failure("babble").reason is Reason.BROKEN
    assert time.monotonic() - started < 5


def test_a_refusal_and_a_mistake_are_told_apart() -> None:
    refused, mistaken = failure("refuse"), failure("err")
    assert (refused.reason, refused.detail) == (Reason.REFUSED, "damaged")
    assert mistaken.reason is Reason.BROKEN
    assert mistaken.detail.startswith("ZeroDivisionError") and "probe.py" in mistaken.detail


def test_a_reply_of_another_shape_is_broken() -> None:
    assert probe("echo", answer=Fields({"done": Flag()})).header == {"done": True}
    assert failure("echo", answer=Fields({"done": Text(10)})).reason is Reason.BROKEN
    assert failure("echo", answer=Fields({})).reason is Reason.BROKEN


def test_cancelling_kills_a_worker_at_once() -> None:
    started = time.monotonic()
    cancelled = failure("sleep", 60, cancelled=lambda: time.monotonic() - started > 0.2)
    assert cancelled.reason is Reason.CANCELLED
    assert time.monotonic() - started < 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files written")
def test_a_worker_cannot_write_a_file(tmp_path: Path) -> None:
    target = tmp_path / "written"
    assert probe("write", attachments=(os.fsencode(target),)).header == {"done": False}
    assert target.read_bytes() == b""


def test_the_passphrase_in_the_environment_stays_in_the_program(tmp_path: Path) -> None:
    # A program of its own, because the fork server of this one started long ago. Its script has no main guard:
    # a worker that ran it again would not come to its task.
    script = tmp_path / "program.py"
    script.write_text(
        "import os\n"
        "from evidence_app.workers import pool, limits\n"
        f"print(pool.run({PROBE!r}, {{'what': 'see-secrets'}}, limits=limits.IMAGE).header['done'])\n"
        "print(os.environ['EVIDENCE_PASSPHRASE'])\n"
    )
    done = subprocess.run(
        [sys.executable, script], text=True, capture_output=True, timeout=30,
        env={**os.environ, "EVIDENCE_PASSPHRASE": "long grass, slow river", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.split("\n")[:2] == ["False", "long grass, slow river"], done.stderr


def test_workers_started_from_several_threads_keep_their_answers_apart() -> None:
    answers: dict[int, tuple[bytes, ...]] = {}

    def ask(number: int) -> None:
        answers[number] = probe("echo", attachments=(bytes([number]) * 100_000,)).attachments

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: (bytes([number]) * 100_000,) for number in range(6)}


def test_workers_do_the_same_where_there_is_no_fork_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_context", multiprocessing.get_context("spawn"))
    assert probe("echo", attachments=(b"abc",)).attachments == (b"abc",)
    assert failure("crash").reason is (Reason.BROKEN if sys.platform == "win32" else Reason.KILLED)
    assert failure("sleep", 60, replace(IMAGE, wall_seconds=0.4)).reason is Reason.TIMED_OUT


def test_nothing_is_left_behind() -> None:
    probe("echo")
    folder = Path("/proc/self/fd")
    before = len(list(folder.iterdir())) if folder.exists() else 0
    for _number in range(5):
        probe("echo")
        failure("crash")
    assert (len(list(folder.iterdir())) if folder.exists() else 0) == before
    assert not [thread for thread in threading.enumerate() if thread.name == "worker talk"]


def test_each_reason_has_one_sentence() -> None:
    for reason in Reason:
        failed = WorkerFailed(reason)
        assert isinstance(failed, EvidenceError)
        assert str(failed) == failed.sentence() == reason.value
        assert reason.value.endswith(".")


def test_a_header_that_is_no_json_is_the_callers_mistake() -> None:
    with pytest.raises(TypeError):
        pool.run(PROBE, {"what": b"bytes"}, limits=IMAGE)
