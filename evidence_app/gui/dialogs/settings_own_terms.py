"""What the case adds to the lists of the program: added, renamed, offered no more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from evidence_app.domain import vocabulary
from evidence_app.domain.localised import Localised
from evidence_app.domain.own_term import OwnTerm
from evidence_app.gui.dialogs.settings_lists import Call, OwnListSheet
from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.widgets.controls import ChoiceBox
from evidence_app.gui.widgets.editable_rows import Row
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.services import own_terms
from evidence_app.system import words
from evidence_app.system.words import _


class OwnTermsSheet(OwnListSheet):
    """The own terms of one list at a time, under what the program brings."""

    noun, retitle = OwnTerm, own_terms.retitle

    def __init__(self, lane: ArchiveLane, parent: QWidget | None) -> None:
        empty = _("No terms of your own in this list yet.")
        hint = _("A new term, as it will stand in forms and dossiers")
        super().__init__(_("Own terms"), lane, parent, empty=empty, new=hint)
        self.lists = ChoiceBox([(name, _(title)) for name, title in own_terms.LISTS.items()])
        self.shipped = PlainLabel(type="caption", tone="2", wrap=True)
        self.field.setAccessibleName(_("New term"))
        self.add_field(_("List"), self.lists)
        self.column.addWidget(self.shipped)
        self.column.addLayout(self.new_line)
        self.column.addWidget(self.rows)
        self.explain(_("A term that is taken out of use is offered no more. The records that hold it still say it."))
        self.lists.activated.connect(lambda _place: self.read())
        self.begin()

    def reading(self) -> Call:
        """Ask for the own terms of the list."""
        return own_terms.of, (self.lists.value(),)

    def lines(self, held: list[OwnTerm]) -> list[Row]:
        """Show the own terms, and say what the list has besides."""
        own = {term.key for term in held}
        labels = [term.label() for term in vocabulary.terms(str(self.lists.value())) if term.code not in own]
        self.shipped.setText(_("It has: %(terms)s.") % {"terms": "; ".join(labels)})
        return [Row(term.id, term.name.best(), "") for term in held]

    def adding(self, name: str) -> Call:
        """Add a term to the list."""
        return own_terms.add, (self.lists.value(), Localised.of(name, words.language()))
