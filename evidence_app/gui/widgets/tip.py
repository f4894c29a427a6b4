"""Tooltips: Qt takes a tip that looks like markup for markup, so text from outside is guarded first."""

from __future__ import annotations

import html


def plain(text: str) -> str:
    """Return a tip that shows the text as it is, whatever it holds."""
    return f"<qt>{html.escape(text)}</qt>" if "<" in text else text
