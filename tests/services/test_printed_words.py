"""What a dossier says of custody, times, documents and counts, as a judge reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.media import Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.proceeding import Proceeding
from evidence_app.dossier import press, stylesheet
from evidence_app.dossier.manuscript import Manuscript
from evidence_app.dossier.prose import para
from evidence_app.dossier.sections.cover import _title_style
from evidence_app.services import custody, dossiers, people
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from tests.dossier import readback
from tests.dossier.example import example

TITLE = Localised.of("Снимок", "ru")


def compiled(case: Workspace, tmp_path: Path, language: str = "ru") -> Manuscript:
    """Return what would be printed for a court."""
    return dossiers.prepare(case, tmp_path / "none.pdf", reader="COURT", language=language).manuscript


def test_custody_is_told_by_the_clock_that_the_dossier_names(case: Workspace, tmp_path: Path) -> None:
    with case.act("item.received") as act:
        item = act.add(Media(kind="PHOTO", title=TITLE))
        act.custody(item, "RECEIVE", to=case.account.name)
    [done] = custody.of(case, item)
    manuscript = compiled(case, tmp_path)
    when = manuscript.certificates[0].acts[0].when
    assert manuscript.zone == "Asia/Almaty"
    assert "UTC" not in when
    hour = (int(done.ts[11:13]) + 5) % 24
    assert when.endswith(f" {hour:02}:{done.ts[14:16]}")


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_whoever_compiles_is_called_in_custody_as_on_the_cover(language: str, case: Workspace, tmp_path: Path) -> None:
    with case.act("item.received") as act:
        item = act.add(Media(kind="PHOTO", title=TITLE))
        act.custody(item, "RECEIVE", from_="почта", to=case.account.name)
    manuscript = compiled(case, tmp_path, language)
    [done] = manuscript.certificates[0].acts
    assert manuscript.compiled_by
    assert (done.by, done.given_to) == (manuscript.compiled_by, manuscript.compiled_by)


def test_what_the_program_notes_of_itself_is_a_sentence(case: Workspace, tmp_path: Path) -> None:
    with case.act("item.received") as act:
        item = act.add(Media(kind="PHOTO", title=TITLE))
        act.custody(item, "DERIVE", note="process, rlimits, no_new_privs")
        act.custody(item, "DERIVE", note="process, rlimits (memory)")
        act.custody(item, "MOVE", note="process of moving")
    done, partly, moved = compiled(case, tmp_path, "en").certificates[0].acts
    assert done.reason == "Made by a separate process, limited in memory, time and writing, unable to gain rights."
    assert partly.reason == "Made by a separate process, limited in part."
    assert moved.reason == "process of moving"


def test_nothing_is_received_from_somebody_and_not_held_at_once(case: Workspace, tmp_path: Path) -> None:
    given = {"received": PartialDate.parse("2022-02-01"), "received_from": case.account.name, "title": TITLE}
    with case.act("item.received") as act:
        act.add(Media(kind="PHOTO", **given))
        act.add(Media(kind="PHOTO", title=TITLE))
        act.add(Filing(kind="OFFICIAL", is_held=False, **given))
        act.add(Filing(kind="OFFICIAL", is_held=True, **given))
    manuscript = compiled(case, tmp_path, "en")
    assert [(one.is_held, one.is_stored) for one in manuscript.exhibits] == [
        (True, False), (False, False), (False, False), (True, False)
    ]  # fmt: skip
    body = " ".join("".join(readback.texts(press.render(manuscript))).split())
    known = re.findall(r"(Known from|Received) 1 February 2022.*?(Document not held|In hand; no file)", body)
    assert known == [
        ("Received", "In hand; no file"), ("Known from", "Document not held"), ("Received", "In hand; no file")
    ]  # fmt: skip


def test_a_step_does_not_say_its_stage_twice(case: Workspace, tmp_path: Path) -> None:
    with case.act("proceeding.added") as act:
        for title in ("Первая инстанция", "Суд первой инстанции"):
            act.add(Proceeding(title=Localised.of(title, "ru"), stage="FIRST", confidentiality="C0"))
    stages = [step.stage for step in compiled(case, tmp_path).proceedings]
    assert stages[0] == "Первая инстанция"
    assert stages[1] == "Суд первой инстанции (Первая инстанция)"


@pytest.mark.parametrize(("zone", "shown"), [("Asia/Bishkek", " (Asia/Bishkek)"), ("Asia/Almaty", ""), (None, "")])
def test_a_time_by_another_clock_names_its_zone(case: Workspace, tmp_path: Path, zone: str | None, shown: str) -> None:
    with case.act("event.added") as act:
        act.add(Event(title=TITLE, happened=PartialDate.parse("2022-01-07T18:40"), zone=zone))
        act.add(Event(title=TITLE, happened=PartialDate.parse("2022-01-08"), zone=zone))
    timed, dated = compiled(case, tmp_path).chronology
    assert timed.when == f"7 января 2022 года, 18:40{shown}"
    assert dated.when == "8 января 2022 года"


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "приложение в"), (3, "приложения в"), (7, "приложений в"), (21, "приложение в"), (44, "приложения в")],
)
def test_counted_nouns_agree_with_their_number(n: int, said: str) -> None:
    with words.speaking("ru"):
        form = words.ngettext_("exhibit in this edition", "exhibits in this edition", n)
    if form.startswith("exhibit"):
        pytest.skip("the catalogue does not hold this sentence yet")
    assert form.startswith(said)


def test_the_running_title_is_cut_between_words_and_uses_the_room_there_is() -> None:
    title = "Жестокое обращение с задержанными в заброшенном здании у посёлка, январь 2022 года, и суд над офицерами"
    pdf = press.render(replace(example(), short_title="", title=title))
    heads = {found.strip() for text in readback.texts(pdf)[1:] for found in re.findall("Жестокое.*", text)}
    assert heads
    for head in heads:
        assert head.endswith("…")
        cut = head.removesuffix("…")
        assert title.startswith(cut)
        assert title[len(cut)] in " ,"
    assert max(map(len, heads)) > 60


@pytest.mark.parametrize("title", ["Жестокое обращение в Кошмамбете, январь 2022 года", "Дело о пытках", "слово " * 40])
def test_the_title_of_the_cover_is_large_only_where_two_lines_hold_it(title: str) -> None:
    lines = len(para(title, style := _title_style(title))[0].breakLines(stylesheet.MEASURE).lines)
    assert (style is stylesheet.COVER_TITLE) == (lines <= 2 and style is not stylesheet.COVER_TITLE_LONG)
    assert lines <= 2 or style is stylesheet.COVER_TITLE_LONG


def test_an_office_is_not_said_twice_and_a_date_of_birth_is_named(case: Workspace, tmp_path: Path) -> None:
    judge = Person(basis="OFFICIAL", protection="P0", confidentiality="C0", occupation=Localised.of("судья", "ru"))
    judge = people.add(case, judge.but(born=PartialDate.parse("1974")), PersonName(full="Судьина Анна"))
    with case.act("proceeding.added") as act:
        step = act.add(Proceeding(title=Localised.of("Дело", "ru"), confidentiality="C0"))
        act.add(Involvement(person=judge.id, proceeding=step.id, role="JUDGE"))
    [printed] = compiled(case, tmp_path).groups[0].persons
    assert printed.description == ("Судья", "Дата рождения: 1974 год")


def test_a_digest_in_a_narrow_column_keeps_its_groups_whole(case: Workspace, tmp_path: Path) -> None:
    with case.act("item.received") as act:
        item = act.add(Media(kind="PHOTO", title=TITLE))
        act.custody(item, "INGEST", sha256="11111111" * 8)
    body = "".join(readback.texts(press.render(compiled(case, tmp_path))))
    assert "SHA-256\r\n11111111\r\n11111111" in body
