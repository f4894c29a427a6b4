"""What a bug shows: where it happened, nothing of what was in the case."""

from __future__ import annotations

from evidence_app.gui.notices.bug_sheet import BugSheet


def test_the_report_of_a_bug_holds_no_content(qtbot):
    try:
        raise ValueError("Викрам at /home/someone/Secret case")
    except ValueError as bug:
        sheet = BugSheet(bug, None)
    qtbot.addWidget(sheet)
    assert "ValueError" in sheet.report
    assert "test_bug_sheet.py" in sheet.report
    assert "Викрам" not in sheet.report
    assert "Secret" not in sheet.report
    assert "/" not in sheet.report.replace("evidence_app/", "")
