"""Deadlines: counted, set by hand, following what they are counted from; and the table of rules."""

from __future__ import annotations

import pytest

from evidence_app.domain.deadline import Deadline, DeadlineRule
from evidence_app.domain.errors import BadDate, BadInput, NotFound
from evidence_app.domain.localised import Localised
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.proceeding import Proceeding
from evidence_app.services import deadline_details, deadline_rows, deadline_rules, deadlines, proceedings, records
from evidence_app.services.overview import work
from evidence_app.services.workspace import Workspace
from evidence_app.system import words

VERDICT = PartialDate.parse("2025-01-17")


def deadline(**values: object) -> Deadline:
    return Deadline(title=Localised.of("Appeal"), **values)  # type: ignore[arg-type]


def on(day: str) -> PartialDate:
    return PartialDate.parse(day)


def test_a_deadline_is_counted_from_its_rule_when_it_is_added(case: Workspace) -> None:
    added = deadlines.add(case, deadline(starts=VERDICT), rule="kz-appeal")
    assert added.due == on("2025-02-03")


def test_a_day_given_by_hand_stays_and_is_marked(case: Workspace) -> None:
    added = deadlines.add(case, deadline(starts=VERDICT, due=on("2025-01-30")), rule="kz-appeal")
    assert added.due == on("2025-01-30")
    (row,) = deadline_rows.rows(case, "2025-01-20")
    assert row.is_own and "Set by hand to 30 January 2025." in row.how


def test_a_counted_day_follows_its_start(case: Workspace) -> None:
    added = deadlines.add(case, deadline(starts=VERDICT), rule="kz-appeal")
    assert records.change(case, added, starts=on("2025-01-20")).due == on("2025-02-04")


def test_a_day_set_by_hand_does_not_follow_its_start(case: Workspace) -> None:
    added = deadlines.add(case, deadline(starts=VERDICT), rule="kz-appeal")
    own = records.change(case, added, due=on("2025-01-30"))
    assert records.change(case, own, starts=on("2025-01-20")).due == on("2025-01-30")


def test_emptying_the_day_has_it_counted_again(case: Workspace) -> None:
    added = deadlines.add(case, deadline(starts=VERDICT, due=on("2025-01-30")), rule="kz-appeal")
    assert records.change(case, added, due=None).due == on("2025-02-03")


def test_deadlines_follow_a_rule_that_is_changed_but_for_those_set_by_hand(case: Workspace) -> None:
    added = deadlines.add(case, deadline(starts=VERDICT), rule="kz-appeal")
    own = deadlines.add(case, deadline(starts=VERDICT, due=on("2025-01-30")), rule="kz-appeal")
    rule = deadline_rules.by_key(case, "kz-appeal")
    deadlines.change_rule(case, rule, count=30, is_checked=True)
    assert case.records.get(Deadline, added.id).due == on("2025-02-17")  # 16 February is a Sunday
    assert case.records.get(Deadline, own.id).due == on("2025-01-30")


def test_deadlines_follow_the_calendar_of_the_case(case: Workspace) -> None:
    added = deadlines.add(case, deadline(starts=VERDICT), rule="kz-appeal")
    deadlines.set_calendar(case, holidays="KZ", own_holidays=("2025-02-03",))
    assert case.records.get(Deadline, added.id).due == on("2025-02-04")
    deadlines.set_calendar(case, holidays="KZ", own_holidays=("-2025-02-01",))
    assert case.records.get(Deadline, added.id).due == on("2025-02-01")
    with pytest.raises(BadDate):
        deadlines.set_calendar(case, own_holidays=("01/02/2025",))


def test_done_and_undone_are_acts_with_an_entry_each(case: Workspace) -> None:
    added = deadlines.add(case, deadline(due=on("2025-02-03")))
    assert deadlines.finish(case, added.id, on("2025-01-29")).done == on("2025-01-29")
    assert case.journal.last().op == "deadline.done"
    assert deadlines.reopen(case, added.id).done is None
    with pytest.raises(NotFound):
        deadlines.finish(case, 99)


def test_deadlines_stand_in_the_order_of_their_days_and_done_ones_last(case: Workspace) -> None:
    for due in ("2025-03-01", "2025-02-01", None, "2025-01-01"):
        deadlines.add(case, deadline(due=on(due) if due else None))
    deadlines.finish(case, 4)
    rows = deadline_rows.rows(case, "2025-02-10")
    assert [(row.day, row.state) for row in rows] == [
        ("2025-02-01", "overdue"),
        ("2025-03-01", "open"),
        ("", "undated"),
        ("2025-01-01", "done"),
    ]
    assert [row.state_words for row in rows[:3]] == ["9 days overdue", "in 19 days", "no date yet"]
    assert [row.day for row in deadline_rows.upcoming(case, 30, "2025-02-10")] == ["2025-02-01", "2025-03-01"]
    assert [row.day for row in deadline_rows.upcoming(case, 7, "2025-02-10")] == ["2025-02-01"]
    assert [row.day for row in deadline_rows.overdue(case, "2025-02-10")] == ["2025-02-01"]


@pytest.mark.parametrize(
    ("today", "state", "days"),
    [("2025-08-20", "soon", 12), ("2025-09-15", "today", 0), ("2025-09-30", "today", 0), ("2025-10-03", "overdue", -3)],
)
def test_a_month_is_due_from_its_first_day_and_overdue_after_its_last(
    case: Workspace, today: str, state: str, days: int
) -> None:
    deadlines.add(case, deadline(due=on("2025-09")))
    (row,) = deadline_rows.rows(case, today)
    assert (row.state, row.days) == (state, days)


def test_how_a_day_was_counted_is_said_in_a_sentence(case: Workspace) -> None:
    deadlines.add(case, deadline(starts=VERDICT), rule="kz-appeal")
    (row,) = deadline_rows.rows(case, "2025-01-20")
    assert row.how == "15 days from 17 January 2025 = 1 February 2025, a Saturday, moved to 3 February 2025."
    assert row.is_checked is False and not row.is_own


def test_a_vague_start_is_said_to_give_the_earliest_day(case: Workspace) -> None:
    deadlines.add(case, deadline(starts=on("2025-01")), rule="kz-appeal")
    (row,) = deadline_rows.rows(case, "2025-01-10")
    assert row.is_earliest and row.day == "2025-01-16" and "At the earliest" in row.how


def test_where_the_start_is_not_known_the_sentence_says_so(case: Workspace) -> None:
    deadlines.add(case, deadline(starts=on("../2025-01")), rule="kz-appeal")
    (row,) = deadline_rows.rows(case, "2025-01-10")
    assert row.state == "undated" and "not known" in row.how


def test_every_rule_that_is_brought_must_still_be_confirmed_and_is_named_in_all_languages(case: Workspace) -> None:
    for rule in deadline_rules.brought():
        assert rule.is_checked is False and rule.law
        for text in (rule.name, rule.runs_from):
            assert set(text.as_dict()) == set(words.LANGUAGES)
            assert not any(said.startswith("~") for said in text.as_dict().values())
    keys = [rule.key for rule in deadline_rules.rules(case)]
    assert len(set(keys)) == len(keys) and "kz-appeal" in keys


def test_a_rule_of_the_case_takes_the_place_of_the_brought_one(case: Workspace) -> None:
    deadline_rules.add(case, DeadlineRule(key="kz-appeal", name=Localised.of("Ours"), count=10, is_checked=True))
    held = [rule for rule in deadline_rules.rules(case) if rule.key == "kz-appeal"]
    assert [(rule.name.best(), rule.count) for rule in held] == [("Ours", 10)]
    assert len(deadline_rules.rules(case)) == len(deadline_rules.brought())


def test_a_rule_that_was_thrown_out_does_not_come_back(case: Workspace) -> None:
    records.void(case, deadline_rules.by_key(case, "wgad-reply"), "not used")
    deadline_rules.adopt(case)
    assert "wgad-reply" not in {rule.key for rule in deadline_rules.rules(case)}
    with pytest.raises(NotFound):
        deadline_rules.by_key(case, "wgad-reply")


def test_a_case_is_founded_with_the_rules_and_given_once_what_a_newer_program_brings(
    case: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seq = case.journal.last().seq
    deadline_rules.adopt(case)
    assert case.journal.last().seq == seq
    newer = DeadlineRule(key="newer", name=Localised.of("Newer", "en"))
    monkeypatch.setattr(deadline_rules, "brought", lambda: (newer,))
    for _opening in range(2):
        deadline_rules.adopt(case)
    assert next(rule.key for rule in deadline_rules.rules(case)) == "newer"
    assert case.journal.last().seq == seq + 1
    assert all(act.verb != "deadline_rule.adopted" for act in work.latest(case))


@pytest.mark.parametrize(("count", "unit"), [(0, "DAY"), (-1, "MONTH"), (101, "YEAR"), (40_000, "DAY")])
def test_a_term_that_cannot_run_is_refused(case: Workspace, count: int, unit: str) -> None:
    with pytest.raises(BadInput):
        deadline_rules.add(case, DeadlineRule(name=Localised.of("x"), count=count, unit=unit))


def test_the_pane_beside_the_list_tells_rule_law_and_that_nobody_confirmed_it(case: Workspace) -> None:
    step = proceedings.add(case, Proceeding(title=Localised.of("First instance")))
    added = deadlines.add(case, deadline(starts=VERDICT, proceeding=step.id), rule="kz-appeal")
    told = deadline_details.overview(case, added.id)
    assert told is not None
    said = {(section.title, row.label): row.value for section in told.sections for row in section.rows}
    assert said["Rule", "State"].startswith("Not confirmed")
    assert said["Rule", "Provision"] and said["Concerns", "Proceeding"] == "First instance"
    assert said["How the day was counted", "How"].startswith("15 days from 17 January 2025")
    assert "check" in told.badges
