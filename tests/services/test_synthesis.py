"""The fictional case: repeatable, in five languages, with true translations and nobody real in it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_app.domain import testimony
from evidence_app.domain.consent import Consent
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.item import Item
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Kind, fields
from evidence_app.domain.rules import check
from evidence_app.domain.testimony import Segment, Translation
from evidence_app.keys.derivation import FLOOR
from evidence_app.services import cases, karasai, synthesis
from evidence_app.services.planting import Plan, make, owner_of
from evidence_app.services.synthesis import prose
from evidence_app.system import paths

BANKS = paths.resources() / "samples" / "synthesis"
# Letters or spellings that no other of the five languages has.
PECULIAR = {"ru": "ы", "kk": "ұіәғқ", "ky": "өңү", "uz": "ʻ", "en": "the"}
SENTENCE_ENDS = re.compile(r"[.?!](?: |$)")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return synthesis.plan(44, 200, 100, seed=7)


def texts(plan: Plan) -> Iterator[str]:
    """Yield every text of a plan."""
    for record in plan.records:
        for line in fields(type(record)):
            value = getattr(record, line.name)
            if isinstance(value, Localised):
                yield from value.as_dict().values()
            elif line.kind is Kind.TEXT and value:
                yield value
    for spec in plan.files:
        yield from spec.lines


def test_the_same_seed_gives_the_same_plan_and_another_seed_another(plan: Plan) -> None:
    assert synthesis.plan(44, 200, 100, seed=7) == plan
    assert synthesis.plan(44, 200, 100, seed=8) != plan


def test_a_plan_has_the_size_that_was_asked_for(plan: Plan) -> None:
    victims = {part.person for part in plan.of(Involvement) if part.role == "VICTIM" and part.event}
    assert (len(victims), len(plan.of(testimony.Testimony)), len(plan.of(Media))) == (44, 200, 100)
    small = synthesis.plan(0, 5, 5, seed=1)
    assert not small.of(testimony.Testimony) and not small.of(Media)


def test_each_record_comes_after_those_it_refers_to_and_is_valid(plan: Plan) -> None:
    known: set[tuple[str, int]] = set()
    for record in plan.records:
        check(record)
        for line in fields(type(record)):
            if line.kind is Kind.REFERENCE and getattr(record, line.name) is not None:
                assert (owner_of(NOUNS[line.noun]), getattr(record, line.name)) in known, record
        assert (owner_of(record), record.id) not in known
        known.add((owner_of(record), record.id))


def test_each_language_has_sixty_sentences_and_all_slots_have_forms() -> None:
    for language in prose.LANGUAGES:
        told = {sentence.texts[language] for stage in prose.STAGES for sentence in prose.bank()[stage]}
        assert len(told) >= 60
    for name, choices in prose.choices().items():
        for choice in choices.values() if name not in {"numbers", "clocks", "months"} else []:
            assert set(choice) == set(prose.LANGUAGES), name


def test_each_language_is_spoken_in_its_own_letters(plan: Plan) -> None:
    spoken: dict[str, str] = {}
    for segment in plan.of(Segment):
        spoken[segment.language] = spoken.get(segment.language, "") + segment.text
    assert set(spoken) == set(prose.LANGUAGES)
    for language, signs in PECULIAR.items():
        for sign in [signs] if language == "en" else signs:
            assert sign in spoken[language], (language, sign)
    cyrillic = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
    assert not cyrillic.search(spoken["uz"] + spoken["en"])
    assert not re.search("[a-z]", spoken["ru"] + spoken["kk"] + spoken["ky"], re.IGNORECASE)
    assert not re.search("[әғқұһі]", spoken["ky"] + spoken["ru"], re.IGNORECASE)


def test_translations_follow_their_paragraph_sentence_by_sentence(plan: Plan) -> None:
    english = {translation.segment: translation.text for translation in plan.of(Translation)}
    for segment in plan.of(Segment):
        if segment.language == "en":
            assert segment.id not in english
            continue
        assert len(SENTENCE_ENDS.findall(segment.text)) == len(SENTENCE_ENDS.findall(english[segment.id]))
        digits = [sorted(re.findall(r"\d+", text)) for text in (segment.text, english[segment.id])]
        assert digits[0] == digits[1], segment.text


def test_nothing_is_left_to_be_filled_in(plan: Plan) -> None:
    for text in texts(plan):
        assert not re.search(r"[{}|\[\]]", text), text


def test_paragraphs_are_numbered_and_follow_each_other_in_time(plan: Plan) -> None:
    by_item: dict[int | None, list[Segment]] = {}
    for segment in plan.of(Segment):
        by_item.setdefault(segment.item, []).append(segment)
    for told in by_item.values():
        assert prose.FEWEST <= len(told) <= prose.MOST
        assert [segment.number for segment in told] == list(range(1, len(told) + 1))
        times = [(s.start_ms, s.end_ms) for s in told if s.start_ms is not None and s.end_ms is not None]
        assert times == sorted(times) and all(start < end for start, end in times)


def test_a_person_tells_the_same_story_each_time(plan: Plan) -> None:
    first: dict[int | None, set[str]] = {}
    speakers = {item.id: item.speaker for item in plan.of(testimony.Testimony)}
    for segment in plan.of(Segment):
        if segment.number == 1:
            opening = SENTENCE_ENDS.split(segment.text)[0]
            first.setdefault(speakers[segment.item or 0], set()).add(opening)
    assert all(len(openings) == 1 for openings in first.values())
    assert len({opening for openings in first.values() for opening in openings}) > 20


def test_every_act_of_ill_treatment_has_a_victim(plan: Plan) -> None:
    suffered = {part.event for part in plan.of(Involvement) if part.role == "VICTIM"}
    assert all(event.id in suffered for event in plan.of(Event) if event.kind == "ACT")


def test_people_differ_in_protection_and_consent(plan: Plan) -> None:
    assert set(Counter(person.protection for person in plan.of(Person))) == {"P0", "P1", "P2", "P3", "P4"}
    assert {"GIVEN", "LIMITED", "REFUSED", "NOT_ASKED"} <= {consent.status for consent in plan.of(Consent)}


def test_no_name_of_the_public_sample_occurs(plan: Plan) -> None:
    real = {part for name in karasai.plan().of(PersonName) for part in name.full.split() if len(part) > 4}
    real -= {"Police", "named)", "Полиция", "(подразделение", "названо)"}
    said = "\n".join(texts(plan)) + "\n".join(path.read_text(encoding="utf-8") for path in BANKS.glob("*.toml"))
    assert [name for name in real if re.search(rf"\b{re.escape(name)}", said, re.IGNORECASE)] == []
    for place in ("Koshmambet", "Кошмамбет", "Қошмамбет", "Karasai", "Карасай", "Қарасай"):
        assert place not in said


def test_family_names_differ_and_each_spelling_keeps_to_its_script(plan: Plan) -> None:
    latin = [name.family for name in plan.of(PersonName) if name.kind == "TRANSLIT" and name.script == "Latn"]
    assert len(set(latin)) == len(latin) == len(plan.of(Person))
    for name in plan.of(PersonName):
        assert bool(re.search("[а-я]", name.full)) == (name.script == "Cyrl"), name.full
        assert bool(re.search("[a-z]", name.full)) == (name.script == "Latn"), name.full


def test_no_protected_name_stands_in_a_title_or_a_testimony(plan: Plan) -> None:
    families = {name.family for name in plan.of(PersonName)}
    said = [text for record in plan.of(Item) for text in record.title.as_dict().values()]
    said += [segment.text for segment in plan.of(Segment)]
    assert not [text for text in said if any(family in text for family in families if family)]


def test_files_are_drawn_and_each_bears_its_own_bytes() -> None:
    plan = synthesis.plan(8, 0, 13, seed=3)
    made = [make(spec) for spec in plan.files]
    assert len(set(made)) == len(made)
    assert {spec.form for spec in plan.files} == {"photo", "video", "audio", "document"}


def test_text_banks_are_data_that_parse() -> None:
    assert {path.stem for path in BANKS.glob("*.toml")} >= {*prose.STAGES, "slots", "names", "texts", "ground"}
    for path in BANKS.glob("*.toml"):
        tomllib.loads(path.read_text(encoding="utf-8"))


def test_a_small_case_loads_with_files_custody_and_search(tmp_path: Path) -> None:
    with cases.create(tmp_path / "case", "Training", "five words are good enough", profile=FLOOR) as ws:
        synthesis.load(ws, 6, 8, 6, seed=2)
        counted = cases.counts(ws)
        assert (counted.testimonies, counted.media) == (8, 6)
        assert counted.files == 6 + counted.filings
        for file in ws.records.find(StoredFile):
            with ws.vault.open(file.sha256) as stream:
                assert len(stream.read()) == file.size_bytes
        planned = synthesis.plan(6, 8, 6, seed=2)
        stored = [segment.text for segment in ws.records.find(Segment)]
        assert stored == [segment.text for segment in planned.of(Segment)]
