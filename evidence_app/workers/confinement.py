"""What a worker gives up before it sees a foreign byte, and the name of each layer really in force.

Linux: resource limits, no new privileges, not dumpable, dies with its parent. macOS: resource limits, of which
the kernel honours memory only in part. Windows: the process border and the clock outside, nothing more so far.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from itertools import pairwise

from evidence_app.workers.limits import Limits

OWN_VARIABLES = "EVIDENCE_"

# linux/prctl.h
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS, _PR_GET_NO_NEW_PRIVS = 1, 4, 38, 39
_OPEN_FILES = 64
_NICENESS = 10


def confine(limits: Limits, kept: Iterable[int]) -> None:
    """Leave the process nothing but its task: no terminal, no secrets, no files but `kept`, hard limits."""
    _fall_silent()
    for name in [name for name in os.environ if name.startswith(OWN_VARIABLES)]:
        del os.environ[name]
    if sys.platform != "win32":
        _close_all_but(kept)
        os.nice(_NICENESS)
        _limit(limits)
    if sys.platform == "linux":
        import signal

        for option, value in (
            (_PR_SET_PDEATHSIG, signal.SIGKILL),
            (_PR_SET_NO_NEW_PRIVS, 1),
            (_PR_SET_DUMPABLE, 0),
        ):
            _prctl(option, value)


def protection() -> str:
    """Return the layers in force around this process, asked of the system and not of our intentions."""
    layers = ["process"]
    if sys.platform != "win32":
        import resource

        wanted = {"memory": resource.RLIMIT_AS, "cpu": resource.RLIMIT_CPU, "writing": resource.RLIMIT_FSIZE}
        held = [name for name, kind in wanted.items() if resource.getrlimit(kind)[1] != resource.RLIM_INFINITY]
        if held:
            layers.append("rlimits" if len(held) == len(wanted) else f"rlimits ({', '.join(held)})")
    if sys.platform == "linux" and _prctl(_PR_GET_NO_NEW_PRIVS, 0) == 1:
        layers.append("no_new_privs")
    return ", ".join(layers)


def _fall_silent() -> None:
    """Point input, output and error output at nothing."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nothing, descriptor)
    if nothing > 2:
        os.close(nothing)


def _close_all_but(kept: Iterable[int]) -> None:
    """Close every descriptor above the standard three that is not in `kept`."""
    edges = [2, *sorted(kept), os.sysconf("SC_OPEN_MAX")]
    for low, high in pairwise(edges):
        os.closerange(low + 1, high)


def _limit(limits: Limits) -> None:
    """Set the hard limits; one that the system refuses is left out, and `protection` shows it."""
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, limits.address_space_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            # One second between the signal that says "time" and the kill lets the parent tell the two apart.
            resource.setrlimit(kind, (most, most + 1 if kind == resource.RLIMIT_CPU else most))


def _prctl(option: int, value: int) -> int:
    """Call Linux's prctl(2); -1 where it is refused."""
    import ctypes

    return int(ctypes.CDLL(None).prctl(option, value, 0, 0, 0))
