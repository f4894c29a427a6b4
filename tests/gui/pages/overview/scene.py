"""The case that the overview is tested with, and short words for what its tests do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.testimony import Segment, Testimony
from evidence_app.gui.pages.overview.page import OverviewPage
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.keys.derivation import Profile
from evidence_app.services import cases, consents, release

PATIENCE_MS = 20_000
PASSPHRASE = "четыре тихих слова вечером"
QUICK = Profile(memory_kib=64, iterations=1, lanes=1)
VICTIMS = 30
NAME = "Асанов Болот"
OFFERED = frozenset({"case.settings", "page.proceedings", "page.custody", "person.new", "help.guide"})


def fill(folder: Path) -> None:
    """Record what the tests look at."""
    with cases.open_case(folder, PASSPHRASE) as ws, ws.act("case.sampled") as act:
        spoke = act.add(Person(recognised_victim=True, basis="CONSENT"))
        act.add(PersonName(person=spoke.id, full=NAME, family="Асанов", given="Болот", language="ru"))
        for _number in range(VICTIMS - 1):
            act.add(Person(recognised_victim=True, basis="CONSENT"))
        told = act.add(Testimony(language="ru", title=Localised.of("Interview"), speaker=spoke.id))
        act.add(Segment(language="ru", item=told.id, number=1, text="Слова."))
        for day, title in (("2022-01-07", "Arrest"), ("2022-01-09", f"{NAME} is shown"), ("2025-01-17", "Verdict")):
            happened = PartialDate.parse(day)
            event = act.add(Event(kind="ACT", title=Localised.of(title), happened=happened, is_key=True))
            act.add(Involvement(person=spoke.id, event=event.id, role="VICTIM"))
    with cases.open_case(folder, PASSPHRASE) as ws:
        consents.decide(ws, spoke, "INTERNAL", "GIVEN")
        gate = release.Gate(ws, "COURT", "en")
        inspected, target = release.inspect(gate, b"pages", lambda _content: []), folder.parent / "d.pdf"
        release.deliver(ws, gate, target, b"pages", inspected, dossier="D-01", records=[told.uid])
        consents.withdraw(ws, spoke, "INTERNAL", PartialDate.parse("2025-01-01"))


def texts(page: OverviewPage) -> str:
    """Return all that the labels of the page say."""
    return "\n".join(label.text() for label in page.findChildren(PlainLabel) if label.isVisibleTo(page))


def at(page: OverviewPage) -> tuple[int, int]:
    """Return where the cursor of the matrix is: kind and person."""
    index = page.board.matrix.table.currentIndex()
    return index.row(), index.column()


def keys(qtbot, page: OverviewPage, *pressed: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in pressed:
        qtbot.keyClick(page.board.matrix.table, key)
