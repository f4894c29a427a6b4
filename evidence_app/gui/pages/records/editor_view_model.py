"""The state of one form: what the record holds, what is on its way into it, what sources say of its fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from evidence_app.domain.errors import EvidenceError
from evidence_app.domain.localised import Localised
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.services import assertions, contacts_shown
from evidence_app.services.assertions import Said
from evidence_app.services.forms import candidates, reading, writing
from evidence_app.services.forms.form import Candidate, Entry, Form
from evidence_app.services.forms.parts import MOST
from evidence_app.services.workspace import Workspace

ALL = 100_000  # rows of a part


@dataclass(slots=True)
class Begun:
    """A new record on its way into the case; the archive's lane puts its id here, before it comes to what follows."""

    record_id: int = 0


class FormViewModel(QObject):
    """Reads and writes one record in the archive's lane; the window never waits.

    `without` names the reference to the record of whose form this is a part.
    """

    form_changed = Signal(object)  # Form
    recorded = Signal(object)  # Form of a record that was new until now
    landed = Signal(str)  # the name of a field that has been recorded
    refused = Signal(str, object)  # the name of a field, and the error that says why it was not
    failed = Signal(object)
    work_changed = Signal()

    def __init__(self, lane: ArchiveLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        self.form: Form | None = None
        self.noun, self.record_id, self.without, self.most_rows = "", 0, "", MOST
        self.under_way = 0
        self._given: dict[str, Any] = {}
        self._typed: dict[str, Any] = {}
        self._begun: Begun | None = None
        self._at_once = self._was_new = False
        self._opening = 0

    def open(self, noun: str, record_id: int, without: str = "") -> None:
        """Show a record."""
        self._begin(noun, record_id, without, {})
        self.reload()

    def new(self, noun: str, without: str = "", *, at_once: bool = False, **given: Any) -> None:
        """Begin a record that is recorded once all that it needs is filled in; `at_once`, as soon as it is begun."""
        self._begin(noun, 0, without, given)
        self._at_once, self._was_new = at_once, True
        ask = partial(_blank, noun=noun, without=without, given=given)
        self.lane.submit(ask, done=partial(self._on_form, self._opening), failed=self.failed.emit)

    def reload(self) -> None:
        """Fetch anew what the record holds."""
        if self.record_id:
            self.lane.submit(
                partial(self._reading(), record_id=self.record_id),
                topic=f"form {id(self)}",
                done=partial(self._on_form, self._opening),
                failed=self.failed.emit,
            )

    def forget(self) -> None:
        """Show nothing; answers that are on their way are not waited for."""
        self._begin("", 0, "", {})

    @property
    def is_unrecorded(self) -> bool:
        """Whether something was typed into a new record that lacks what it needs."""
        return not self.record_id and self._begun is None and bool(self._typed)

    def needed(self) -> list[str]:
        """Name the fields that a new record still needs."""
        held = self._given | self._typed
        entries = self.form.entries() if self.form is not None else ()
        return [one.label for one in entries if one.is_required and not _is_filled(held.get(one.name, one.value))]

    def show_all_rows(self) -> None:
        """Show all rows of the parts."""
        self.most_rows = ALL
        self.reload()

    def settle(self, entry: Entry, before: Any, value: Any) -> None:
        """Record what was typed into a field, or keep it until the record can be made."""
        if self.record_id:
            self._save(Begun(self.record_id), entry, before, value)
            return
        self._typed |= writing.stored(entry, value)
        if self._begun is not None:
            self._save(self._begun, entry, before, value)
        else:
            self.landed.emit(entry.name)
            self._add_where_complete(entry.name)

    def find(self, noun: str, words: str, done: Callable[[Sequence[Candidate]], object]) -> None:
        """Find the records that a reference may mean."""
        self.lane.submit(candidates.find, noun, words, done=done)

    def reveal(
        self,
        field: str,
        passphrase: str,
        done: Callable[[Any], object],
        failed: Callable[[EvidenceError], object],
    ) -> None:
        """Fetch what a secret field holds, once the passphrase is proved and the log says so."""
        shown_of = partial(contacts_shown.reveal, noun=self.noun, record_id=self.record_id)
        self._give(partial(shown_of, field=field, passphrase=passphrase), done, failed)

    def ask_said(self, field: str, done: Callable[[Sequence[Said]], object]) -> None:
        """Fetch what sources say of a field."""
        self._give(partial(assertions.of, noun=self.noun, record_id=self.record_id, field=field), done)

    def say(
        self,
        field: str,
        value: Any,
        citation: str,
        grade: str,
        prefer: bool,
        done: Callable[[Sequence[Said]], object],
        failed: Callable[[EvidenceError], object],
    ) -> None:
        """Record what a source says of a field."""
        facts = {"citation": citation, "grade": grade or None, "prefer": prefer}
        call = partial(_say, noun=self.noun, record_id=self.record_id, field=field, value=value, facts=facts)
        self._give(call, partial(self._on_said, done), failed)

    def prefer(self, field: str, assertion_id: int, done: Callable[[Sequence[Said]], object]) -> None:
        """Prefer one of the values that sources give."""
        call = partial(_prefer, noun=self.noun, record_id=self.record_id, field=field, assertion_id=assertion_id)
        self._give(call, partial(self._on_said, done))

    def _begin(self, noun: str, record_id: int, without: str, given: dict[str, Any]) -> None:
        self._opening += 1
        self.form = None
        self.noun, self.record_id, self.without, self.most_rows = noun, record_id, without, MOST
        self._given, self._typed, self._begun = dict(given), {}, None
        self._was_new = False

    def _reading(self) -> Callable[..., Form]:
        """Return the way to read a record as it is shown now, also if none is by the time the lane comes to it."""
        return partial(
            reading.of,
            noun=self.noun,
            without=self.without,
            most_rows=self.most_rows,
            with_name=self._was_new,
        )

    def _save(self, record: Begun, entry: Entry, before: Any, value: Any) -> None:
        """Record one field, then read the record again."""
        call = partial(
            _saved,
            noun=self.noun,
            record=record,
            before=writing.stored(entry, before),
            values=writing.stored(entry, value),
            read=self._reading(),
        )
        done = partial(self._on_saved, self._opening, entry.name)
        self._give(call, done, partial(self._on_refused, self._opening, entry.name))

    def _add_where_complete(self, name: str) -> None:
        """Record the new record once every field that it needs is filled in."""
        if self.needed():
            return
        self._begun, held = Begun(), self._given | self._typed
        call = partial(_added, begun=self._begun, noun=self.noun, values=held, without=self.without)
        done = partial(self._on_added, self._opening)
        self._give(call, done, partial(self._on_not_added, self._opening, name))

    def _give(
        self,
        call: Callable[[Workspace], Any],
        done: Callable[[Any], object],
        failed: Callable[[EvidenceError], object] | None = None,
    ) -> None:
        """Hand a question to the lane, and count it until it is answered."""
        self.under_way += 1
        self.work_changed.emit()
        self.lane.submit(
            call,
            done=partial(self._ended, done),
            failed=partial(self._ended, failed or self.failed.emit),
            stopped=partial(self._ended, None),
        )

    def _ended(self, call: Callable[[Any], object] | None, *answer: Any) -> None:
        self.under_way -= 1
        if call is not None:
            _tell(call, *answer)
        self.work_changed.emit()

    def _on_form(self, opening: int, form: Form) -> None:
        if opening == self._opening:
            self.form = form
            self.form_changed.emit(form)
            if self._at_once and not form.record_id:
                self._at_once = False
                self._add_where_complete("")

    def _on_saved(self, opening: int, name: str, form: Form | None) -> None:
        if opening == self._opening:
            self.landed.emit(name)
            if form is not None:
                self._on_form(opening, form)

    def _on_refused(self, opening: int, name: str, error: EvidenceError) -> None:
        if opening == self._opening:
            self.refused.emit(name, error)
            self.reload()

    def _on_added(self, opening: int, form: Form) -> None:
        """Go on with the record that is there now."""
        if opening == self._opening:
            self.record_id, self.form, self._begun = form.record_id, form, None
            self.recorded.emit(form)

    def _on_not_added(self, opening: int, name: str, error: EvidenceError) -> None:
        if opening == self._opening:
            self._begun = None
            self.refused.emit(name, error)

    def _on_said(self, done: Callable[[Sequence[Said]], object], said: Sequence[Said]) -> None:
        _tell(done, said)
        self.reload()


def _tell(call: Callable[..., Any], *answer: Any) -> None:
    """Hand an answer on, unless the widget that wanted it is gone."""
    bound = call
    while isinstance(bound, partial):
        bound = bound.func
    owner = getattr(bound, "__self__", None)
    if not isinstance(owner, QObject) or shiboken6.isValid(owner):
        call(*answer)


def _is_filled(value: Any) -> bool:
    """Tell whether a field that is needed holds something."""
    if isinstance(value, Localised):
        return bool(value)
    return value is not None and value != ""


def _blank(ws: Workspace, *, noun: str, without: str, given: dict[str, Any]) -> Form:
    return reading.blank(ws, noun, without=without, **given)


def _saved(
    ws: Workspace,
    *,
    noun: str,
    record: Begun,
    before: dict[str, Any],
    values: dict[str, Any],
    read: Callable[..., Form],
) -> Form | None:
    """Change a record; None where it was refused as a whole, the value then waits in its form with the others."""
    if not record.record_id:
        return None
    writing.save(ws, noun, record.record_id, before, **values)
    return read(ws, record_id=record.record_id)


def _added(ws: Workspace, *, begun: Begun, noun: str, values: dict[str, Any], without: str) -> Form:
    record = writing.add(ws, noun, **reading.defaults(ws, noun) | values)  # what the form has shown
    begun.record_id = record.id
    return reading.of(ws, noun, record.id, without=without, with_name=True)


def _say(ws: Workspace, *, noun: str, record_id: int, field: str, value: Any, facts: dict[str, Any]) -> Sequence[Said]:
    assertions.add(ws, noun, record_id, field, value, **facts)
    return assertions.of(ws, noun, record_id, field)


def _prefer(ws: Workspace, *, noun: str, record_id: int, field: str, assertion_id: int) -> Sequence[Said]:
    assertions.prefer(ws, assertion_id)
    return assertions.of(ws, noun, record_id, field)
