"""While the privacy screen is up, nothing in the window that is seen, hovered or read aloud names anybody."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from evidence_app.domain.person import Person, PersonName
from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.reveal_sheet import RevealSheet
from evidence_app.gui.pages.all_pages import PAGES
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets import privacy
from evidence_app.gui.widgets.ladder import LadderView
from evidence_app.keys.derivation import Profile
from evidence_app.language.fold import fold
from evidence_app.services import assertions, cases, people, records, saved_searches
from evidence_app.services.ordinary import ordinary_words
from evidence_app.services.synthesis import generate
from evidence_app.services.workspace import Workspace

PATIENCE_MS = 30_000
PASSPHRASE = "five quiet words at dusk"
QUICK = Profile(memory_kib=64, iterations=1, lanes=1)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.EditRole,
)
SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
_WORD = re.compile(r"[^\W\d_]+")
FORMS = ("people", "testimonies", "media", "filings", "events", "places", "proceedings")
TABS = {"events": ("timeline", "acts", "safeguards"), "proceedings": ("claims", "deadlines", "exhaustion", "mandates")}


def told(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text that a person or a screen reader can meet in a window, with the place where it stands."""
    yield "window title", root.windowTitle()
    for action in root.findChildren(QAction):
        yield "menu", "\n".join((action.text(), action.toolTip(), action.statusTip(), action.whatsThis()))
    for widget in (one for one in (root, *root.findChildren(QWidget)) if one.isVisible()):
        where = f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        yield where, "\n".join(_own(widget))
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is not None:
            yield f"{where}, aloud", "\n".join(_aloud(spoken))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for text in _cells(widget.model()):
                yield f"{where}, cell", text


def _own(widget: QWidget) -> Iterator[str]:
    """Yield the words of one widget."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    yield widget.statusTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.displayText()
        yield widget.placeholderText()
        if widget.completer() is not None:
            yield from _cells(widget.completer().model())
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from map(widget.itemText, range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from map(widget.tabText, range(widget.count()))
    if isinstance(widget, QMenu):
        yield widget.title()


def _aloud(spoken: object, depth: int = 2) -> Iterator[str]:
    """Yield what a screen reader says of a widget, and of what is only painted in it."""
    yield from (spoken.text(kind) for kind in SPOKEN)
    for place in range(min(spoken.childCount(), 80) if depth else 0):
        child = spoken.child(place)
        if child is not None and not isinstance(child.object(), QWidget):
            yield from _aloud(child, depth - 1)


def _cells(model: QAbstractItemModel, parent: QModelIndex | None = None, most: int = 120) -> Iterator[str]:
    """Yield the words of the cells of a model, and of its headers."""
    parent = parent or QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(most, model.rowCount(parent))):
        yield str(model.headerData(row, Qt.Orientation.Vertical) or "")
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in ROLES)
        if columns > 1 and model.rowCount(model.index(row, 0, parent)):
            yield from _cells(model, model.index(row, 0, parent), most)


class Known:
    """The names and contacts of a case, as plain as a reader compares them: the test asks no mask."""

    def __init__(self, ws: Workspace) -> None:
        kinds = {one.id: one.kind for one in ws.records.find(Person)}
        lone = [one for one in ws.records.find(PersonName) if kinds.get(one.person) == "INDIVIDUAL"]
        said = [part for one in lone for part in (one.full, one.family, one.given, one.patronymic) if part]
        found = {word for part in said for word in _WORD.findall(fold(part)) if len(word) > 2}
        self.words = found - ordinary_words() - {"uulu", "уулу", "кызы", "kyzy"}
        self.contacts = {
            re.sub(r"\W", "", value).casefold() for one in ws.records.find(Person) for value in one.contacts
        }

    def in_text(self, text: str) -> list[str]:
        """Return the names and contacts that stand in a text."""
        joined = re.sub(r"\W", "", text).casefold()
        return sorted(self.words & set(_WORD.findall(fold(text)))) + [one for one in self.contacts if one in joined]

    def named_in(self, root: QWidget) -> list[str]:
        """Return what names somebody, each text with its place."""
        return [f"{where}: {found} in {text!r}" for where, text in told(root) if (found := self.in_text(text))]


def _opened(program: Program, folder: Path, passphrase: str, qtbot) -> Shell:
    """Open a case and wait until it stands."""
    window = program.window
    window.ask_passphrase(folder)
    qtbot.keyClicks(window.door.field, passphrase)
    qtbot.keyClick(window.door.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not window.flows.examining.is_running, timeout=PATIENCE_MS)
    return window.shell


@pytest.fixture(scope="session")
def fictional(tmp_path_factory) -> Path:
    """A small fictional case; one of its persons can be called."""
    folder = tmp_path_factory.mktemp("fictional") / "case"
    with cases.create(folder, "Дело", PASSPHRASE, profile=QUICK) as ws:
        generate.load(ws, 6, 8, 10)
    return folder


def _settle(program: Program, qtbot) -> None:
    """Wait until the lanes have answered, what they answered has been asked about, and what waits a moment is shown."""
    for _turn in range(4):
        for lane in (program.lane, program.files):
            qtbot.waitUntil(lambda: lane.is_idle, timeout=PATIENCE_MS)  # noqa: B023 - waited for at once
        qtbot.wait(60)


def _views(shell: Shell, page: str) -> Iterator[str]:
    """Show one view of a page after the other, its form last."""
    yield page
    for tab in TABS.get(page, ()):
        shell.page.views.show_view(tab) if page == "events" else shell.page.show_tab(tab)
        yield f"{page}, {tab}"
    if page == "events":
        shell.page.views.show_view("table")
    if page in FORMS and shell.page.current() is not None:
        shell.page.edit_record()
        yield f"{page}, form"


@pytest.fixture(params=["sample", "fictional"])
def screened(request, program: Program, tmp_path: Path, qtbot) -> tuple[Shell, Known]:
    """A case with the screen up, and what nobody may read."""
    made = request.getfixturevalue(request.param)
    folder, passphrase = made if isinstance(made, tuple) else (made, PASSPHRASE)
    copied = Path(shutil.copytree(folder, tmp_path / "case"))
    with cases.open_case(copied, passphrase) as ws:
        known = Known(ws)
    shell = _opened(program, copied, passphrase, qtbot)
    shell.go("people")
    _settle(program, qtbot)
    assert known.named_in(program.window)  # the test sees names where there are any
    program.window.commands["view.privacy"].trigger()
    assert not known.named_in(program.window)
    qtbot.waitUntil(lambda: privacy.screen().mask is not None, timeout=PATIENCE_MS)
    return shell, known


def test_nothing_on_any_page_and_in_any_form_names_anybody(program: Program, screened, qtbot):
    shell, known = screened
    found: dict[str, list[str]] = {}
    for page in PAGES:
        shell.go(page)
        _settle(program, qtbot)
        for view in _views(shell, page):
            _settle(program, qtbot)
            found |= {view: named} if (named := known.named_in(program.window)) else {}
    assert not found, "\n".join(f"{view}: {one}" for view, named in found.items() for one in named[:12])


def test_the_title_of_the_case_and_of_a_saved_search_give_way_whole(
    program: Program, fictional: Path, tmp_path: Path, qtbot
):
    copied = Path(shutil.copytree(fictional, tmp_path / "case"))
    with cases.open_case(copied, PASSPHRASE) as ws:
        cases.rename(ws, "The case of Соколёнок", "en")  # what everybody calls somebody is in no record
        saved_searches.add(ws, "Соколёнок", "Всё о Соколёнке")
        assert "соколен" not in " ".join(Known(ws).words)
    shell = _opened(program, copied, PASSPHRASE, qtbot)
    _settle(program, qtbot)

    def said() -> list[str]:
        return [where for where, text in told(program.window) if "соколён" in text.casefold()]

    assert len(said()) > 3
    program.window.commands["view.privacy"].trigger()
    assert said() == []
    qtbot.waitUntil(lambda: privacy.screen().mask is not None, timeout=PATIENCE_MS)
    _settle(program, qtbot)
    assert shell.page_name == "overview" and said() == []


def _hide(program: Program, qtbot) -> None:
    """Put the screen up, and wait until the names are known."""
    program.window.commands["view.privacy"].trigger()
    qtbot.waitUntil(lambda: privacy.screen().mask is not None, timeout=PATIENCE_MS)
    _settle(program, qtbot)


@pytest.fixture
def case_at_work(program: Program, fictional: Path, tmp_path: Path, qtbot) -> tuple[Shell, Known]:
    """The fictional case, open, with names shown."""
    copied = Path(shutil.copytree(fictional, tmp_path / "case"))
    with cases.open_case(copied, PASSPHRASE) as ws:
        person = ws.records.get(Person, 1)
        assertions.add(ws, "person", 1, "notes", ws.records.find(PersonName, person=1)[0].full)
        records.change(ws, person, notes=f"Звонить {person.contacts[0]}")
        known = Known(ws)
    return _opened(program, copied, PASSPHRASE, qtbot), known


def test_what_was_opened_typed_and_revealed_in_a_form_is_hidden_at_once(program, case_at_work, qtbot):
    shell, known = case_at_work
    shell.go("people")
    shell.page.show_record(1)
    _settle(program, qtbot)
    shell.page.edit_record()
    _settle(program, qtbot)
    form = program.window.editing._editors[shell.page]
    form.body.rows["notes"].sources.click()
    form.body.rows["contacts"].body.show_button.click()
    (asking,) = program.window.findChildren(RevealSheet)
    asking.field.setText(PASSPHRASE)
    asking.go.click()
    names = form.panels["person_name", "person"]
    names._on_opened(names.rows[0])
    _settle(program, qtbot)
    (name,) = names.bodies()
    name.rows["given"].editor.line.setText("Неизвестный")
    name.rows["given"].editor.mark_edited()
    seen = known.named_in(form)
    shown_in = {one.split()[0] for one in seen}
    assert {"PlainLabel", "ElidedLabel", "Sheet", "Line"} <= shown_in
    program.window.commands["view.privacy"].trigger()
    assert not known.named_in(program.window)
    qtbot.waitUntil(lambda: privacy.screen().mask is not None, timeout=PATIENCE_MS)
    assert not known.named_in(program.window)
    _settle(program, qtbot)
    assert not known.named_in(program.window)
    assert form.body.rows["contacts"].editor is None
    program.window.commands["view.privacy"].trigger()
    _settle(program, qtbot)
    assert known.named_in(form)
    assert name.rows["given"].editor.line.text() == "Неизвестный"


def test_what_is_looked_for_found_said_and_asked_is_hidden(program, case_at_work, qtbot):
    shell, known = case_at_work
    family = max(sorted(word for word in known.words if word.isascii()), key=len)  # what can be typed here
    shell.go("people")
    _hide(program, qtbot)
    program.window.commands["go.anywhere"].trigger()
    qtbot.keyClicks(shell.top.field, family)
    _settle(program, qtbot)
    assert shell.going.popup.list.offers.rowCount()
    assert not known.named_in(program.window)
    qtbot.keyClick(shell.top.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shell.page.list.model().rowCount() > 0, timeout=PATIENCE_MS)
    _settle(program, qtbot)
    assert not known.named_in(program.window)
    shell.page.say(f"{family} is not there", family, action="Look", call=lambda: None)
    shell.status.show_selection(family)
    program.window.recording.toast.say(f"Changed {family}", "Undo", lambda: None)
    assert not known.named_in(program.window)
    shell.go("people")
    _settle(program, qtbot)
    for command in ("record.quick_look", "record.link", "record.void"):
        program.window.commands[command].trigger()
        _settle(program, qtbot)
        assert not known.named_in(program.window), command
        for sheet in program.window.findChildren(QDialog):
            sheet.reject()


def test_names_that_are_new_are_hidden_from_the_moment_they_are_there(program, case_at_work, qtbot):
    shell, _known = case_at_work
    shell.go("people")
    _hide(program, qtbot)
    said: list[str] = []
    shell.changes.settled.connect(lambda _touched: said.append(privacy.text("Жанар Бектемір")))
    program.lane.submit(lambda ws: people.add(ws, Person(), PersonName(full="Жанар Бектемір", family="Бектемір")))
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert said == [privacy.HIDDEN]
    qtbot.waitUntil(lambda: privacy.screen().mask is not None, timeout=PATIENCE_MS)
    assert "Бектемір" not in privacy.text("Жанар Бектемір")


def test_a_name_learned_while_names_were_shown_is_known_when_they_are_hidden(program, case_at_work, qtbot):
    shell, _known = case_at_work
    shell.go("people")
    _hide(program, qtbot)
    program.window.commands["view.privacy"].trigger()
    program.lane.submit(lambda ws: people.add(ws, Person(), PersonName(full="Жанар Бектемір", family="Бектемір")))
    _settle(program, qtbot)
    program.window.commands["view.privacy"].trigger()
    assert "Бектемір" not in privacy.text("Жанар Бектемір")


def test_the_ladder_of_a_person_is_shown_anew_with_the_screen_and_labels_wait(program, case_at_work, qtbot):
    shell, known = case_at_work
    shell.go("proceedings")
    shell.page.show_tab("mandates")
    _settle(program, qtbot)
    qtbot.wait(300)
    _settle(program, qtbot)
    assert known.named_in(program.window)
    assert shell.page.findChildren(LadderView)
    program.window.commands["view.privacy"].trigger()
    assert shell.page.findChildren(LadderView)
    assert not known.named_in(program.window)
    _settle(program, qtbot)
    assert not known.named_in(program.window)
    shell.go("people")
    _settle(program, qtbot)
    assert program.window.commands["record.open"].isEnabled()
    assert not program.window.commands["record.label"].isEnabled()
    program.window.commands["view.privacy"].trigger()
    assert program.window.commands["record.label"].isEnabled()
