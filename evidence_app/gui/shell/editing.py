"""The forms of an open case: on every page one may stand in the place of the list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from evidence_app.gui.dialogs.bulk_sheet import BulkSheet
from evidence_app.gui.pages.page import Page, Subject
from evidence_app.gui.pages.records.editor import SAVING, RecordEditor
from evidence_app.gui.shell.following import PAGE_OF
from evidence_app.gui.shell.history import Place
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets import privacy
from evidence_app.services.forms.form import Form
from evidence_app.system.words import _


class Editing(QObject):
    """Opens, saves and closes the forms of a shell; each page has its own, made when it is first asked for."""

    void_asked = Signal(object)  # Subject
    restore_asked = Signal(object)  # Subject

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._editors: dict[Page, RecordEditor] = {}
        self._voided: set[Page] = set()  # those whose form says that its record is voided
        shell.following.voided.connect(self._open_voided)
        shell.saving_asked.connect(self.flush)
        shell.moved.connect(self._on_moved)
        shell.changes.settled.connect(self._on_changed)
        for page in shell.pages.values():
            page.editor_asked.connect(partial(self.open, page))
            page.new_asked.connect(page.new_record)

    def open(self, page: Page, noun: str, record_id: int, values: Mapping[str, Any]) -> None:
        """Show a record in the form of a page, or begin one with some values.

        Several chosen ones share a sheet, unless names are hidden: nothing is typed then.
        """
        chosen = page.selection()
        if record_id and len(chosen) > 1 and record_id in chosen and not privacy.is_on():
            BulkSheet(self._shell.lane, noun, chosen, self._shell.window()).open()
            return
        editor = self._editor(page)
        is_open = page.has_form and (editor.view_model.noun, editor.view_model.record_id) == (noun, record_id)
        if record_id and is_open:
            editor.body.focus_first()
        elif not self._may_leave(page):
            return
        elif record_id:
            editor.open(noun, record_id)
        else:
            editor.new(noun, **values)
        page.show_form(is_shown=True)
        if not is_open:
            page.front.show_form(Subject(noun, record_id, "", "", ""))
        editor.setFocus()

    def begin(self, noun: str, values: Mapping[str, Any]) -> None:
        """Begin a record on the page of its noun; what belongs to a person begins in the form of that person."""
        if noun in PAGE_OF:
            self._shell.go(PAGE_OF[noun])
            self.open(self._shell.page, noun, 0, values)
            return
        person = next((values[name] for name in ("person", "client") if name in values), 0)
        if person:
            self._shell.go("people", int(person))
            self.open(self._shell.page, "person", int(person), {})

    def step(self, direction: int) -> None:
        """Go to the next or previous record, and take an open form along."""
        page = self._shell.page
        if not self._may_leave(page):
            return
        page.step(direction)
        subject = page.current()
        if page.has_form and subject is not None:
            self.open(page, subject.noun, subject.record_id, {})

    def may_close(self) -> bool:
        """Save, and bring to the front what could not be recorded: it is said once before it is dropped."""
        for name, page in self._shell.pages.items():
            if not self._may_leave(page):
                self._shell.go(name)
                return False
        return True

    def stand_as(self, other: Shell) -> None:
        """Stand where another shell of this case stood: the same lists, record and form, the same way back."""
        name, subject = other.page_name, other.page.front.subject
        for key, page in other.pages.items():
            if kept := page.kept():
                self._shell.pages[key].show_kept(kept)
        self._shell.history = other.history
        if subject is not None:
            self._shell.go(name, subject.record_id, remember=False)
        if subject is not None and other.page.has_form:
            self.open(self._shell.page, subject.noun, subject.record_id, {})
        self._shell.offer()

    def flush(self) -> None:
        """Save what is being typed, in every form."""
        for editor in self._editors.values():
            editor.flush()

    def forget(self) -> None:
        """Show nothing any more: the case is being locked."""
        for page, editor in self._editors.items():
            editor.clear()
            page.show_form(is_shown=False)

    def restyle(self) -> None:
        """Take up the sizes of the look in force."""
        for editor in self._editors.values():
            editor.restyle()

    def _may_leave(self, page: Page) -> bool:
        """Tell whether the form of a page may show something else."""
        return not page.has_form or self._editors[page].may_leave()

    def _editor(self, page: Page) -> RecordEditor:
        """Return the form of a page."""
        if page not in self._editors:
            editor = RecordEditor(self._shell.lane)
            editor.closed.connect(partial(self._on_closed, page))
            editor.followed.connect(page.followed)
            editor.void_asked.connect(self._on_void_asked)
            editor.changed_state.connect(lambda state: page.saving_changed.emit(state == SAVING))
            editor.shown.connect(partial(self._on_shown, page))
            page.put_form(editor)
            self._editors[page] = editor
        return self._editors[page]

    def _on_closed(self, page: Page) -> None:
        """Put the list back, with the keyboard in it."""
        page.show_form(is_shown=False)
        page.focus_list()
        self._shell.history.leave_form()
        self._shell.offer()

    def _on_moved(self, place: Place) -> None:
        """Open the record that was open at a place; elsewhere the list comes back, unless words typed would be lost."""
        page = self._shell.page
        if place.noun:
            self.open(page, place.noun, place.record_id, {})
        elif page.has_form and self._may_leave(page):
            page.show_form(is_shown=False)
            page.focus_list()
        elif page.has_form:
            self._remember(page)

    def _remember(self, page: Page) -> None:
        """Let the record in the form of the page in front be a place that one can come back to."""
        held = self._editors[page].view_model
        if held.record_id and page is self._shell.page:
            self._shell.history.visit(Place(self._shell.page_name, held.record_id, noun=held.noun))
            self._shell.offer()

    def _on_shown(self, page: Page, form: Form) -> None:
        """Choose in the list what has just been recorded in the form; of a voided record, offer the way back."""
        notice = self._editors[page].notice
        if page.has_form:
            page.front.show_form(Subject(form.noun, form.record_id, form.uid, form.code, form.title))
        if form.voided is not None:
            self._voided.add(page)
            gone = Subject(form.noun, form.record_id, "", form.code, form.title)
            words = _("Voided: %(reason)s") % {"reason": form.voided}
            notice.say(words, kind="warn", action=_("Restore"), call=partial(self.restore_asked.emit, gone))
        elif page in self._voided:
            self._voided.discard(page)
            notice.hide()
        if page.has_form:
            self._remember(page)
        subject = page.current()
        is_new = form.record_id and (
            subject is None or (subject.noun, subject.record_id) != (form.noun, form.record_id)
        )
        if page.has_form and is_new:
            page.show_new(form.noun, form.record_id)

    def _open_voided(self, name: str, noun: str, record_id: int) -> None:
        """Open the form of a record that no list shows any more."""
        self._shell.go(name)
        self.open(self._shell.page, noun, record_id, {})

    def _on_void_asked(self, noun: str, record_id: int) -> None:
        self.void_asked.emit(Subject(noun, record_id, "", "", ""))

    def _on_changed(self, touched: frozenset[str]) -> None:
        """Fetch the records anew; what is being typed stays."""
        for page, editor in self._editors.items():
            if page.has_form:
                editor.case_changed(touched)
