"""Try, inside a worker, what a decoder taken over by a hostile file would try; the self-test runs these.

A worker that is well confined answers `{"done": false}` to every attempt, or is stopped from outside.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from evidence_app.workers.child import Step
from evidence_app.workers.outcome import Refusal


def attempt(header: dict[str, Any], attachments: list[bytes], step: Step) -> tuple[dict[str, Any], list[bytes]]:
    """Try the thing named by `what`, with `amount` as its measure; say whether it could be done."""
    step(header["what"], 0, 1)
    done, results = _ATTEMPTS[header["what"]](header.get("amount", 0), attachments)
    step(header["what"], 1, 1)
    return {"done": done}, results


def _echo(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Return the attachments: what an honest task does."""
    return True, attachments


def _write(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Write a byte to the file named by the attachment."""
    handle = os.open(attachments[0], os.O_WRONLY | os.O_CREAT)
    try:
        return os.write(handle, b"x") == 1, []
    except OSError:
        return False, []
    finally:
        os.close(handle)


def _allocate(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Take so many bytes of memory."""
    return len(bytearray(amount)) == amount, []


def _see_secrets(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Look for the program's own variables in the environment, also in the one the process was started with."""
    started_with = b""
    if os.path.exists("/proc/self/environ"):  # noqa: PTH110 - the question is whether the system shows it
        with open("/proc/self/environ", "rb") as stream:  # noqa: PTH123
            started_with = stream.read()
    return b"EVIDENCE_" in started_with or any(name.startswith("EVIDENCE_") for name in os.environ), []


def _spin(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Burn processor time until stopped."""
    while True:
        pass


def _sleep(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Hold on for so many seconds without using any processor time."""
    time.sleep(amount)
    return True, []


def _crash(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Die as a decoder does that trips over its own memory."""
    os.abort()


def _quit(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Leave without an answer."""
    os._exit(amount)


def _babble(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Write junk into every open pipe, then stay silent."""
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\0\0\0\x05junk!")
        except OSError:
            continue
    time.sleep(60)
    return True, []


def _flood(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Answer with so many bytes."""
    return True, [bytes(amount)]


def _refuse(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Say that it cannot be done."""
    raise Refusal("damaged")


def _err(amount: int, attachments: list[bytes]) -> tuple[bool, list[bytes]]:
    """Make a programming mistake."""
    return bool(1 // amount), []


_ATTEMPTS: dict[str, Callable[[int, list[bytes]], tuple[bool, list[bytes]]]] = {
    "echo": _echo,
    "write": _write,
    "allocate": _allocate,
    "see-secrets": _see_secrets,
    "spin": _spin,
    "sleep": _sleep,
    "crash": _crash,
    "quit": _quit,
    "babble": _babble,
    "flood": _flood,
    "refuse": _refuse,
    "err": _err,
}
