"""What is done to records from anywhere in the window: undo, void, link, label; each with its way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from evidence_app.domain.changes import ChangeSet
from evidence_app.domain.mark import Mark
from evidence_app.domain.nouns import NOUNS
from evidence_app.gui.dialogs import void_sheet
from evidence_app.gui.dialogs.label_sheet import LabelSheet, Ticks
from evidence_app.gui.dialogs.link_sheet import LinkSheet
from evidence_app.gui.dialogs.void_sheet import VoidSheet
from evidence_app.gui.pages.page import Page, Subject
from evidence_app.gui.shell.shell import Shell
from evidence_app.gui.widgets import citation_mime, privacy
from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.gui.widgets.toast import Toast
from evidence_app.services import labelling, linking, records, telling, undoing, uses
from evidence_app.services.linking import End, Link
from evidence_app.services.undoing import Undoing, Undone
from evidence_app.system.words import _, ngettext_


class Recording(QObject):
    """Serves one opening of a case; it outlives a shell that is furnished anew. What can be undone outlives a lock."""

    def __init__(self, shell: Shell, undoing: Undoing | None = None) -> None:
        super().__init__()
        self.undoing = undoing or Undoing()
        self._moves = 0  # asked for and not answered: what was saved for them is not told of, they tell it
        shell.lane.submit(self.undoing.watch)
        shell.lane.relay.changed.connect(self._on_changed)
        self.attach(shell)

    def attach(self, shell: Shell) -> None:
        """Serve a shell from now on, and end with it."""
        self.setParent(shell)
        self._shell, self._lane = shell, shell.lane
        over = next(iter(shell.pages.values())).parentWidget()
        self.toast = Toast(over or shell)
        for page in shell.pages.values():
            for inspector in page.findChildren(Inspector):
                inspector.dropped.connect(partial(self._link_shown, inspector))
                inspector.action_asked.connect(partial(self._act, page, inspector))
                inspector.removal_asked.connect(self.remove_link)

    def undo(self) -> None:
        """Take back the last act; what is still being typed is saved first, and is then that act."""
        self._move(self.undoing.undo, is_undone=True)

    def redo(self) -> None:
        """Do again what was undone last; what is still being typed is saved first."""
        self._move(self.undoing.redo, is_undone=False)

    def void(self, subject: Subject | None) -> None:
        """Ask for a reason, then void the record, or all that are chosen with it."""
        if subject is not None:
            ids = self._chosen(subject)
            self._ask(_uses, subject.noun, ids, done=partial(self._on_uses, subject, ids))

    def restore(self, subject: Subject) -> None:
        """Bring a voided record back."""
        self._ask(_restore, subject.noun, subject.record_id)

    def link(self, subject: Subject | None, citation: str = "") -> None:
        """Ask what to link the record to, and how; a citation may say it already."""
        if subject is not None:
            cited = self._shell.page.front.citation
            anchor = cited.removeprefix(subject.code).strip() if subject.code and cited.startswith(subject.code) else ""
            self._ask(_ends, subject.noun, subject.record_id, anchor, citation, done=self._on_ends)

    def paste(self) -> bool:
        """Link the citation in the clipboard to the record in front; False where there is none."""
        citation = citation_mime.pasted()
        subject = self._shell.page.front.subject
        if not citation or subject is None:
            return False
        self.link(subject, citation)
        return True

    def remove_link(self, mark_id: int, _words: str = "") -> None:
        """Ask for a reason, then take a link away at both ends."""
        sheet = VoidSheet(void_sheet.of_link(), (), "", self._shell.window())
        sheet.agreed.connect(lambda reason: self._ask(_void, Mark.noun, (mark_id,), reason))
        sheet.open()

    def label(self, subject: Subject | None) -> None:
        """Ask which labels the record, or all that are chosen with it, should carry."""
        if subject is not None:
            ids = self._chosen(subject)
            self._ask(labelling.carried, subject.noun, ids, done=partial(self._on_carried, subject, ids))

    def _link_shown(self, inspector: Inspector, citation: str = "") -> None:
        """Link the record that an inspector shows, to what was dropped or pasted there if anything was."""
        self.link(_shown(inspector), citation)

    def _act(self, page: Page, inspector: Inspector, verb: str) -> None:
        """Carry out a verb of an inspector on the record that it shows: the one chosen, or the person of its row."""
        subject = _shown(inspector)
        if subject is None:
            return
        if verb == "link":
            self._link_shown(inspector)
        elif verb == "add_statement":
            self._shell.begin_asked.emit("testimony", {"kind": "TESTIMONY", "speaker": subject.record_id})
        elif subject.is_same(page.front.subject):
            self._shell.command_asked.emit(f"record.{verb}")
        elif subject.code:
            page.followed.emit(subject.code)

    def _move(self, call: Callable[[Any], Undone | None], *, is_undone: bool) -> None:
        """Save what is being typed, in a form or on the page, then undo or redo: the lane keeps the order."""
        self._shell.saving_asked.emit()
        self._shell.page.flush()
        self._moves += 1
        self._lane.submit(call, done=partial(self._on_moved, is_undone=is_undone), failed=self._on_not_moved)

    def _chosen(self, subject: Subject) -> tuple[int, ...]:
        """Return the ids of all records chosen in the page in front; that of the subject where it is none of them."""
        page, front = self._shell.page, self._shell.page.current()
        chosen = tuple(page.selection()) if front is not None and front.noun == subject.noun else ()
        return chosen if subject.record_id in chosen else (subject.record_id,)

    def _ask(self, call: Callable[..., Any], *args: Any, done: Callable[[Any], object] | None = None) -> None:
        """Ask in the archive lane; a known error becomes a sentence in the page in front."""
        self._lane.submit(call, *args, done=done, failed=self._say_error)

    def _say_error(self, error: Any) -> None:
        self._shell.page.say_error(error)

    def _on_changed(self, change_set: ChangeSet) -> None:
        """Say what was just done, with the way back where there is one."""
        is_undoable = undoing.is_undoable(change_set)
        is_told = is_undoable or (undoing.is_final(change_set) and bool(change_set.changes))
        if is_told and not self._moves:
            done = partial(self._say, _("Undo") if is_undoable else "", self.undo)
            self._lane.submit(telling.says_seq, change_set.seq, topic="toast", done=done, failed=self._say_error)

    def _say(self, action: str, call: Callable[[], object], words: str) -> None:
        self.toast.say(words, action, call)

    def _on_moved(self, undone: Undone | None, *, is_undone: bool) -> None:
        """Say what was undone or done again."""
        self._moves -= 1
        if undone is None:
            self.toast.say(_("There is nothing to undo.") if is_undone else _("There is nothing to do again."))
        elif is_undone:
            self._say(_("Redo"), self.redo, undone.words)
        else:
            self._say(_("Undo"), self.undo, undone.words)

    def _on_not_moved(self, error: Any) -> None:
        self._moves -= 1
        self._say_error(error)

    def _on_uses(self, subject: Subject, ids: tuple[int, ...], found: list[uses.Use]) -> None:
        asked = void_sheet.of_records(len(ids)) if len(ids) > 1 else void_sheet.of_record(_called(subject))
        sheet = VoidSheet(asked, found, uses.in_words(found), self._shell.window())
        sheet.agreed.connect(lambda reason: self._ask(_void, subject.noun, ids, reason))
        sheet.open()

    def _on_ends(self, ends: tuple[End, End | None]) -> None:
        subject, target = ends
        sheet = LinkSheet(subject, self._shell.window(), target)
        sheet.asked.connect(lambda words: self._find(sheet, words))
        sheet.agreed.connect(lambda link: self._make(sheet, link))
        sheet.open()

    def _find(self, sheet: LinkSheet, words: str) -> None:
        """Look for what a link could lead to."""
        done = partial(sheet.offer, words)
        self._lane.submit(linking.find, words, topic="link", done=done, failed=sheet.say_error)

    def _make(self, sheet: LinkSheet, link: Link) -> None:
        """Make the link; the sheet goes once it is made."""
        self._lane.submit(_make, link, done=partial(_close, sheet), failed=sheet.say_error)

    def _on_carried(self, subject: Subject, ids: tuple[int, ...], carried: dict[str, bool | None]) -> None:
        several = ngettext_("Labels of %(n)s record", "Labels of %(n)s records", len(ids)) % {"n": len(ids)}
        title = several if len(ids) > 1 else _("Labels of %(record)s") % {"record": _called(subject)}
        sheet = LabelSheet(title, carried, self._shell.window())
        sheet.agreed.connect(partial(self._on_ticked, subject.noun, ids))
        sheet.open()

    def _on_ticked(self, noun: str, ids: tuple[int, ...], ticks: Ticks) -> None:
        self._ask(labelling.tick, noun, ids, ticks.put_on, ticks.take_off)


def _shown(inspector: Inspector) -> Subject | None:
    """Return the record that an inspector shows; None for none."""
    held = inspector.details
    return Subject(held.noun, held.record_id, held.uid, held.code, held.title) if held is not None else None


def _called(subject: Subject) -> str:
    """Return the code of a record, or its title where it has none."""
    return subject.code or privacy.text(subject.title)


def _close(sheet: LinkSheet, _mark: object) -> None:
    """Close a sheet whose link is made."""
    sheet.accept()


def _uses(ws: Any, noun: str, ids: Sequence[int]) -> list[uses.Use]:
    """Return where records are used, each use once; runs in the archive lane, like all below."""
    held = ws.records.by_ids(NOUNS[noun], ids)
    return list(dict.fromkeys(use for record in held.values() for use in uses.uses(ws, record)))


def _void(ws: Any, noun: str, ids: Sequence[int], reason: str) -> None:
    """Void records."""
    held = ws.records.by_ids(NOUNS[noun], ids)
    records.void_all(ws, [record for record in held.values() if record.voided is None], reason)


def _restore(ws: Any, noun: str, record_id: int) -> None:
    """Bring a record back."""
    record = ws.records.get(NOUNS[noun], record_id)
    if record is not None and record.voided is not None:
        records.restore(ws, record)


def _ends(ws: Any, noun: str, record_id: int, anchor: str, citation: str) -> tuple[End, End | None]:
    """Return the ends of a link as far as they are known."""
    return linking.end(ws, noun, record_id, anchor), linking.end_of(ws, citation) if citation else None


def _make(ws: Any, link: Link) -> Mark:
    """Make a link."""
    return linking.make(ws, link)
