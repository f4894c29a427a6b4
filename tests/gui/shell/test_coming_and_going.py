"""Going to a record by name shows it in its list; back and forward know lists and the records opened from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evidence_app.gui.app import Program
from evidence_app.gui.pages.events.viewed import ViewedEvents
from evidence_app.gui.pages.events.views import SAFEGUARDS, TABLE, TIMELINE
from evidence_app.gui.shell.shell import Shell

PATIENCE_MS = 30_000


@pytest.fixture
def shell(program: Program, unlock: Callable[[], Shell]) -> Shell:
    """The sample case on its page of people."""
    return unlock()


def chosen(shell: Shell) -> str:
    """Return the code of the record chosen on the page in front."""
    subject = shell.page.current()
    return subject.code if subject is not None else ""


def open_record(program: Program, shell: Shell, code: str, qtbot) -> None:
    """Open the form of the record chosen."""
    qtbot.waitUntil(lambda: chosen(shell) == code, timeout=PATIENCE_MS)
    shell.page.edit_record()
    editor = program.window.editing._editors[shell.page]
    qtbot.waitUntil(lambda: editor.view_model.form is not None, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    ("page", "code"),
    [("people", "P-003"), ("media", "E-003"), ("filings", "F-003"), ("events", "N-003")],
)
def test_a_code_leads_to_the_record_in_its_list_whatever_stood_there(
    program: Program, shell: Shell, page: str, code: str, qtbot
):
    shell.go(page)
    qtbot.waitUntil(lambda: chosen(shell) != "", timeout=PATIENCE_MS)
    open_record(program, shell, chosen(shell), qtbot)
    shell.following.follow_words(code)
    qtbot.waitUntil(lambda: chosen(shell) == code and not shell.page.has_form, timeout=PATIENCE_MS)


@pytest.mark.parametrize("view", [TIMELINE, SAFEGUARDS])
def test_an_event_that_is_named_stands_in_the_table(shell: Shell, view: str, qtbot):
    page = shell.pages["events"]
    assert isinstance(page, ViewedEvents)
    shell.go("events")
    page.views.show_view(view)
    shell.go("people")
    shell.following.follow_words("N-004")
    qtbot.waitUntil(lambda: shell.page_name == "events" and chosen(shell) == "N-004", timeout=PATIENCE_MS)
    assert page.views.name == TABLE and page.table.hasFocus()


def test_an_event_chosen_in_another_view_leaves_that_view_in_front(shell: Shell, qtbot):
    page = shell.pages["events"]
    assert isinstance(page, ViewedEvents)
    shell.go("events")
    qtbot.waitUntil(lambda: chosen(shell) != "", timeout=PATIENCE_MS)
    page.views.show_view(TIMELINE)
    page.views.chosen.emit(4)
    assert page.views.name == TIMELINE


def test_back_from_a_record_is_the_list_that_it_was_opened_from(program: Program, shell: Shell, qtbot):
    shell.go("overview")
    shell.go("people")
    open_record(program, shell, "P-001", qtbot)
    shell.step_back(-1)
    assert shell.page_name == "people" and not shell.page.has_form and chosen(shell) == "P-001"
    shell.step_back(1)
    qtbot.waitUntil(lambda: shell.page.has_form, timeout=PATIENCE_MS)
    shell.step_back(-1)
    shell.step_back(-1)
    assert shell.page_name == "overview"


def test_a_form_that_is_closed_is_not_what_one_goes_back_from(program: Program, shell: Shell, qtbot):
    shell.go("overview")
    shell.go("people")
    open_record(program, shell, "P-001", qtbot)
    program.window.editing._editors[shell.page].close_form()
    shell.step_back(-1)
    assert shell.page_name == "overview"


def test_a_record_without_code_and_kind_has_its_name_over_the_form(program: Program, shell: Shell, qtbot):
    shell.go("places")
    shell.page.new_record()
    editor = program.window.editing._editors[shell.page]
    qtbot.waitUntil(lambda: editor.view_model.form is not None, timeout=PATIENCE_MS)
    name = editor.body.editors()[0]
    qtbot.keyClicks(name.fields()[0], "Yard of the depot")
    editor.flush()
    qtbot.waitUntil(lambda: editor.view_model.record_id > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: editor.title.text() == "Yard of the depot", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: editor.title.width() > 200, timeout=1000)
