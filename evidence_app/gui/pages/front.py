"""What stands in front on a page, its list or a form, and which record commands therefore take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence_app.gui.widgets.inspector import Inspector
from evidence_app.system.words import _

if TYPE_CHECKING:
    from evidence_app.gui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Subject:
    """The record that a command would act on."""

    noun: str
    record_id: int
    uid: str
    code: str
    title: str

    def is_same(self, other: Subject | None) -> bool:
        """Tell whether another one stands for the same record."""
        return other is not None and (self.noun, self.record_id) == (other.noun, other.record_id)


class Front:
    """Knows the record in the form of a page; while it is a new one, commands find none and the right pane is covered.

    The list behind a form keeps its own choice: what is done to the record in the form must never fall on that one.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._in_form: Subject | None = None

    @property
    def subject(self) -> Subject | None:
        """The record that commands take: that of the form, once it is recorded; without a form, the one chosen."""
        chosen = self._page.current()
        if not self._page.has_form or self._in_form is None or self._in_form.is_same(chosen):
            return chosen
        return self._in_form if self._in_form.record_id else None

    @property
    def citation(self) -> str:
        """The citation of that record; empty for none."""
        subject = self.subject
        if subject is None:
            return "" if self._page.has_form else self._page.citation()
        return self._page.citation() if subject.is_same(self._page.current()) else subject.code

    def show_form(self, subject: Subject) -> None:
        """Take over which record the form shows; its id is 0 while it is not recorded."""
        self._in_form = subject
        self._cover("" if subject.record_id else _("Shown here once the new record is made."))

    def leave_form(self) -> None:
        """Go back to the list."""
        self._in_form = None
        self._cover("")

    def _cover(self, words: str) -> None:
        """Cover the right pane, or not, and offer what can be done now."""
        if isinstance(self._page.side, Inspector):
            self._page.side.cover(words)
        self._page.heading_changed.emit()
