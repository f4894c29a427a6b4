"""Commands by their keys, in the window: they take what stands in front, or are not offered at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from evidence_app.domain.deadline import Deadline
from evidence_app.domain.event import Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.mandate import Mandate
from evidence_app.domain.person import Person
from evidence_app.gui.app import Program
from evidence_app.gui.dialogs.void_sheet import VoidSheet
from evidence_app.gui.pages.events import safeguards_cells
from evidence_app.gui.pages.proceedings import exhaustion_panel
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.services import records
from tests.journeys.keyboard import CTRL, SHIFT, Keyboard

PATIENCE_MS = 30_000


@pytest.fixture
def hands(qtbot) -> Keyboard:
    """Hands on the keyboard."""
    return Keyboard(qtbot.waitUntil)


@pytest.fixture
def ask(unlock: Callable[[], Shell], qtbot) -> Callable[..., Any]:
    """Ask the open case in its lane, and wait."""
    shell = unlock()

    def asked(call: Callable[..., Any]) -> Any:
        heard: list[Any] = []
        shell.lane.submit(call, done=heard.append)
        qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE_MS)
        return heard[0]

    asked.shell = shell  # type: ignore[attr-defined]
    return asked


def furnish(ws: Any) -> None:
    """Record a deadline and a mandate, which the sample does not hold."""
    records.add(ws, Deadline(title=Localised.of("Жалоба", "ru"), proceeding=2))
    records.add(ws, Mandate(client=1, lawyer=2))


def open_tab(shell: Shell, tab: str, hands: Keyboard) -> Any:
    """Bring a tab of Proceedings to the front, with the keyboard in its list, and a row chosen."""
    shell.go("proceedings")
    page = shell.pages["proceedings"]
    page.show_tab(tab)
    hands.until(lambda: page.panel.data is not None and page.panel.current() is not None)
    page.focus_list()
    hands.until(page.panel.view.hasFocus)
    return page


def sheets() -> list[QDialog]:
    """Return the sheets that are open."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def sheet(hands: Keyboard) -> QDialog:
    """Return the sheet that opens."""
    hands.until(lambda: bool(sheets()))
    return sheets()[0]


def said(widget: QWidget) -> list[str]:
    """Return what all labels show."""
    return [label.text() for label in widget.findChildren(PlainLabel)]


@pytest.mark.parametrize("tab", ["deadlines", "mandates"])
def test_what_no_exhibit_bears_on_is_not_offered_to_be_linked(tab: str, ask, program: Program, hands: Keyboard, qtbot):
    ask(furnish)
    open_tab(ask.shell, tab, hands)
    assert not program.window.commands["record.link"].isEnabled()
    assert not program.window.commands["record.paste"].isEnabled()
    hands.press(Qt.Key.Key_K, CTRL | SHIFT)
    qtbot.wait(100)
    assert sheets() == []


def open_safeguards(shell: Shell, hands: Keyboard) -> Any:
    """Bring the safeguards to the front, with the keyboard in a square."""
    shell.go("events")
    page = shell.pages["events"]
    page.views.show_view("safeguards")
    hands.until(lambda: page.views.safeguards.person is not None)
    page.focus_list()
    hands.until(page.views.safeguards.matrix.hasFocus)
    return page


def test_delete_clears_a_square_of_the_safeguards_and_takes_nothing_out(ask, hands: Keyboard, qtbot):
    page = open_safeguards(ask.shell, hands)
    model, keys = page.views.safeguards.view_model, page.views.safeguards.matrix.cursor_keys()
    hands.press(Qt.Key.Key_2)
    hands.until(lambda: keys in model.matrix.answers and model.matrix.answers[keys].state == "BREACHED")
    hands.press(Qt.Key.Key_Delete)
    hands.until(lambda: keys not in model.matrix.answers or not model.matrix.answers[keys].state)
    assert sheets() == []


def test_delete_clears_a_square_of_exhaustion_and_takes_nothing_out(ask, hands: Keyboard):
    page = open_tab(ask.shell, "exhaustion", hands)
    hands.press(Qt.Key.Key_1)
    hands.until(lambda: page.panel.cell()[1].state == "EXHAUSTED")
    hands.press(Qt.Key.Key_Delete)
    hands.until(lambda: page.panel.cell()[1].state == "")
    assert sheets() == []


def test_over_the_safeguards_commands_take_the_person_of_the_row_and_never_the_hidden_event(
    ask, program: Program, hands: Keyboard
):
    page = open_safeguards(ask.shell, hands)
    code = page.views.safeguards.person.code
    hands.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == code
    assert not program.window.commands["record.void"].isEnabled()
    hands.press(Qt.Key.Key_K, CTRL | SHIFT)
    opened = sheet(hands)
    assert any(code in words for words in said(opened)), said(opened)
    opened.reject()
    page.views.show_view("table")
    assert page.current().noun == "event"
    assert program.window.commands["record.void"].isEnabled()


@pytest.mark.parametrize(("tab", "noun"), [("mandates", Mandate), ("claims", Involvement)])
def test_delete_names_and_takes_the_mandate_or_the_claim_and_never_the_person(
    tab: str, noun: type, ask, program: Program, hands: Keyboard
):
    ask(furnish)
    page = open_tab(ask.shell, tab, hands)
    if tab == "mandates":
        page.panel.show_record(1)  # past those who have none
    chosen = page.panel.current()
    named = f"mandate of {chosen.lawyer.name} for {chosen.client.name}" if tab == "mandates" else ""
    hands.press(Qt.Key.Key_Delete)
    opened = sheet(hands)
    assert isinstance(opened, VoidSheet)
    assert f"Void {named or f'claim of {chosen.claimant.name}'}?" in said(opened)
    opened.reason.choose("test")
    opened.go.click()
    hands.until(lambda: ask(lambda ws: ws.records.get(noun, chosen.id)).voided is not None)
    assert ask(lambda ws: [one.code for one in ws.records.find(Person, voided=True) if one.voided is not None]) == []


@pytest.mark.parametrize("tab", ["mandates", "claims"])
def test_a_record_without_a_code_is_neither_cited_nor_labelled_in_the_name_of_a_person(
    tab: str, ask, program: Program, hands: Keyboard
):
    ask(furnish)
    page = open_tab(ask.shell, tab, hands)
    if tab == "mandates":
        page.panel.show_record(1)
    for name in ("record.citation", "record.link", "record.label"):
        assert not program.window.commands[name].isEnabled(), name


def test_somebody_without_a_mandate_is_cited_from_the_list_but_not_taken_out(ask, program: Program, hands: Keyboard):
    ask(lambda ws: records.change(ws, ws.records.get(Person, 1), represented=1))
    page = open_tab(ask.shell, "mandates", hands)
    assert page.panel.current().id == -1
    hands.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == page.panel.current().client.code
    assert not program.window.commands["record.void"].isEnabled()


OF_RECORD = ("record.link", "record.paste", "record.label", "record.citation", "record.void", "record.open")


def test_while_a_new_record_is_typed_no_command_falls_on_the_one_behind_it(ask, program: Program, hands: Keyboard):
    shell, commands = ask.shell, program.window.commands
    shell.go("filings")
    page = shell.pages["filings"]
    page.focus_list()
    hands.until(lambda: page.inspector.details is not None and commands["record.void"].isEnabled())
    behind = page.current().code
    hands.press(Qt.Key.Key_N, CTRL)
    hands.until(lambda: page.has_form and bool(program.window.editing._editors[page].body.rows))
    assert not any(commands[name].isEnabled() for name in (*OF_RECORD, "record.edit"))
    hands.press(Qt.Key.Key_K, CTRL | SHIFT)
    hands.press(Qt.Key.Key_C, CTRL | SHIFT)
    assert sheets() == []
    assert QApplication.clipboard().text() != behind
    assert behind not in [label.text() for label in page.inspector.findChildren(PlainLabel) if label.isVisible()]
    hands.press(Qt.Key.Key_Escape)
    hands.until(lambda: not page.has_form)
    assert commands["record.void"].isEnabled()
    assert behind in [label.text() for label in page.inspector.findChildren(PlainLabel) if label.isVisible()]


def test_once_it_is_recorded_commands_take_the_new_record(ask, program: Program, hands: Keyboard):
    shell, commands = ask.shell, program.window.commands
    shell.go("places")
    page = shell.pages["places"]
    page.focus_list()
    hands.until(lambda: commands["record.void"].isEnabled())
    behind = page.current().record_id
    hands.press(Qt.Key.Key_N, CTRL)
    hands.until(lambda: page.has_form and bool(program.window.editing._editors[page].body.rows))
    hands.fill("Place name (Russian)", "Двор за школой")
    hands.press(Qt.Key.Key_Tab)
    hands.until(lambda: page.front.subject is not None)
    assert page.front.subject.record_id != behind
    hands.press(Qt.Key.Key_K, CTRL | SHIFT)
    opened = sheet(hands)
    assert any("Двор за школой" in words for words in said(opened)), said(opened)
    opened.reject()


def test_a_claim_is_begun_on_its_tab_and_stands_in_the_ledger_once_who_what_and_how_much_are_said(
    ask, program: Program, hands: Keyboard
):
    page = open_tab(ask.shell, "claims", hands)
    before = {row.id for row in page.panel.data.rows}
    assert program.window.shell.top.new_button.text() == "New claim"
    hands.press(Qt.Key.Key_N, CTRL)
    hands.until(lambda: page.has_form and bool(program.window.editing._editors[page].body.rows))
    view_model = program.window.editing._editors[page].view_model
    hands.until(lambda: hands.focus.accessibleName().startswith("Person"))
    hands.type("P-002")
    hands.until(lambda: QApplication.activePopupWidget() is not None)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: QApplication.activePopupWidget() is None)
    assert view_model.needed() == ["Head of loss", "Claimed"]
    hands.tab_to("Head of loss")
    hands.press(Qt.Key.Key_Down)
    hands.fill("Claimed", "250000")
    hands.press(Qt.Key.Key_Tab)
    hands.until(lambda: {row.id for row in page.panel.data.rows} > before)
    [made] = [row for row in page.panel.data.rows if row.id not in before]
    assert (made.claimant.code, made.claimed, made.currency) == ("P-002", 250_000, "")
    assert made.proceeding and made.head
    hands.until(lambda: page.current().record_id == made.id)


def test_a_case_without_claims_offers_to_begin_one(ask, hands: Keyboard):
    def empty(ws: Any) -> None:
        held = [one for one in ws.records.find(Involvement) if one.claimed or one.awarded or one.paid]
        records.void_all(ws, held, "test")

    ask(empty)
    ask.shell.go("proceedings")
    page = ask.shell.pages["proceedings"]
    page.show_tab("claims")
    hands.until(lambda: page.panel.data is not None and not page.panel.data.rows)
    hands.tab_to("New claim")
    hands.press(Qt.Key.Key_Space)
    hands.until(lambda: page.has_form)


def test_the_list_of_keys_names_second_keys_and_those_that_set_squares(ask, program: Program, hands: Keyboard):
    hands.press(Qt.Key.Key_F1, SHIFT)
    listed = said(sheet(hands))
    for keys in ("Ctrl+Shift+Z  Ctrl+Y", "Alt+Down  F3"):
        assert keys in listed, listed
    for title, keys in (("Safeguards", safeguards_cells.KEYS), ("Exhaustion of remedies", exhaustion_panel.KEYS)):
        under = listed[listed.index(title) + 1 :]
        wanted = [*(key for key, state in keys.items() if state), "Del"]
        assert under[1 : 2 * len(wanted) : 2] == wanted
    sheet(hands).reject()
