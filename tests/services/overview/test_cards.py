"""Next dates, what needs a decision, latest work, and the news since the case was opened last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from evidence_app.domain.assertion import Assertion
from evidence_app.domain.consent import Consent
from evidence_app.domain.deadline import Deadline
from evidence_app.domain.event import Event, Involvement
from evidence_app.domain.filing import Filing
from evidence_app.domain.localised import Localised
from evidence_app.domain.mark import Mark
from evidence_app.domain.media import Batch, Media
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.person import Person
from evidence_app.domain.proceeding import Proceeding
from evidence_app.domain.testimony import Testimony
from evidence_app.services import accounts, consents, intake, listing, people, preferences, records, release
from evidence_app.services.overview import since, work
from evidence_app.services.overview.dates import Sort, Tone, upcoming
from evidence_app.services.overview.decisions import Matter, pending
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

Keep = Callable[..., Any]


@pytest.fixture(autouse=True)
def english() -> None:
    words.choose("en")


def away(days: int) -> PartialDate:
    """Return the day so many days from today."""
    return PartialDate.parse((date.fromisoformat(listing.today()) + timedelta(days)).isoformat())


def matters(ws: Workspace) -> dict[Matter, Any]:
    """Return what waits, by what it is."""
    return {one.matter: one for one in pending(ws)}


def test_dates_come_in_order_with_their_distance_and_urgency(case: Workspace, keep: Keep) -> None:
    for days, title in ((30, "Later"), (-3, "Past"), (0, "Now"), (14, "Soon")):
        keep(Deadline(title=Localised.of(title), due=away(days)))
    keep(Deadline(title=Localised.of("Done"), due=away(1), done=away(0)))
    found = [(due.title, due.distance, due.tone) for due in upcoming(case)]
    assert found == [
        ("Past", "3 days ago", Tone.DANGER),
        ("Now", "today", Tone.WARN),
        ("Soon", "in 14 days", Tone.WARN),
        ("Later", "in 30 days", Tone.CALM),
    ]


def test_the_term_of_a_proceeding_counts_until_it_is_decided(case: Workspace, keep: Keep) -> None:
    step = keep(Proceeding(title=Localised.of("Appeal"), body=Localised.of("Regional court"), due=away(9)))
    (due,) = upcoming(case)
    assert (due.sort, due.title, due.caption, due.distance) == (
        Sort.PROCEEDING,
        "Appeal",
        "Regional court",
        "in 9 days",
    )
    keep(Deadline(title=Localised.of("Appeal by us"), proceeding=step.id, due=away(9)))
    assert [due.title for due in upcoming(case)] == ["Appeal by us"], "one day is said once"
    records.change(case, step, decided=away(0))
    assert [due.title for due in upcoming(case)] == ["Appeal by us"]


def test_a_term_raises_no_alarm_that_nobody_can_clear(case: Workspace, keep: Keep) -> None:
    whole = keep(Proceeding(title=Localised.of("Case")))
    paper = keep(Filing(title=Localised.of("Appeal by us")))
    values = {"title": Localised.of("Appeal"), "parent": whole.id, "due": away(-606)}
    step = keep(Proceeding(**values, document=paper.id))
    assert [(due.title, due.tone) for due in upcoming(case)] == [("Appeal", Tone.DANGER)], "nothing answers it yet"
    unrelated = keep(Deadline(title=Localised.of("Other"), proceeding=whole.id, due=away(-20), done=away(-21)))
    assert [due.title for due in upcoming(case)] == ["Appeal"]
    for answer in (
        {"proceeding": step.id, "due": away(-600), "done": away(-610)},  # counted to another day, and met
        {"filing": paper.id, "done": away(-610)},  # about its paper
        {"proceeding": whole.id, "due": away(-606), "done": away(-610)},  # the same day, kept with the case
    ):
        held = keep(Deadline(title=Localised.of("Appeal by us"), **answer))
        assert upcoming(case) == (), answer
        records.void(case, held, "test")
        assert [due.title for due in upcoming(case)] == ["Appeal"]
    records.change(case, step, outcome="UPHELD")
    assert upcoming(case) == ()
    assert unrelated.done is not None


def test_consents_that_run_out_within_two_months_are_one_line_a_day(case: Workspace, keep: Keep) -> None:
    for days in (20, 20, 61):
        person = keep(Person())
        for scope in ("INTERNAL", "COURT_NAT"):
            keep(Consent(person=person.id, scope=scope, status="GIVEN", until=away(days)))
    (due,) = upcoming(case)
    assert (due.title, due.caption, due.citation) == ("Consent review, 2 people", "P-001, P-002", "P-001")


def test_a_consent_that_was_given_anew_needs_no_review(case: Workspace, keep: Keep) -> None:
    person = keep(Person())
    keep(Consent(person=person.id, scope="INTERNAL", status="GIVEN", until=away(5)))
    keep(Consent(person=person.id, scope="INTERNAL", status="GIVEN", until=away(500)))
    assert upcoming(case) == ()


def test_a_case_without_a_checked_recovery_sheet_says_so(case: Workspace) -> None:
    assert set(matters(case)) == {Matter.RECOVERY}


def test_what_must_be_filled_in_is_counted_with_the_first_codes(case: Workspace, keep: Keep) -> None:
    act, other = keep(Event(kind="ACT")), keep(Event(kind="EPISODE"))
    person = keep(Person())
    found = matters(case)
    assert found[Matter.NO_VICTIM].title == "1 act without a victim"
    assert (found[Matter.NO_SOURCE].title, found[Matter.NO_SOURCE].caption) == (
        "2 events without a source",
        "N-001, N-002",
    )
    assert found[Matter.NO_BASIS].citation == "P-001"
    keep(Involvement(person=person.id, event=act.id, role="VICTIM"))
    film = keep(Media(kind="VIDEO"))
    for event in (act, other):
        keep(Mark(stance="SUPPORTS", item=film.id, event=event.id))
    records.change(case, person, basis="CONSENT")
    assert not {Matter.NO_VICTIM, Matter.NO_SOURCE, Matter.NO_BASIS} & set(matters(case))


def test_sources_that_differ_wait_until_one_is_preferred(case: Workspace, keep: Keep) -> None:
    event = keep(Event())
    said = [
        keep(Assertion(subject=event.uid, field="people_count", value=Localised.of(count, "zxx")))
        for count in ("99", "101")
    ]
    assert matters(case)[Matter.CONFLICT].title == "Sources differ on 1 fact"
    assert matters(case)[Matter.CONFLICT].citation == "N-001"
    records.change(case, said[0], preferred=True)
    assert Matter.CONFLICT not in matters(case)


def test_an_import_that_was_cut_off_waits(case: Workspace, keep: Keep) -> None:
    batch = keep(Batch(received_from="Адвокат"))
    keep(Media(kind="PHOTO", batch=batch.id))
    assert matters(case)[Matter.IMPORT].caption == "Адвокат · 1 file has arrived"
    records.change(case, batch, finished=True)
    assert Matter.IMPORT not in matters(case)


def let_out(ws: Workspace, reader: str, target: Path, dossier: str, *held: Any) -> None:
    """Export a dossier that holds some records."""
    gate = release.Gate(ws, reader, "en")
    inspected = release.inspect(gate, b"pages", lambda _content: [])
    release.deliver(ws, gate, target, b"pages", inspected, dossier=dossier, records=[one.uid for one in held])


def test_consent_taken_back_after_the_words_had_left_names_the_dossiers(
    case: Workspace, keep: Keep, victim: Person, tmp_path: Path
) -> None:
    told, other = keep(Testimony(language="ru", speaker=victim.id)), keep(Media(kind="PHOTO"))
    consents.decide(case, victim, "COURT_NAT", "GIVEN")
    let_out(case, "COURT", tmp_path / "1.pdf", "D-01", told)
    let_out(case, "COURT", tmp_path / "2.pdf", "D-02", other)
    let_out(case, "INTERNATIONAL", tmp_path / "3.pdf", "D-03", told)
    assert Matter.WITHDRAWN not in matters(case)
    consents.withdraw(case, victim, "COURT_NAT", away(0))
    waiting = matters(case)[Matter.WITHDRAWN]
    assert (waiting.title, waiting.tail, waiting.tone) == ("Асанов Болот withdrew consent", "1 place", Tone.DANGER)
    assert waiting.caption == "P-001, used in D-01: take out or replace"
    let_out(case, "COURT", tmp_path / "5.pdf", "D-05", told)
    assert "D-05" not in matters(case)[Matter.WITHDRAWN].caption, "what leaves afterwards is for the gate to judge"
    let_out(case, "COURT", tmp_path / "4.pdf", "D-01", other)
    assert Matter.WITHDRAWN not in matters(case), "replaced by one without them"


def test_consent_to_any_use_taken_back_concerns_every_reader(
    case: Workspace, keep: Keep, victim: Person, tmp_path: Path
) -> None:
    photo = keep(Media(kind="PHOTO"))
    keep(Mark(item=photo.id, person=victim.id, stance="DEPICTS"))
    consents.decide(case, victim, "STORE", "GIVEN")
    for number, reader in enumerate(("COURT", "INTERNATIONAL")):
        let_out(case, reader, tmp_path / f"{number}.pdf", f"D-0{number}", photo)
    consents.withdraw(case, victim, "STORE", away(0))
    assert matters(case)[Matter.WITHDRAWN].tail == "2 places"


def test_latest_work_says_what_was_done_by_whom_and_when(case: Workspace, victim: Person) -> None:
    people.protect(case, victim, "P3")
    newest = work.latest(case)[0]
    assert newest.says == "Protection of P-001 changed"
    assert (newest.who, newest.citation, newest.when[:6]) == (accounts.shown(case.account.name), "P-001", "today ")


def test_an_import_of_many_files_is_one_piece_of_work(case: Workspace, tmp_path: Path) -> None:
    for number in range(intake.FILES_AN_ACT + 3):
        (tmp_path / f"{number}.txt").write_text(f"text {number}")
    intake.run(case, sorted(tmp_path.glob("*.txt")))
    says = [done.says for done in work.latest(case)]
    assert f"{intake.FILES_AN_ACT + 3} files received" in says
    assert sum("received" in said for said in says) == 1


def test_the_same_done_in_a_row_is_one_line_that_counts_the_records(case: Workspace, keep: Keep) -> None:
    first, second = keep(Event()), keep(Event())
    for held in (first, second):
        changed = records.change(case, held, is_key=True)
        records.change(case, changed, is_key=False)
    changes = [done.says for done in work.latest(case) if done.verb == "event.changed"]
    assert changes == ["Key event of N-002 changed, and 1 record more"]


def test_moments_are_told_by_the_clock_of_this_computer() -> None:
    local = datetime(2025, 3, 5, 10, 20).astimezone()
    ts = local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    assert work.moment(ts, date(2025, 3, 5)) == "today 10:20"
    assert work.moment(ts, date(2025, 3, 6)) == "yesterday 10:20"
    assert work.moment(ts, date(2025, 4, 1)) == "5 March 2025"


def opened(ws: Workspace, days: int) -> date:
    """Pretend that the case was opened so many days ago for the last time; returns today."""
    before = datetime.now(UTC) - timedelta(days)
    held = preferences.get(ws, since.KEY)
    preferences.put(ws, since.KEY, {**held, "ts": before.isoformat()})
    return before.astimezone().date() + timedelta(days)


def test_there_is_no_news_the_first_time(case: Workspace) -> None:
    assert since.arrive(case) is None
    assert preferences.get(case, since.KEY)["seen"]


def test_after_three_days_the_files_that_came_are_news(case: Workspace, tmp_path: Path) -> None:
    since.arrive(case)
    (tmp_path / "a.txt").write_text("text")
    intake.run(case, [tmp_path / "a.txt"])
    today = opened(case, 3)
    news = since.arrive(case, today)
    assert news == since.Since("Since you last opened this case, 3 days ago", ("1 file received",))
    assert since.arrive(case, today) is None, "told once"


@pytest.mark.parametrize(("weekday", "is_told"), [(0, True), (1, False)])
def test_after_one_day_news_is_told_on_mondays_only(
    case: Workspace, tmp_path: Path, weekday: int, is_told: bool
) -> None:
    since.arrive(case)
    (tmp_path / "a.txt").write_text("text")
    intake.run(case, [tmp_path / "a.txt"])
    today = date.fromisoformat(listing.today())
    today -= timedelta((today.weekday() - weekday) % 7)  # the last day of this name
    before = datetime.combine(today - timedelta(1), datetime.min.time()).astimezone()
    held = preferences.get(case, since.KEY)
    preferences.put(case, since.KEY, {**held, "ts": before.isoformat()})
    assert (since.arrive(case, today) is not None) is is_told


def test_what_somebody_wrote_into_the_preference_by_mistake_is_no_news(case: Workspace) -> None:
    for odd in ("2025", {"ts": "soon", "seen": {}}, {"ts": "2025-01-01"}, 7):
        preferences.put(case, since.KEY, odd)
        assert since.arrive(case) is None
