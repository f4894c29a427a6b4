"""The screen of search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from evidence_app.gui.jobs.archive_lane import ArchiveLane
from evidence_app.gui.pages.page import Page, Subject
from evidence_app.gui.pages.search.context_pane import ContextPane
from evidence_app.gui.pages.search.found import KIND_WORDS, found
from evidence_app.gui.pages.search.view_model import LIMIT, Answer, Goal, SearchViewModel, leads_on, place_of
from evidence_app.gui.theme.look import px
from evidence_app.gui.widgets.controls import push_button
from evidence_app.gui.widgets.empty_state import EmptyState
from evidence_app.gui.widgets.facet_list import FacetList
from evidence_app.gui.widgets.hit_list import ITEM, hit_list
from evidence_app.gui.widgets.labels import PlainLabel
from evidence_app.gui.widgets.scrolled import Ground
from evidence_app.services.searching import Hit
from evidence_app.system.words import _, language_name, ngettext_

FACETS = 208


class SearchPage(Page):
    """Facets, hits, context. The words come from the field in the top bar."""

    save_asked = Signal()

    def __init__(self, lane: ArchiveLane) -> None:
        self.view_model = SearchViewModel(lane)
        self.list, self._model = hit_list()
        self.list.setAccessibleName(_("Hits"))
        self._kinds, self._languages = FacetList(_("Kind")), FacetList(_("Language"))
        self._summary, self._note = PlainLabel(type="h3"), PlainLabel(tone="2")
        self._empty = EmptyState("search")
        self._hits: Sequence[Hit | Goal] = ()
        self._answer: Answer | None = None
        self.context = ContextPane()
        super().__init__(self._lay_out(), self.context)
        self.context.followed.connect(self.followed)
        self._connect()
        self._say_nothing()

    def title(self) -> str:
        """Return the page's name."""
        return _("Search")

    def show_query(self, words: str) -> None:
        """Search for what was typed; another query starts without facets."""
        if words != self.view_model.words:
            self._kinds.reset()
            self._languages.reset()
        self.view_model.search(words, self._kinds.checked())

    def query(self) -> str:
        """Return the words searched for."""
        return self.view_model.words

    def enter(self) -> None:
        """Ask again: the case may have changed."""
        if self.view_model.words:
            self.view_model.search(self.view_model.words, self._kinds.checked())

    def clear(self) -> None:
        """Forget words and hits."""
        self.view_model.search("")

    def step(self, direction: int) -> None:
        """Go to the next or previous hit."""
        place = self.list.currentIndex().row() + direction
        if 0 <= place < self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(place))

    def focus_list(self) -> None:
        """Go on from the field to what was found."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def lists(self) -> Sequence[QAbstractItemView]:
        """Return the views that the page's own menu belongs to."""
        return (self.list,)

    def citation(self) -> str:
        """Return the citation of the hit chosen."""
        hit = self._current()
        return hit.citation if hit is not None else ""

    def current(self) -> Subject | None:
        """Return the record in which the hit chosen lies."""
        hit = self._current()
        if hit is None:
            return None
        code = hit.citation.partition(" ")[0] if leads_on(hit) else ""
        return Subject(hit.noun, hit.record_id, "", code, hit.title)

    def restyle(self) -> None:
        """Take up new sizes."""
        self._pane.setFixedWidth(px(FACETS))
        self.list.scheduleDelayedItemsLayout()
        self._empty.restyle()
        self.context.segments.scheduleDelayedItemsLayout()

    def _lay_out(self) -> QWidget:
        """Return facets and hits."""
        self._pane = QFrame()
        self._pane.setObjectName("facets")
        self._pane.setFixedWidth(px(FACETS))
        inside = Ground("facetBody")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 14, 12, 14)
        column.setSpacing(16)
        column.addWidget(self._kinds)
        column.addWidget(self._languages)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        pane = QVBoxLayout(self._pane)
        pane.setContentsMargins(0, 0, 1, 0)
        pane.addWidget(scroll)
        bar = QFrame()
        bar.setObjectName("filterBar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(20, 9, 20, 9)
        line.setSpacing(8)
        line.addWidget(self._summary)
        line.addWidget(self._note, 1)
        save = push_button(_("Save search"), "link")
        save.clicked.connect(lambda: self.save_asked.emit())
        line.addWidget(save)
        found_pane = QWidget()
        whole = QVBoxLayout(found_pane)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self.list, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(found_pane)
        self._stack.addWidget(self._empty)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pane)
        row.addWidget(self._stack, 1)
        return body

    def _connect(self) -> None:
        """Bind widgets to the view model."""
        self.view_model.answered.connect(self._on_answered)
        self.view_model.neighbourhood_changed.connect(self.context.show_neighbourhood)
        self.view_model.failed.connect(self.say_error)
        self._kinds.changed.connect(self._on_kinds_changed)
        self._languages.changed.connect(self._show_hits)
        self.list.selectionModel().selectionChanged.connect(self._on_chosen)
        self.list.activated.connect(lambda _index: self._follow())

    def _on_answered(self, answer: Answer | None) -> None:
        """Show an answer, or the invitation; the same question asked again keeps one's place among the hits."""
        before, self._answer = self._answer, answer
        if answer is None:
            self._say_nothing()
            return
        kinds = [(kind, _(KIND_WORDS[kind]), count) for kind, count in answer.kinds]
        self._kinds.offer(kinds)
        spoken = Counter(hit.language for hit in answer.results.hits if hit.language)
        self._languages.offer([(tag, language_name(tag), count) for tag, count in spoken.most_common()])
        same = before is not None and before.results.text == answer.results.text
        kept, scrolled = self._current() if same else None, self.list.verticalScrollBar().value()
        self._show_hits()
        places = [place_of(hit) for hit in self._hits]
        if kept is not None and place_of(kept) in places:
            place = places.index(place_of(kept))
            self.list.setCurrentIndex(self._model.index(place))
            self.list.verticalScrollBar().setValue(scrolled)

    def _show_hits(self) -> None:
        """Show the hits that pass the languages, or where a citation leads."""
        if self._answer is None:
            return
        languages, results, goal = self._languages.checked(), self._answer.results, self._answer.goal
        hits = [hit for hit in results.hits if not languages or hit.language in languages]
        self._hits = [goal] if goal is not None else hits
        self._model.set_found([found(key, hit) for key, hit in enumerate(self._hits)])
        self._say_count(len(hits) if languages else results.total)
        cut = results.total > LIMIT and not languages
        self._note.setText(_("the best %(n)s are shown") % {"n": LIMIT} if cut else "")
        self._stack.setCurrentIndex(0 if self._hits else 1)
        if self._hits:
            self.list.setCurrentIndex(self._model.index(0))
        else:
            advice = _("Try fewer words, or a shorter form. Word endings and other scripts are found as well.")
            self._empty.say(_("Nothing found"), advice)
            self.view_model.choose(None)

    def _say_count(self, total: int) -> None:
        """Say how many hits there are, or how to follow a citation."""
        if self._answer is None or self._answer.goal is not None:
            self._summary.setText(_("Press Enter to go there."))
            self.status_changed.emit("")
            return
        self._summary.setText(ngettext_("%(n)s hit", "%(n)s hits", total) % {"n": total})
        words = ngettext_("%(n)s hit in %(seconds)s s", "%(n)s hits in %(seconds)s s", total)
        self.status_changed.emit(words % {"n": total, "seconds": f"{self._answer.seconds:.2f}"})

    def _say_nothing(self) -> None:
        """Invite to search."""
        self._hits = ()
        self._model.set_found(())
        self._kinds.reset()
        self._kinds.offer(())
        self._languages.reset()
        self._languages.offer(())
        words = _("Every paragraph, title, name and note, in all languages of the case. A citation goes to its place.")
        self._empty.say(_("Search the whole case"), words)
        self._stack.setCurrentIndex(1)

    def _current(self) -> Hit | Goal | None:
        """Return the hit chosen."""
        index = self.list.currentIndex()
        return self._hits[index.data(ITEM).key] if index.isValid() and self._hits else None

    def _on_chosen(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        self.view_model.choose(self._current())
        self.heading_changed.emit()

    def _on_kinds_changed(self) -> None:
        self.view_model.search(self.view_model.words, self._kinds.checked())

    def _follow(self) -> None:
        """Open the hit chosen, where it has a page."""
        hit = self._current()
        if hit is not None and leads_on(hit):
            self.followed.emit(hit.citation)
