"""What each command does: one short function a command; returns the exit code."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

from evidence_app.cli.deadlines import deadlines as deadlines
from evidence_app.cli.options import new_secret, secret
from evidence_app.cli.recovery import recovery_make as recovery_make
from evidence_app.cli.recovery import recovery_open as recovery_open
from evidence_app.cli.terminal import Terminal, dump, say
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.release import ground_label
from evidence_app.domain.rules import check_value
from evidence_app.services import (
    cases,
    demonstration,
    dossiers,
    examining,
    history,
    intake,
    people,
    sample,
    searching,
    synthesis,
    testimonies,
    verifying,
)
from evidence_app.services import (
    self_test as trials,
)
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import _, ngettext_


def check(options: Any) -> None:
    """Raise BadInput for words that are no text, before anything is done with them; a path may be any bytes."""
    for name, value in vars(options).items():
        check_value(value, name)


def _opened(options: Any, *, read_only: bool = False) -> Workspace:
    """Open the case that a command names."""
    return cases.open_case(options.case, secret(options), read_only=read_only)


def demo(options: Any) -> int:
    """Make the sample case, verify it, write its dossier, say where; then open the window."""
    folder = options.out or demonstration.default_folder()
    terminal = Terminal()
    shown = demonstration.make(folder, terminal)
    terminal.end()
    say(_("Sample case: %(path)s (passphrase: %(passphrase)s)") % {"path": shown.case, "passphrase": shown.passphrase})
    say(shown.verification.summary())
    for built in shown.dossiers:
        said = ngettext_("Dossier: %(path)s (%(n)s page)", "Dossier: %(path)s (%(n)s pages)", built.pages)
        say(said % {"path": built.path, "n": built.pages})
    if not shown.verification.is_intact:
        return 4
    if options.no_window:
        return 0
    code = options.show_window(shown.case, sample.PASSPHRASE)
    if code is None:
        say(_("There is no display here, so the window was not opened."))
    return code or 0


def new(options: Any) -> int:
    """Make a case."""
    cases.create(options.case, options.title, secret(options, is_new=True), language=options.language).close()
    say(_("Made %(path)s.") % {"path": options.case})
    return 0


def synthesise(options: Any) -> int:
    """Put a fictional case into a new or an empty one."""
    terminal = Terminal()
    with cases.open_case(options.case, secret(options)) if cases.is_case(options.case) else _fictional(options) as ws:
        synthesis.load(ws, options.victims, options.testimonies, options.media, options.seed, terminal)
        examining.run(ws, terminal)
        terminal.end()
        say(json.dumps(asdict(cases.counts(ws))))
    return 0


def _fictional(options: Any) -> Workspace:
    return cases.create(options.case, _("Fictional case"), secret(options, is_new=True))


def import_(options: Any) -> int:
    """Take files and folders in, and look into them."""
    received = PartialDate.read(options.received) if options.received else None
    facts = intake.Facts(options.received_from, received, options.how)
    terminal = Terminal()
    with _opened(options) as ws:
        report = intake.run(ws, options.paths, facts, terminal, terminal.refused)
        examining.run(ws, terminal)
    terminal.end()
    if options.json:
        dump(asdict(report))
    else:
        say(_("Added: %(n)s. Here already: %(m)s.") % {"n": len(report.added), "m": len(report.again)})
    return 1 if report.refused else 0


def import_lines(options: Any) -> int:
    """Take people or testimonies in."""
    taking = {"testimonies": testimonies.import_lines, "people": people.import_lines}[options.what]
    with _opened(options) as ws:
        report = taking(ws, options.file)
    if options.json:
        dump(asdict(report))
    else:
        say(_("Added: %(n)s. Here already: %(m)s.") % {"n": len(report.added), "m": len(report.again)})
    for sentence in report.refused:
        print(sentence, file=sys.stderr)
    return 1 if report.refused else 0


def search(options: Any) -> int:
    """Search everything."""
    with _opened(options) as ws:
        results = searching.search(ws, options.query, kinds=options.kind, limit=options.limit)
    if options.json:
        keys = ("citation", "kind", "title", "language", "external_id", "score")
        dump([{**{key: getattr(hit, key) for key in keys}, "snippet": hit.snippet.text} for hit in results.hits])
        return 0
    for hit in results.hits:
        say(f"{hit.citation}\t{hit.title}\n    {hit.snippet.text}")
    say(ngettext_("%(n)s hit", "%(n)s hits", results.total) % {"n": results.total})
    return 0


def dossier(options: Any) -> int:
    """Make a PDF dossier."""
    terminal = Terminal()
    with _opened(options) as ws:
        reader = options.reader.upper()
        for sentence in dossiers.foresee(ws, reader):
            say(sentence)
        built = dossiers.build(ws, options.out, reader=reader, language=options.language, progress=terminal)
    terminal.end()
    said = ngettext_("%(path)s: %(n)s page, SHA-256 %(hash)s", "%(path)s: %(n)s pages, SHA-256 %(hash)s", built.pages)
    say(said % {"path": built.path, "n": built.pages, "hash": built.sha256})
    for ground, count in sorted(built.withheld.items()):
        say(_("withheld: %(n)s (%(ground)s)") % {"n": count, "ground": ground_label(ground)})
    return 0


def reindex(options: Any) -> int:
    """Make the search index anew."""
    with _opened(options) as ws:
        searching.rebuild(ws)
    say(_("The search index was made anew."))
    return 0


def verify(options: Any) -> int:
    """Check that nothing was changed."""
    terminal = Terminal()
    found = verifying.verify(options.case, secret(options), terminal)
    terminal.end()
    if options.json:
        dump({"intact": found.is_intact, **asdict(found)})
    else:
        for finding in found.findings:
            print(finding.sentence, file=sys.stderr)
        for note in found.notes:
            say(note)
        say(found.summary())
    return 0 if found.is_intact else 4


def journal(options: Any) -> int:
    """Print the journal."""
    with _opened(options, read_only=True) as ws:
        for line in history.lines(ws):
            if options.json:
                dump(asdict(line))
            else:
                say(f"{line.seq:>6}  {line.ts}  {line.actor[:8]}  {line.op:<24} {line.obj}")
    return 0


def passphrase(options: Any) -> int:
    """Change the passphrase."""
    with cases.open_case(options.case, old := secret(options)) as ws:
        cases.change_passphrase(ws, old, new_secret())
    return 0


def self_test(options: Any) -> int:
    """Say what works on this computer and what it lacks."""
    results = trials.run()
    if options.json:
        dump([asdict(result) for result in results])
    else:
        for result in results:
            say(f"{'✓' if result.works else '✗' if result.is_needed else '–'} {result.what}: {result.said}")
    return 0 if all(result.works or not result.is_needed for result in results) else 5
