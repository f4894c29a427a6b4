"""A list of events that has other views beside its table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QAbstractItemView

from evidence_app.gui.pages.events.views import SAFEGUARDS, TABLE, EventViews
from evidence_app.gui.pages.page import Page, Subject
from evidence_app.gui.pages.records.page import RecordPage, Wording
from evidence_app.gui.pages.records.view_model import RecordsViewModel
from evidence_app.gui.widgets.facet_chip import Facet
from evidence_app.gui.widgets.record_model import RecordTableModel
from evidence_app.services.listing import First


class ViewedEvents(RecordPage):
    """Shows one filter and one choice as table, timeline and matrices."""

    def __init__(
        self,
        view_model: RecordsViewModel,
        model: RecordTableModel,
        wording: Wording,
        facets: Sequence[Facet] = (),
    ) -> None:
        super().__init__(view_model, model, wording, facets)
        lane = view_model.lane
        self.views = EventViews(lane, self.pane)
        self.view_model.first_arrived.connect(self._on_first_arrived)
        self.view_model.ids_arrived.connect(self.views.show_ids)
        self.table.chooser.current_changed.connect(self.views.choose)
        self.views.chosen.connect(self._on_chosen)
        self.views.opened.connect(self._on_opened)
        self.views.followed.connect(self.followed)
        self.views.failed.connect(self.say_error)
        self.views.turned.connect(self.heading_changed)

    def show_record(self, record_id: int, anchor: str = "") -> None:
        """Choose an event that somebody asked for by name, in the view that lists them all."""
        self.views.show_view(TABLE)
        super().show_record(record_id, anchor)

    def case_changed(self, touched: frozenset[str]) -> None:
        """Fetch anew what rests on these nouns."""
        super().case_changed(touched)
        self.views.case_changed(touched)

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self.views.clear()

    def step(self, direction: int) -> None:
        """Go to the next or previous row, event or person of the view in front."""
        if not self.views.step(direction):
            super().step(direction)

    def focus_list(self) -> None:
        """Put the keyboard into the view in front."""
        if not self.views.focus():
            super().focus_list()

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        return (*super().lists(), *self.views.lists())

    def current(self) -> Subject | None:
        """Return the event chosen; over the safeguards, whose rows are people, the person under the cursor."""
        if not self._is_of_people:
            return super().current()
        person = self.views.safeguards.person
        return Subject("person", person.id, "", person.code, person.name) if person is not None else None

    def citation(self) -> str:
        """Return the code of what is chosen in the view in front."""
        subject = self.current()
        return subject.code if subject is not None else ""

    def selection(self) -> list[int]:
        """Return the ids of all records chosen, where the view in front lets one choose several."""
        return Page.selection(self) if self._is_of_people else super().selection()

    def can_void(self, subject: Subject) -> bool:
        """Take events out, never the person of a row of safeguards."""
        return subject.noun != "person"

    def edit_record(self) -> None:
        """Change the event chosen; over the safeguards, what is known of the square under the cursor."""
        if self._is_of_people:
            self.views.safeguards.focus_square()
        else:
            super().edit_record()

    @property
    def _is_of_people(self) -> bool:
        """Whether the rows of the view in front are people."""
        return self.views.name == SAFEGUARDS

    def flush(self) -> None:
        """Save what is being typed."""
        super().flush()
        self.views.flush()

    def state(self) -> dict[str, Any]:
        """Return how the page was left, the view in front too."""
        return super().state() | {"view": self.views.name}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Be as the page was left."""
        super().restore_state(state)
        self.views.show_view(str(state.get("view", "")))

    def restyle(self) -> None:
        """Take up new sizes."""
        super().restyle()
        self.views.restyle()

    def _on_first_arrived(self, first: First[Any]) -> None:
        """Take over a list that is whole at once; of a longer one, all ids follow."""
        if first.is_whole:
            self.views.show_ids(first.ids)

    def _on_chosen(self, event: int) -> None:
        """Choose an event in another view, which stays in front."""
        super().show_record(event)

    def _on_opened(self, event: int) -> None:
        """Open an event out of another view."""
        super().show_record(event)
        self.open_record()
