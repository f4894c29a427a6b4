"""What the case adds to the lists of the program: added, renamed, offered no more."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from evidence_app.domain import vocabulary
from evidence_app.domain.errors import EvidenceError
from evidence_app.domain.localised import Localised
from evidence_app.domain.own_term import OwnTerm
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.controls import ChoiceBox, push_button
from evidence_app.gui.widgets.editable_rows import EditableRows, Row
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.notice_bar import NoticeBar
from evidence_app.gui.widgets.sheet import Sheet
from evidence_app.services import own_terms
from evidence_app.system import words
from evidence_app.system.words import _

WIDTH = 560
REASON = "offered no more, in the settings"


class OwnTermsSheet(Sheet):
    """Each change is recorded at once; a name is kept in the language spoken now beside those that it has."""

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        super().__init__(_("Own terms"), WIDTH, parent)
        self._lane = lane
        self.notice = NoticeBar(_("Close"))
        self.lists = ChoiceBox([(name, _(title)) for name, title in own_terms.LISTS.items()])
        self.shipped = PlainLabel(type="caption", tone="2", wrap=True)
        self.rows = EditableRows(_("No terms of your own in this list yet."))
        self.field, self.add = QLineEdit(), push_button(_("Add"))
        self._lay_out()
        self.lists.activated.connect(lambda _place: self._read())
        self.add.clicked.connect(self._on_add)
        self.rows.renamed.connect(self._on_renamed)
        self.rows.voided.connect(self._on_voided)
        self._read()

    def _lay_out(self) -> None:
        """Place the list, what it has, the own terms, and room for a new one."""
        self.field.setPlaceholderText(_("A new term, as it will stand in forms and dossiers"))
        self.field.setAccessibleName(_("New term"))
        line = QHBoxLayout()
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        said = _("A term that is taken out of use is offered no more. The records that hold it still say it.")
        close = push_button(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.column.addWidget(self.notice)
        self.add_field(_("List"), self.lists)
        self.column.addWidget(self.shipped)
        self.column.addLayout(line)
        self.column.addWidget(self.rows)
        self.column.addWidget(PlainLabel(said, type="caption", tone="2", wrap=True))
        self.foot.addStretch()
        self.foot.addWidget(close)

    def _read(self, chosen: int = 0) -> None:
        """Fetch the own terms of the list anew."""
        self._lane.submit(own_terms.of, self.lists.value(), done=partial(self._show, chosen), failed=self._say)

    def _show(self, chosen: int, held: list[OwnTerm]) -> None:
        own = {term.key for term in held}
        labels = [term.label() for term in vocabulary.terms(str(self.lists.value())) if term.code not in own]
        self.shipped.setText(_("It has: %(terms)s.") % {"terms": "; ".join(labels)})
        self.rows.show_rows([Row(term.id, term.name.best(), "") for term in held], chosen)

    def _on_add(self) -> None:
        """Add the term that is typed; what is typed stays where it is refused."""
        name = Localised.of(self.field.text().strip(), words.language())
        if name:
            self._lane.submit(own_terms.add, self.lists.value(), name, done=self._on_added, failed=self._say)

    def _on_added(self, _term: OwnTerm) -> None:
        self.field.clear()
        self.notice.hide()
        self._read()
        self.field.setFocus()

    def _on_renamed(self, term_id: int, name: str) -> None:
        language = words.language()
        self._lane.submit(_rename, term_id, language, name, done=partial(self._again, term_id), failed=self._refuse)

    def _on_voided(self, term_id: int) -> None:
        self._lane.submit(_void, term_id, done=partial(self._again, 0), failed=self._say)

    def _refuse(self, error: EvidenceError) -> None:
        """Say why, and show what stands."""
        self._say(error)
        self._read()

    def _again(self, chosen: int, _result: object) -> None:
        """Show what stands after a change."""
        self.notice.hide()
        self._read(chosen)

    def _say(self, error: EvidenceError) -> None:
        self.notice.say(error.sentence(), error.advice(), kind="warn")


def _rename(ws: Any, term_id: int, language: str, name: str) -> None:
    """Rename a term in one language; runs in the lane."""
    term = ws.records.get(OwnTerm, term_id)
    own_terms.retitle(ws, term, Localised.of(term.name.as_dict() | {language: name}))


def _void(ws: Any, term_id: int) -> None:
    """Offer a term no more; runs in the lane."""
    own_terms.void(ws, ws.records.get(OwnTerm, term_id), REASON)
