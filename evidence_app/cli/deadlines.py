"""Deadlines without a window: a list, or a calendar file."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from evidence_app.cli.options import secret
from evidence_app.cli.terminal import dump, say
from evidence_app.domain.release import ground_label
from evidence_app.services import calendar_export, cases, deadline_rows
from evidence_app.system.words import _, ngettext_


def deadlines(options: Any) -> int:
    """List the deadlines, or write those still to be done as a calendar file."""
    with cases.open_case(options.case, secret(options), read_only=not options.ics) as ws:
        if options.ics:
            _say_exported(calendar_export.export(ws, options.ics, reader=options.reader.upper()))
            return 0
        rows = deadline_rows.rows(ws)
    if options.json:
        dump([asdict(row) for row in rows])
        return 0
    for row in rows:
        say("  ".join((row.day or "—" * 10, row.state_words, row.title)))
        more = (row.proceeding_title, row.how, _("The rule is not confirmed.") if row.is_checked is False else "")
        for words in filter(None, more):
            say(f"            {words}")
    return 0


def _say_exported(made: calendar_export.Exported) -> None:
    """Say what left, and what was held back."""
    said = ngettext_(
        "%(path)s: %(n)s deadline, SHA-256 %(hash)s", "%(path)s: %(n)s deadlines, SHA-256 %(hash)s", made.deadlines
    )
    say(said % {"path": made.path, "n": made.deadlines, "hash": made.sha256})
    for ground, count in sorted(made.withheld.items()):
        say(_("withheld: %(n)s (%(ground)s)") % {"n": count, "ground": ground_label(ground)})
