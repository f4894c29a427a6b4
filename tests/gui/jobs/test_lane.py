"""Lanes: order, answers, cancelling, and what happens to errors."""

from __future__ import annotations

import threading

import pytest

from evidence_app.domain.errors import NotFound
from evidence_app.gui.jobs.lane import Lane
from evidence_app.gui.jobs.relay import Relay


@pytest.fixture
def lane(relay: Relay):
    made = Lane("trial", relay)
    yield made
    made.close()
    assert made.join()


def test_jobs_run_in_order_beside_the_window_and_answer_in_it(lane: Lane, qtbot):
    ran_in, answers = set(), []

    def work(number):
        ran_in.add(threading.current_thread().name)
        return number

    for number in range(5):
        lane.give(lambda _progress, number=number: work(number), done=answers.append)
    qtbot.waitUntil(lambda: len(answers) == 5)
    assert answers == [0, 1, 2, 3, 4]
    assert ran_in == {"trial"}


def test_a_known_error_reaches_the_page_that_asked(lane: Lane, qtbot):
    errors = []

    def work(_progress):
        raise NotFound(what="P-999")

    lane.give(work, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].sentence() == "This case holds no P-999."


def test_a_bug_reaches_the_relay_and_the_lane_goes_on(qapp, qtbot):
    relay, bugs, answers = Relay(), [], []
    relay.broke.connect(bugs.append)
    lane = Lane("trial", relay)
    lane.give(lambda _progress: 1 // 0)
    lane.give(lambda _progress: "still here", done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    lane.close()
    assert lane.join()
    assert isinstance(bugs[0], ZeroDivisionError)


def test_cancelling_stops_a_job_at_its_next_step(lane: Lane, qtbot):
    steps, stopped, started = [], [], threading.Event()
    go_on = threading.Event()

    def work(progress):
        progress.step("Sealing files", 1, 3)
        started.set()
        go_on.wait(5)
        progress.step("Sealing files", 2, 3)
        raise AssertionError("the job went on after it was cancelled")

    job = lane.give(work, progressed=steps.append, stopped=lambda: stopped.append(True))
    assert started.wait(5)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(stopped))
    assert [(step.what, step.done, step.total) for step in steps] == [("Sealing files", 1, 3)]


def test_a_newer_question_drops_one_of_the_same_topic_that_still_waits(lane: Lane, qtbot):
    hold, answers = threading.Event(), []
    lane.give(lambda _progress: hold.wait(5))
    for words in ("Кош", "Кошма", "Кошмамбет"):
        lane.give(lambda _progress, words=words: words, topic="search", done=answers.append)
    hold.set()
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(50)
    assert answers == ["Кошмамбет"]


def test_an_answer_never_reaches_a_widget_that_is_gone(lane: Lane, qtbot):
    from PySide6.QtCore import QObject

    heard = []

    class Page(QObject):
        def on_answer(self, answer):
            heard.append(answer)

    import shiboken6

    page, hold = Page(), threading.Event()
    lane.give(lambda _progress: hold.wait(5), done=page.on_answer)
    shiboken6.delete(page)
    hold.set()
    done = []
    lane.give(lambda _progress: None, done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert heard == []
