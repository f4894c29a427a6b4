"""The first run, from an empty folder to a case whose recovery sheet was checked; and the way back in with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from evidence_app.domain.errors import WrongSheet
from evidence_app.gui.dialogs import choosing, printing
from evidence_app.gui.dialogs.founding import Founding
from evidence_app.gui.dialogs.new_case import NewCaseCard
from evidence_app.gui.dialogs.recover import RecoverCard
from evidence_app.gui.dialogs.recovery_sheet import RecoveryCard
from evidence_app.gui.dialogs.unlock import UnlockCard
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.secret_clipboard import SecretClipboard
from evidence_app.keys import recovery as encoding
from evidence_app.keys import wordlist
from evidence_app.keys.derivation import Profile
from evidence_app.services import recovery, sample
from evidence_app.services.recovery import Sheet

PASSPHRASE = "lantern meadow copper river"
WORDS = encoding.to_words(bytes(range(32)))
SHEET = Sheet(WORDS, tuple(map(wordlist.number, WORDS)), "1a2b3c4d", "2026-11-20")


@pytest.fixture
def lane(relay, quick: Profile, monkeypatch: pytest.MonkeyPatch) -> Iterator[ArchiveLane]:
    """An archive lane that makes cheap keys; closed and joined at the end."""
    monkeypatch.setattr("evidence_app.services.cases.calibrated", lambda: quick)
    made = ArchiveLane(relay)
    yield made
    made.close()
    assert made.join()


class Door:
    """Stands for the window: holds the card that is shown, and what came of it."""

    def __init__(self, qtbot, lane: ArchiveLane) -> None:
        self.qtbot, self.card, self.opened, self.left = qtbot, None, [], 0
        self.host = QWidget()
        qtbot.addWidget(self.host)
        self.founding = Founding(lane, self.host)
        self.founding.shown.connect(self._on_shown)
        self.founding.opened.connect(self.opened.append)
        self.founding.left.connect(self._on_left)
        self.founding.start()

    def _on_shown(self, card) -> None:
        if self.card is not None:
            self.card.deleteLater()
        self.card = card
        self.qtbot.addWidget(card)
        card.show()

    def _on_left(self) -> None:
        self.left += 1

    def fill(self, folder: Path) -> None:
        """Type what a case needs."""
        assert isinstance(self.card, NewCaseCard)
        self.card.name.setText("Дело")
        self.card.folder.setText(str(folder))
        self.card.passphrase.setText(PASSPHRASE)
        self.card.again.setText(PASSPHRASE)

    def make(self, folder: Path) -> RecoveryCard:
        """Make the case; returns the card of its sheet."""
        self.fill(folder)
        self.card.make.click()
        self.qtbot.waitUntil(lambda: isinstance(self.card, RecoveryCard), timeout=10_000)
        return self.card


@pytest.fixture
def door(qtbot, lane: ArchiveLane) -> Door:
    """The first card."""
    return Door(qtbot, lane)


def words_on(card: RecoveryCard) -> list[str]:
    """Read the words off the card, as a person does."""
    named = [label.accessibleName().split() for label in card.findChildren(QLabel) if label.accessibleName()]
    return [word for _place, word, _number in sorted(named, key=lambda parts: int(parts[0]))]


def type_back(qtbot, card: RecoveryCard, words: list[str]) -> None:
    """Turn to the fields and type the words asked for."""
    card.on.click()
    for field in card.fields:
        qtbot.keyClicks(field, words[int(field.accessibleName().split()[1]) - 1])
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_case_is_open_once_its_sheet_was_typed_back(qtbot, door: Door, tmp_path: Path, lane: ArchiveLane) -> None:
    folder = tmp_path / "дело"
    card = door.make(folder)
    assert door.opened == []
    words = words_on(card)
    type_back(qtbot, card, words)
    qtbot.waitUntil(lambda: door.opened == [folder], timeout=10_000)
    asked: list[bool] = []
    lane.submit(recovery.has_recovery, done=asked.append)
    qtbot.waitUntil(lambda: asked == [True])
    lane.lock(done=lambda _nothing: asked.append(True))
    qtbot.waitUntil(lambda: len(asked) == 2)
    recovery.open_with_recovery(folder, " ".join(words), "quite another passphrase", profile=Profile(64, 1, 1)).close()


def test_the_sheet_can_be_put_off_after_a_warning_and_is_missed(
    qtbot, door: Door, tmp_path: Path, lane: ArchiveLane
) -> None:
    card = door.make(tmp_path / "дело")
    card.later.click()
    assert door.opened == []
    assert "nobody can open this case" in card.notice.words
    card.notice._action.click()
    assert door.opened == [tmp_path / "дело"]
    asked: list[bool] = []
    lane.submit(recovery.is_missing, done=asked.append)
    qtbot.waitUntil(lambda: asked == [True])


def test_going_back_loses_nothing_typed(door: Door, tmp_path: Path) -> None:
    door.fill(tmp_path / "дело")
    door.card.language.choose("kk")
    before = door.card.draft()
    assert PASSPHRASE not in repr(before)
    door.card.left.emit()
    assert door.left == 1
    door.founding.start()
    assert door.card.draft() == before
    assert door.card.make.isEnabled()
    door.founding.forget()
    door.founding.start()
    assert door.card.draft().title == ""


def test_a_case_that_cannot_be_made_is_told_on_its_card(qtbot, door: Door, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"x")
    door.fill(tmp_path / "taken")
    door.card.make.click()
    qtbot.waitUntil(lambda: bool(door.card.notice.words), timeout=5000)
    assert isinstance(door.card, NewCaseCard)
    assert door.card.isEnabled()


def test_a_wrong_word_is_named_by_its_place_and_the_words_are_out_of_sight(qtbot) -> None:
    card = RecoveryCard(SHEET)
    qtbot.addWidget(card)
    card.show()
    heard: list[bool] = []
    card.confirmed.connect(lambda: heard.append(True))
    type_back(qtbot, card, ["oops"] * 24)
    place = card.fields[0].accessibleName().split()[1]
    assert card.answer.text() == f"Word {place} on the sheet is another one."
    assert not any(label.isVisible() for label in card.findChildren(QLabel) if label.text() in WORDS)
    assert heard == []
    for field in card.fields:
        field.clear()
    type_back(qtbot, card, list(WORDS))
    assert heard == [True]


def test_the_words_get_onto_the_clipboard_when_asked_for_and_leave_it(qtbot, monkeypatch) -> None:
    monkeypatch.setattr("evidence_app.gui.widgets.secret_clipboard.KEPT_MS", 50)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    card = RecoveryCard(SHEET)
    qtbot.addWidget(card)
    card.show()
    assert clipboard.text() == "before"
    card.copy.click()
    assert clipboard.text() == " ".join(WORDS)
    assert "x-kde-passwordManagerHint" in clipboard.mimeData().formats()
    qtbot.waitUntil(lambda: clipboard.text() == "", timeout=3000)


def test_what_was_copied_since_stays_on_the_clipboard(qtbot, qapp) -> None:
    held = SecretClipboard(qapp)
    held.copy("secret")
    QGuiApplication.clipboard().setText("a quotation")
    held.clear()
    assert QGuiApplication.clipboard().text() == "a quotation"
    held.deleteLater()


def test_the_sheet_is_saved_where_it_is_asked_for_and_never_beside_the_case(
    qtbot, door: Door, tmp_path: Path, monkeypatch
) -> None:
    card = door.make(tmp_path / "дело")
    for target in (tmp_path / "лист", tmp_path / "дело" / "лист.pdf"):
        monkeypatch.setattr(choosing, "new_file", lambda *_words, target=target: target)
        card.notice.hide()
        card.save.click()
        qtbot.waitUntil(lambda: bool(card.notice.words), timeout=10_000)
    assert (tmp_path / "лист.pdf").read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "дело" / "лист.pdf").exists()
    assert "cannot be written" in card.notice.words


def test_a_printed_sheet_fills_its_page(qtbot, tmp_path: Path) -> None:
    """The printer here is one that writes a file, so that what would be on the paper can be looked at."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing.draw(printer, recovery.paper(SHEET))
    from PySide6.QtPdf import QPdfDocument

    document, held = QPdfDocument(), QBuffer()
    held.setData((tmp_path / "printed.pdf").read_bytes())
    held.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(held)
    assert document.pageCount() == 1
    picture = document.render(0, document.pagePointSize(0).toSize())
    dark = [
        y
        for y in range(picture.height())
        for x in range(0, picture.width(), 4)
        if picture.pixelColor(x, y).value() < 120
    ]
    assert min(dark) < picture.height() / 4
    assert max(dark) > picture.height() / 2


def test_the_way_back_in_says_how_far_the_words_have_come(qtbot) -> None:
    card = RecoverCard("Case")
    qtbot.addWidget(card)
    card.show()
    heard: list[tuple[str, str]] = []
    card.recovered.connect(lambda words, passphrase: heard.append((words, passphrase)))
    for typed, said in (
        (" ".join(WORDS[:7]), "7 of 24 words."),
        (" ".join(WORDS[:6]) + " oops ", "Word 7, “oops”"),
        (" ".join([*WORDS[:23], "zoo"]) + " ", "another one on the sheet"),
        (" ".join(WORDS), "All 24 words are there."),
    ):
        card.words.setPlainText(typed)
        assert said in card.answer.text()
        assert not card.go.isEnabled()
    card.secret.field.setText(PASSPHRASE)
    card.secret.again.setText(PASSPHRASE)
    card.go.click()
    assert heard == [(" ".join(WORDS), PASSPHRASE)]
    card.say_error(WrongSheet())
    assert card.notice.words == "These words do not open this case."
    assert card.go.isEnabled()


def test_a_word_that_is_half_typed_is_no_mistake_yet(qtbot) -> None:
    card = RecoverCard("Case")
    qtbot.addWidget(card)
    qtbot.keyClicks(card.words, f"{WORDS[0]} {WORDS[1][:2]}")
    assert card.answer.text() == ""
    qtbot.keyClicks(card.words, " ")
    assert "Word 2" in card.answer.text()


def test_the_lock_leads_to_the_sheet_but_for_the_sample(qtbot) -> None:
    card, public = UnlockCard("Case", ""), UnlockCard("Sample", "", shown_passphrase=sample.PASSPHRASE)
    for shown in (card, public):
        qtbot.addWidget(shown)
        shown.show()
    heard: list[bool] = []
    card.sheet_asked.connect(lambda: heard.append(True))
    card.sheet.click()
    assert heard == [True]
    assert not public.sheet.isVisible()


@pytest.mark.parametrize("make", [NewCaseCard, lambda: RecoverCard("Case"), lambda: UnlockCard("Case", "")])
def test_the_order_of_tab_is_the_order_of_reading(qtbot, make) -> None:
    card = make()
    qtbot.addWidget(card)
    card.show()
    card.resize(card.sizeHint())
    qtbot.wait(20)
    order, here = [], card
    while (here := here.nextInFocusChain()) is not card:
        if (
            here.focusPolicy() & Qt.FocusPolicy.TabFocus
            and here.isVisible()
            and not isinstance(here.parent(), QLineEdit)
        ):
            order.append(here)
    places = [widget.mapTo(card, widget.rect().center()) for widget in order]
    assert len(places) > 2
    rows = [(place.y() // 24, place.x()) for place in places]
    assert rows == sorted(rows)
