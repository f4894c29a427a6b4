"""Every noun with every kind of field: what is recorded is what is read, what is journalled, and what replays."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from evidence_app.domain.errors import BadInput
from evidence_app.domain.localised import Localised
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Field, Kind, Record, fields
from evidence_app.domain.rules import composed
from evidence_app.domain.vocabulary import is_term, terms
from evidence_app.services.workspace import Workspace
from evidence_app.store.replay import record_faults, replay

NAUGHTY = (
    "'; DROP TABLE person; --",
    '" OR ""="',
    "<img src=file:///etc/passwd>",
    "%(name)s %s {0} {{}}",
    "../../../etc/passwd",
    "NULL",
    "\x00",
    "до\x00после",
    "\u202eкан\u202c",
    "\ufeff",
    "\u200b\u200d",
    "\n\r\t\v\f",
    "И\u0306е\u0308",
    "😀🏳\ufe0f\u200d🌈",
    "Қ" * 3000,
    "\ud7ff\ue000\uffff\U0010ffff",
    "ﷺ",
    "\u0301\u0301",
    " ",
    "0",
)
DATES = ("2022", "2022-01", "2022-01-07", "2022-01-0X", "2022-01-07~", "2022-01-07/2022-01-10", "../2022", "2022/")

texts = st.sampled_from(NAUGHTY) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
tags = st.sampled_from(["en", "ru", "kk", "uz-Latn", "ky"])


def values_of(field: Field, ids: dict[str, int]) -> st.SearchStrategy[Any]:
    """Return a strategy for all that a field may hold."""
    absent = st.nothing() if field.required else st.none()
    if field.name == "role" and not field.vocabulary:
        return st.sampled_from([term.code for term in terms("role_event") if is_term("role_proc", term.code)])
    match field.kind:
        case Kind.CHOICE:
            return st.sampled_from([term.code for term in terms(field.vocabulary)])
        case Kind.INTEGER:
            return absent | st.integers(-(2**53) + 1, 2**53 - 1)
        case Kind.FLAG:
            return absent | st.booleans()
        case Kind.WHEN:
            return absent | st.sampled_from(DATES).map(PartialDate.parse)
        case Kind.WORDS:
            return st.dictionaries(tags, texts, min_size=int(field.required), max_size=3).map(Localised.of)
        case Kind.REFERENCE:
            return st.just(ids[field.noun]) if field.required else st.sampled_from([None, ids[field.noun]])
        case Kind.LIST if field.vocabulary:
            return st.lists(st.sampled_from([term.code for term in terms(field.vocabulary)]), max_size=3).map(tuple)
        case Kind.LIST:
            return st.lists(texts, max_size=3).map(tuple)
        case Kind.DATA:
            return st.lists(st.tuples(texts, texts), max_size=3).map(tuple)
        case Kind.TEXT:
            return absent | texts
    raise AssertionError(field.kind)


@pytest.fixture
def ids(case: Workspace) -> dict[str, int]:
    """One record of each noun that others refer to."""
    title = Localised.of("x", "en")
    found: dict[str, int] = {}
    with case.act("test.prepared") as act:
        for name in ("place", "person", "batch", "item", "event", "proceeding", "deadline_rule", "label", "own_field"):
            required = [field for field in fields(NOUNS[name]) if field.required and field.kind is not Kind.INTEGER]
            values = {field.name: title if field.kind is Kind.WORDS else "x" for field in required}
            found[name] = act.add(NOUNS[name](**values)).id
        found["segment"] = act.add(NOUNS["segment"](item=found["item"], language="en", text="x")).id
    return found


def as_kept(values: dict[str, Any]) -> dict[str, Any]:
    """Return what is to be read of given values: all text composed."""
    return {name: composed(value) for name, value in values.items()}


def unordered(record: Record, name: str) -> Any:
    """Return a value; of text in several languages what the journal keeps, which is not their order."""
    value = getattr(record, name)
    return value.as_dict() if isinstance(value, Localised) else value


@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_recorded_and_changed_is_read_journalled_and_replayed(
    case: Workspace, ids: dict[str, int], noun: str
) -> None:
    kind = NOUNS[noun]
    table = [
        field for field in fields(kind) if field.name not in {"code", "log", "key_id"} or noun not in {"case_file"}
    ]
    table = [field for field in table if field.name != "code"]
    drawn = st.fixed_dictionaries({field.name: values_of(field, ids) for field in table})

    numbers = itertools.count()

    @settings(max_examples=6, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(drawn, drawn)
    def holds(first: dict[str, Any], second: dict[str, Any]) -> None:
        # Nouns without a letter get no code of themselves, and no two may have the same.
        numbered = {"code": f"№ {next(numbers)}"} if noun in {"case_file", "item"} else {}
        with case.act("test.added") as act:
            added = act.add(kind(**first, **numbered))
        read = case.records.get(kind, added.id)
        assert read == added
        assert {name: getattr(read, name) for name in first} == as_kept(first)
        with case.act("test.changed") as act:
            changed = act.change(added, **second)
        again = case.records.get(kind, added.id)
        assert again == changed
        assert {name: getattr(again, name) for name in second} == as_kept(second)
        assert again.uid == added.uid
        if changed != added:
            case.undo(case.journal.last().seq)
            undone = case.records.get(kind, added.id)
            assert {name: unordered(undone, name) for name in first} == {name: unordered(read, name) for name in first}
            assert undone.revision == 3

    holds()
    assert list(record_faults(case.records, replay(case.journal))) == []


def test_a_naughty_string_survives_in_every_searched_text_and_is_found(case: Workspace, ids: dict[str, int]) -> None:
    for text in NAUGHTY:
        with case.act("test.added") as act:
            segment = act.add(NOUNS["segment"](item=ids["item"], language="en", text=text))
        assert case.records.get(NOUNS["segment"], segment.id).text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("noun", "values"),
    [
        ("person", {"protection": "P9"}),
        ("person", {"kind": ""}),
        ("event", {"title": Localised()}),
        ("event", {"title": Localised.of("x"), "acts": ("NO SUCH ACT",)}),
        ("person_name", {"full": "x"}),
        ("file", {"item": 1}),
        ("segment", {"item": None, "language": "en", "text": "x"}),
    ],
)
def test_what_a_rule_forbids_is_refused_and_leaves_nothing(case: Workspace, noun: str, values: dict[str, Any]) -> None:
    with pytest.raises(BadInput), case.act("test.added") as act:
        act.add(NOUNS[noun](**values))
    assert case.journal.last().op == "case.created"


def test_naughty_strings_of_the_corpus_are_kept_to_the_letter(case: Workspace, ids: dict[str, int]) -> None:
    source = Path(__file__).parents[2] / "../shared/data/malformed/text"
    lists = [path for path in source.glob("*") if "blns" in path.name.lower() or "naughty" in path.name.lower()]
    if not lists:
        pytest.skip("the list of naughty strings is not on this computer")
    lines = [line for path in lists if path.suffix == ".txt" for line in path.read_text("utf-8").split("\n") if line][
        :900
    ]
    with case.act("test.added") as act:
        added = [
            act.add(NOUNS["segment"](item=ids["item"], language="en", number=number, text=line))
            for number, line in enumerate(lines)
        ]
    for line, segment in zip(lines, added, strict=True):
        assert case.records.get(NOUNS["segment"], segment.id).text == unicodedata.normalize("NFC", line)
    assert list(record_faults(case.records, replay(case.journal))) == []
