"""Import from JSON lines: again and again with one outcome; a bad line is named and nothing else is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence_app.domain.errors import CannotRead, NoSpace
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.testimony import Segment, Testimony, Translation
from evidence_app.services import lines, people, records, testimonies
from evidence_app.services.workspace import Workspace
from evidence_app.store.journal import Journal


def written(path: Path, *entries: object) -> Path:
    """Write a file of JSON lines; bytes are taken as they are."""
    raw = [entry if isinstance(entry, bytes) else json.dumps(entry, ensure_ascii=False).encode() for entry in entries]
    path.write_bytes(b"\n".join(raw))
    return path


def person(number: int, **more: object) -> dict[str, object]:
    """Return a person as other programs write one."""
    return {"external_id": f"ext-{number}", "names": [{"full": f"Имя Номер{number}", "language": "ru"}], **more}


def told(number: int, **more: object) -> dict[str, object]:
    """Return a testimony as other programs write one."""
    return {"external_id": f"t-{number}", "text": f"Первый абзац {number}.\n\nВторой абзац.", **more}


def test_importing_twice_adds_once(case: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path / "people.jsonl", *(person(number) for number in range(3)))
    first, again = people.import_lines(case, path), people.import_lines(case, path)
    assert (first.added, first.again, first.refused) == (("P-001", "P-002", "P-003"), (), ())
    assert (again.added, again.again, again.refused) == ((), ("P-001", "P-002", "P-003"), ())
    assert case.records.count(Person) == case.records.count(PersonName) == 3
    spoken = written(tmp_path / "told.jsonl", told(1, speaker="ext-1"), told(2, speaker="Новый Человек"))
    assert testimonies.import_lines(case, spoken).added == ("T-001", "T-002")
    assert testimonies.import_lines(case, spoken).again == ("T-001", "T-002")
    assert case.records.count(Person) == 4
    assert [held.speaker for held in case.records.find(Testimony)] == [2, 4]
    assert [segment.number for segment in case.records.find(Segment, item=1)] == [1, 2]


BAD: dict[str, object] = {
    "no JSON": b"{nonsense",
    "no object": [1, 2],
    "no text": b"\xff\xfe{}",
    "a lone brace": b"}",
    "endless brackets": b"[" * 100_000,
    "no external id": {"names": [{"full": "x"}]},
    "a number for an id": {"external_id": 5},
    "names that are no list": person(9, names="Имя"),
    "a name that is no object": person(9, names=["Имя"]),
    "a name without a name": person(9, names=[{"language": "ru"}]),
    "a code outside the list": person(9, protection="P7"),
    "a date that is none": person(9, born="32.13.1999"),
    "half a character": b'{"external_id": "\\ud800", "names": []}',
    "half a character in a name": b'{"external_id": "x", "names": [{"full": "\\udfff"}]}',
    "a kind that is none": person(9, kind="GHOST"),
    "a number for notes": person(9, notes=1.5),
    "a key twice": b'{"external_id": "x", "notes": "a", "notes": "b", "names": []}',
    "a key that is none": person(9, adress="lost"),
    "a key of a name that is none": person(9, names=[{"full": "x", "surname": "lost"}]),
    "a name of blanks": person(9, names=[{"full": "  "}]),
    "more names than an act can hold": person(9, names=[{"full": f"Имя {number}"} for number in range(1200)]),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_line_is_named_and_its_neighbours_are_taken(case: Workspace, tmp_path: Path, kind: str) -> None:
    report = people.import_lines(case, written(tmp_path / "p.jsonl", person(1), BAD[kind], b"  ", person(2)))
    assert report.added == ("P-001", "P-002")
    assert len(report.refused) == 1
    assert report.refused[0].startswith("Line 2")
    assert {held.external_id for held in case.records.find(Person)} == {"ext-1", "ext-2"}


TOLD: dict[str, object] = {
    "no text": told(9, text=""),
    "blank text": told(9, text=" \n\n "),
    "a form outside the list": told(9, form="RUMOUR", speaker="Никто Никогда"),
    "a date that is none": told(9, taken_on="yesterday", speaker="Никто Никогда"),
    "a time that is none": {"external_id": "t", "segments": [{"text": "x", "start_s": -1}]},
    "not a number": {"external_id": "t", "segments": [{"text": "x", "start_s": float("nan")}]},
    "a yes that is a word": told(9, signed="yes"),
    "half a language": {"external_id": "t", "segments": [{"text": "x", "translations": {"\ud800": "x"}}]},
    "one key twice": b'{"external_id": "t", "text": "a", "text": "b"}',
    "one key twice in a paragraph": b'{"external_id": "t", "segments": [{"text": "a", "text": "b"}]}',
    "text and segments": told(9, segments=[{"text": "y"}]),
    "a key that is none": told(9, summary="lost"),
    "a key of a paragraph that is none": {"external_id": "t", "segments": [{"text": "x", "note": "lost"}]},
    "a paragraph of blanks": {"external_id": "t", "segments": [{"text": "x"}, {"text": " \t "}]},
    "a blank translation": {
        "external_id": "t",
        "speaker": "Никто Никогда",
        "segments": [{"text": "x", "translations": {"en": " "}}],
    },
    "a bad translation in a later act": {
        "external_id": "t",
        "speaker": "Никто Никогда",
        "segments": [*({"text": f"{n}"} for n in range(950)), {"text": "x", "translations": {"": "x"}}],
    },
    "too many languages": {
        "external_id": "t",
        "segments": [{"text": "x", "translations": {f"x-{number}": "x" for number in range(1500)}}],
    },
}


@pytest.mark.parametrize("kind", TOLD)
def test_a_bad_testimony_leaves_nothing_not_even_its_speaker(case: Workspace, tmp_path: Path, kind: str) -> None:
    bad = TOLD[kind] if isinstance(TOLD[kind], bytes) else json.dumps(TOLD[kind]).encode()
    report = testimonies.import_lines(case, written(tmp_path / "t.jsonl", told(1), bad, told(2)))
    assert report.added == ("T-001", "T-002")
    assert len(report.refused) == 1
    assert report.refused[0].startswith("Line 2")
    assert case.records.count(Person) == 0
    assert case.records.count(Translation) == 0


def test_a_line_too_long_is_left_out_and_the_rest_is_read(
    case: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "MOST_BYTES_A_LINE", 3 << 20)
    for size in (3 << 20, 4 << 20, 9 << 20):
        long = person(9, notes="x" * size)
        path = written(tmp_path / "p.jsonl", person(size), long, person(size + 1))
        report = people.import_lines(case, path)
        assert len(report.added) == 2
        assert report.refused == (report.refused[0],)
        assert report.refused[0].startswith("Line 2: the line is too long")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_and_ends_of_other_computers_are_read(case: Workspace, tmp_path: Path, end: str) -> None:
    text = end.join(json.dumps(person(number)) for number in range(3)) + end
    (tmp_path / "p.jsonl").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert len(people.import_lines(case, tmp_path / "p.jsonl").added) == 3


def test_an_empty_file_is_an_empty_import(case: Workspace, tmp_path: Path) -> None:
    for content in (b"", b"\n\n"):
        (tmp_path / "p.jsonl").write_bytes(content)
        assert people.import_lines(case, tmp_path / "p.jsonl") == lines.Report()


def test_what_is_no_file_is_refused(case: Workspace, tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to(written(tmp_path / "p.jsonl", person(1)))
    for path in (tmp_path, tmp_path / "nothing", tmp_path / "link.jsonl"):
        with pytest.raises(CannotRead):
            people.import_lines(case, path)


def test_a_long_testimony_goes_over_several_acts_and_stays_in_order(case: Workspace, tmp_path: Path) -> None:
    parts = [{"text": f"Абзац {number}", "translations": {"en": "x", "kk": "y"}} for number in range(700)]
    written(tmp_path / "t.jsonl", {"external_id": "long", "segments": parts})
    assert testimonies.import_lines(case, tmp_path / "t.jsonl").added == ("T-001",)
    found = case.records.find(Segment, order="number")
    assert [(segment.number, segment.text) for segment in found] == [
        (number + 1, part["text"]) for number, part in enumerate(parts)
    ]
    assert [entry.op for entry in case.journal.entries()][-2:] == ["testimony.continued"] * 2


def test_a_testimony_cut_off_between_two_acts_is_completed_by_importing_it_again(
    case: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "t.jsonl", {"external_id": "l", "segments": [{"text": f"{n}"} for n in range(2000)]})
    append = Journal.append

    def power_cut(self: Journal, *arguments: object) -> int:
        if arguments[1] == "testimony.continued":
            raise KeyboardInterrupt
        return append(self, *arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as cut, pytest.raises(KeyboardInterrupt):
        cut.setattr(Journal, "append", power_cut)
        testimonies.import_lines(case, path)
    assert case.records.count(Segment) == 900
    for _ in range(2):
        assert testimonies.import_lines(case, path).again == ("T-001",)
        assert [segment.text for segment in case.records.find(Segment, order="number")] == [str(n) for n in range(2000)]


def test_a_line_that_says_something_else_than_was_taken_in_is_refused_and_changes_nothing(
    case: Workspace, tmp_path: Path
) -> None:
    testimonies.import_lines(case, written(tmp_path / "t.jsonl", told(1)))
    longer = told(1, text="Первый абзац 1.\n\nВторой абзац.\n\nТретий.")
    shorter = told(1, text="Первый абзац 1.")
    other = told(1, text="Совсем другое.\n\nИ ещё.\n\nИ ещё.")
    for changed in (longer, shorter, other):
        report = testimonies.import_lines(case, written(tmp_path / "t.jsonl", changed))
        assert (report.added, report.again) == ((), ())
        assert report.refused[0].startswith("Line 1: T-001 was taken in with other paragraphs")
    assert case.records.count(Segment) == 2


def test_a_testimony_whose_paragraphs_were_corrected_is_still_completed_and_never_set_back(
    case: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "t.jsonl", {"external_id": "l", "segments": [{"text": f"{n}"} for n in range(2000)]})
    append = Journal.append

    def full(self: Journal, *arguments: object) -> int:
        if arguments[1] == "testimony.continued":
            raise NoSpace
        return append(self, *arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as cut:
        cut.setattr(Journal, "append", full)
        assert testimonies.import_lines(case, path).refused == ("Line 1: There is not enough space on the disk.",)
    records.change(case, case.records.first(Segment, number=3), text="исправлено")
    for _ in range(2):
        assert testimonies.import_lines(case, path).again == ("T-001",)
        found = [segment.text for segment in case.records.find(Segment, order="number")]
        assert found == ["0", "1", "исправлено", *(str(n) for n in range(3, 2000))]
    other = written(tmp_path / "o.jsonl", {"external_id": "l", "segments": [{"text": f"{n}!"} for n in range(2000)]})
    assert len(testimonies.import_lines(case, other).refused) == 1


def test_a_line_is_one_act_with_its_speaker(case: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path / "t.jsonl", told(1, speaker="Новый Человек"))
    assert testimonies.import_lines(case, path).added == ("T-001",)
    entry = case.journal.last()
    assert [held.op for held in case.journal.entries()] == ["case.created", "testimony.imported"]
    assert entry is not None and entry.obj == case.records.first(Testimony).uid


def test_names_come_in_with_their_parts(case: Workspace, tmp_path: Path) -> None:
    full = {"full": "Жұмабай Асан Серікұлы", "family": "Жұмабай", "given": "Асан", "patronymic": "Серікұлы"}
    people.import_lines(case, written(tmp_path / "p.jsonl", {"external_id": "1", "names": [full]}))
    name = case.records.first(PersonName)
    assert (name.family, name.given, name.patronymic) == ("Жұмабай", "Асан", "Серікұлы")
