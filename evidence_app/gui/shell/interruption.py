"""An import that was cut off: how far it had come, and how to go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_app.domain.media import Batch
from evidence_app.gui.pages.page import Page
from evidence_app.system.words import _


@dataclass(slots=True)
class Tally:
    """How many files of an import are recorded; the files lane counts, the window reads."""

    total: int
    recorded: int = 0


def say_cut_off(page: Page, tally: Tally) -> None:
    """Say how far an import had come that a lock cut off."""
    words = _("The import was interrupted: %(n)s of %(total)s files are in.")
    page.say(words % {"n": tally.recorded, "total": tally.total}, _how_to_go_on(), kind="warn")


def say_unfinished(page: Page, batches: Sequence[Batch]) -> None:
    """Say which import was cut off the last time that the case was open."""
    source = batches[-1].source
    named = _("The import of “%(folder)s” was interrupted.") % {"folder": source} if source else ""
    page.say(named or _("An import was interrupted."), _how_to_go_on(), kind="warn")


def _how_to_go_on() -> str:
    return _("Import the same folder again to go on; nothing is taken twice.")
