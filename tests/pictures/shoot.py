"""Take pictures of the real window on the sample case.

    python tests/pictures/shoot.py FOLDER [--language ru] [--scheme dark] [--size 1280x720] [--case FOLDER PASSPHRASE]

Offscreen, or under Xvfb: xvfb-run -a -s "-screen 0 1600x1000x24" python tests/pictures/shoot.py pictures
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.dossier_sheet import DossierSheet
from evidence_app.gui.dialogs.import_sheet import ImportSheet
from evidence_app.gui.dialogs.keys_sheet import KeysSheet
from evidence_app.gui.dialogs.progress_sheet import ProgressSheet
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.notices.bug_sheet import BugSheet
from evidence_app.services import cases
from evidence_app.system.words import _

SETTLE_MS, PATIENCE_MS = 1500, 30_000
QUERY = "Кошмамбет"


class Photographer:
    """Drives one window and keeps what it looks like."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program, self.folder = program, folder
        folder.mkdir(parents=True, exist_ok=True)

    def wait(self, ms: int = SETTLE_MS) -> None:
        """Let the program run for a while."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the program run until something holds."""
        for _round in range(PATIENCE_MS // 50):
            if holds():
                return
            self.wait(50)
        raise SystemExit("the window did not get there in time")

    def shoot(self, name: str) -> None:
        """Save a picture of the window with the sheet over it, if any."""
        self.wait()
        window = self.program.window
        picture = window.grab()
        sheet = QApplication.activeModalWidget()
        if sheet is not None and sheet is not window:
            over = sheet.grab()
            over.save(str(self.folder / f"{name}.png"))
        else:
            picture.save(str(self.folder / f"{name}.png"))

    def doors(self, case: Path, passphrase: str) -> None:
        """Go through first run, new case and unlock."""
        window = self.program.window
        self.shoot("welcome")
        window.entrance.show_new_case()
        self.shoot("new-case")
        window.ask_passphrase(case)
        card = window.door
        assert isinstance(card, UnlockCard)
        card.field.setText("not this one")
        card.go.click()
        self.until(card.answer.isVisible)
        self.shoot("unlock")
        card.field.setText(passphrase)
        card.go.click()
        self.until(lambda: window.shell is not None)

    def pages(self) -> None:
        """Go through the pages of the case."""
        shell = self.program.window.shell
        assert shell is not None
        for name in shell.pages:
            shell.go(name)
            if name == "search":
                shell.top.field.setText(QUERY)
                shell.top.field.submitted.emit(QUERY)
            self.shoot(name)

    def sheets(self) -> None:
        """Open each sheet once."""
        window = self.program.window
        progress = ProgressSheet(_("Making the dossier"), window)
        for what, done in ((_("Gathering what this reader may have"), 4), (_("Laying out pages"), 1)):
            progress.show_step(what, done, 4)
        try:
            raise ValueError("an example")
        except ValueError as bug:
            broken = BugSheet(bug, window)
        sheets = {
            "import": ImportSheet(14, "38.2 MB", window),
            "dossier": DossierSheet(window),
            "progress": progress,
            "bug": broken,
            "keys": KeysSheet([(_("Go"), [(_("Search or go to…"), "Ctrl+K")])], window),
        }
        for name, sheet in sheets.items():
            sheet.open()
            self.wait()
            sheet.grab().save(str(self.folder / f"sheet-{name}.png"))
            sheet.close()


def main() -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--scheme", default="light")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--case", nargs=2, metavar=("FOLDER", "PASSPHRASE"))
    chosen = parser.parse_args()
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as scratch:
        settings = QSettings(f"{scratch}/window.ini", QSettings.Format.IniFormat)
        for key, value in (("language", chosen.language), ("scheme", chosen.scheme), ("text_size", chosen.text)):
            settings.setValue(key, value)
        case, passphrase = chosen.case or cases.sample(Path(scratch) / "karasai")
        program = Program(application, settings)
        program.relay.broke.connect(lambda bug: traceback.print_exception(bug))
        program.show(None)
        program.window.resize(*map(int, chosen.size.split("x")))
        photographer = Photographer(program, chosen.folder)
        photographer.doors(Path(case), passphrase)
        photographer.pages()
        photographer.sheets()
        program.window.close()
        return 0 if program.finish() else 1


if __name__ == "__main__":
    sys.exit(main())
