"""What is asked before an import."""

from __future__ import annotations

from datetime import date, timedelta

from evidence_app.gui.dialogs.import_sheet import ImportSheet


def test_files_are_not_received_on_a_day_that_has_not_come(qtbot):
    sheet = ImportSheet(1, "1 kB", None)
    qtbot.addWidget(sheet)
    agreed = []
    sheet.agreed.connect(agreed.append)
    sheet.received.setText((date.today() + timedelta(days=1)).isoformat())
    sheet.go.click()
    assert agreed == []
    assert sheet._wrong.text().startswith("This day has not come yet.")
    sheet.received.setText(date.today().isoformat())
    sheet.go.click()
    assert agreed[0].received.text == date.today().isoformat()
