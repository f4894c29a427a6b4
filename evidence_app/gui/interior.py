"""What is in the window once a case is open; loaded only then, as it brings all services with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evidence_app.domain.media import Batch
from evidence_app.gui.actions.registry import Actions
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.all_pages import PAGES, make_pages
from evidence_app.gui.shell import memory
from evidence_app.gui.shell.editing import Editing as Editing
from evidence_app.gui.shell.flows import Flows as Flows
from evidence_app.gui.shell.interruption import say_cut_off as say_cut_off
from evidence_app.gui.shell.interruption import say_unfinished as say_unfinished
from evidence_app.gui.shell.memory import Left
from evidence_app.gui.shell.offering import CaseWords
from evidence_app.gui.shell.recording import Recording as Recording
from evidence_app.gui.shell.shell import Shell
from evidence_app.services import intake


@dataclass(frozen=True, slots=True)
class Opened:
    """What the window must know of a case before it shows it."""

    case_words: CaseWords
    left: Left
    unfinished: tuple[Batch, ...]


def read(ws: Any) -> Opened:
    """Read it; runs in the archive lane."""
    left = memory.read(ws, PAGES)
    return Opened(CaseWords(ws.case.title, ws.code, ws.account.name), left, tuple(intake.unfinished(ws)))


def make_shell(lane: ArchiveLane, actions: Actions, words: CaseWords, left: Left) -> Shell:
    """Make the pages of the case and the bars round them."""
    return Shell(lane, actions, make_pages(lane), words, left)
