"""Saved searches."""

from __future__ import annotations

import pytest

from evidence_app.domain.event import Event
from evidence_app.domain.localised import Localised
from evidence_app.domain.saved_search import SavedSearch
from evidence_app.services import events, saved_searches
from evidence_app.services.listing import Ask
from evidence_app.services.saved_searches import Filtered, NothingToSave
from evidence_app.services.workspace import Workspace


def test_a_saved_search_is_counted_anew_each_time(case: Workspace):
    saved_searches.add(case, "протокол", "Протоколы")
    assert [(one.title, one.count) for one in saved_searches.of(case)] == [("Протоколы", 0)]
    events.add(case, Event(title=Localised.of("Протокол допроса", "ru")))
    assert [one.count for one in saved_searches.of(case)] == [1]


def test_without_a_title_it_is_called_by_its_words(case: Workspace):
    assert saved_searches.add(case, "  протокол ").title == "протокол"


@pytest.mark.parametrize("words", ["", "  ", "—", "-протокол -допрос"])
def test_what_would_find_nothing_ever_is_not_saved(case: Workspace, words: str):
    with pytest.raises(NothingToSave):
        saved_searches.add(case, words)


def test_it_is_renamed_and_taken_off_but_never_deleted(case: Workspace):
    held = saved_searches.add(case, "протокол")
    saved_searches.rename(case, held.id, "Протоколы")
    saved_searches.rename(case, held.id, " ")
    assert saved_searches.of(case)[0].title == "Протоколы"
    saved_searches.remove(case, held.id)
    assert saved_searches.of(case) == ()
    assert case.records.get(SavedSearch, held.id) is not None


def test_a_filtered_list_is_counted_and_read_back(case: Workspace):
    asked = Filtered(Ask(words="протокол", kept=(("kind", "RELEASE"),)), {("kind", "RELEASE"): "Освобождение"})
    saved_searches.add(case, str(asked), "Освобождения", page="events")
    events.add(case, Event(kind="RELEASE", title=Localised.of("Протокол освобождения", "ru")))
    events.add(case, Event(kind="ARREST", title=Localised.of("Протокол задержания", "ru")))
    (held,) = saved_searches.of(case)
    assert (held.page, held.count) == ("events", 1)
    assert Filtered.parse(held.query) == asked


@pytest.mark.parametrize("query", ["", "протокол", "[]", "{}", '{"tab": "", "words": "", "kept": [[1]]}'])
def test_a_list_without_a_filter_is_not_saved_and_what_cannot_be_read_filters_nothing(case: Workspace, query: str):
    assert not Filtered.parse(query).ask.filters
    with pytest.raises(NothingToSave):
        saved_searches.add(case, query, "Все", page="people")
