"""What the command line prints, and where."""

from __future__ import annotations

import json
import sys
from typing import Any


def say(text: str) -> None:
    """Print a line."""
    print(text)


def dump(value: Any) -> None:
    """Print one JSON value on one line."""
    print(json.dumps(value, ensure_ascii=False))


class Terminal:
    """Progress on the last line of a terminal; silent elsewhere."""

    def step(self, what: str, done: int, total: int) -> None:
        """Show how far a long act has come."""
        if what and sys.stderr.isatty():
            share = f" {100 * done // total} %" if total else ""
            print(f"\r\x1b[K{what}{share}", end="", file=sys.stderr, flush=True)

    def refused(self, file: Any) -> None:
        """Say at once which file was not taken and why: an import that is cut off says nothing at its end."""
        self.end()
        print(file.why if file.name in file.why else f"{file.name}: {file.why}", file=sys.stderr)

    def end(self) -> None:
        """Clear the line."""
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
