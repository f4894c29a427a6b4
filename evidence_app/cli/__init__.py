"""The same house without a window: one command a thing a person can do. Imports no Qt.

Exit codes: 0 done · 1 a finding · 2 misuse · 3 wrong passphrase · 4 damage · 5 the computer lacks something.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from evidence_app.cli import options as given
from evidence_app.domain.errors import EvidenceError
from evidence_app.system import words
from evidence_app.system.words import _

Window = Callable[[Path | None, str | None], int | None]


def run(arguments: Sequence[str], show_window: Window) -> int:
    """Carry out one command; errors are one sentence on stderr."""
    words.choose(given.interface(arguments))
    options = given.parser().parse_args(arguments)
    options.show_window = show_window
    try:
        if options.act == "open":
            return _open(options.case, show_window)
        # Late, because the services take a third of a second to import and the window wants to be seen first.
        from evidence_app.cli import commands

        commands.check(options)
        code: int = getattr(commands, options.act)(options)
        return code
    except EvidenceError as problem:
        print(f"evidence-app: {problem}", file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        print(_("evidence-app: stopped; what was recorded so far stays."), file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read us has seen enough; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _open(case: Path | None, show_window: Window) -> int:
    """Open the window."""
    code = show_window(case, None)
    if code is None:
        print(_("evidence-app: there is no display on this computer."), file=sys.stderr)
        return 5
    return code
