"""The same house without a window: one command a thing a person can do.

Exit codes: 0 done · 1 a finding · 2 misuse · 3 wrong passphrase · 4 damage · 5 the computer lacks something.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evidence_app.domain.errors import BadInput, CannotRead, EvidenceError
from evidence_app.services import progress, self_test
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _, ngettext_

Window = Callable[[Path | None, str | None], int | None]
READERS = ("team", "court", "international", "public")


def run(arguments: Sequence[str], show_window: Window) -> int:
    """Carry out one command; errors are one sentence on stderr."""
    parser = _parser()
    options = parser.parse_args(arguments)
    words.choose(options.interface)
    options.show_window = show_window
    try:
        return int(options.act(options))
    except EvidenceError as problem:
        print(f"evidence-app: {problem}", file=sys.stderr)
        return problem.exit_code
    except (KeyboardInterrupt, progress.Cancelled):
        print(_("evidence-app: stopped; what was recorded so far stays."), file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read us has seen enough; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    """Return the commands and their options."""
    parser = argparse.ArgumentParser(prog="evidence-app", description=_("Catalogue evidence offline, make dossiers."))
    parser.add_argument("--interface", choices=list(words.LANGUAGES), default=_interface(), help=_("language"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help=_("make the sample case and its dossier, then open the window"))
    demo.add_argument("--out", type=Path, metavar="DIR")
    demo.add_argument("--no-window", action="store_true")
    demo.set_defaults(act=_demo)

    window = commands.add_parser("open", help=_("open the window"))
    window.add_argument("case", type=Path, nargs="?", metavar="CASE")
    window.set_defaults(act=_open)

    new = _case_command(commands, "new", _new, _("make a case"))
    new.add_argument("--title", required=True)
    new.add_argument("--language", default="ru")

    synthesise = _case_command(commands, "synthesise", _synthesise, _("make a fictional case of any size"))
    for name, default in (("victims", 44), ("testimonies", 200), ("media", 100), ("seed", 1)):
        synthesise.add_argument(f"--{name}", type=_whole, default=default)

    intake = _case_command(commands, "import", _import, _("take files and folders in"))
    intake.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    intake.add_argument("--from", dest="received_from", metavar="WHO")
    intake.add_argument("--received", metavar="WHEN")
    intake.add_argument("--how", metavar="HOW")
    _json_option(intake)

    for name, text in (("testimonies", _("take testimonies in")), ("people", _("take people in"))):
        lines = _case_command(commands, f"import-{name}", _import_lines, text)
        lines.add_argument("file", type=Path, metavar="FILE.jsonl")
        lines.set_defaults(what=name)
        _json_option(lines)

    search = _case_command(commands, "search", _search, _("search everything"))
    search.add_argument("query")
    search.add_argument("--kind", action="append", default=[])
    search.add_argument("--limit", type=_whole, default=20)
    _json_option(search)

    dossier = _case_command(commands, "dossier", _dossier, _("make a PDF dossier"))
    dossier.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    dossier.add_argument("--reader", choices=READERS, default="court")
    dossier.add_argument("--language", choices=list(words.LANGUAGES), default="ru")

    _json_option(_case_command(commands, "verify", _verify, _("check that nothing was changed")))
    _json_option(_case_command(commands, "journal", _journal, _("print the journal")))
    _case_command(commands, "passphrase", _passphrase, _("change the passphrase"))

    test = commands.add_parser("self-test", help=_("say what works on this computer and what it lacks"))
    test.set_defaults(act=_self_test)
    _json_option(test)
    return parser


def _case_command(commands: Any, name: str, act: Callable[[Any], int], text: str) -> argparse.ArgumentParser:
    """Add a command that works on a case."""
    command: argparse.ArgumentParser = commands.add_parser(name, help=text)
    command.add_argument("case", type=Path, metavar="CASE")
    command.add_argument("--passphrase-file", type=Path, metavar="FILE")
    command.set_defaults(act=act)
    return command


def _json_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help=_("print for a program to read"))


def _whole(text: str) -> int:
    """Read a whole number that is not negative."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _interface() -> str:
    """Return the language that the environment asks for."""
    return (os.environ.get("LC_ALL") or os.environ.get("LANG") or "en")[:2].lower()


def _secret(options: Any, *, is_new: bool = False) -> str:
    """Return the passphrase: from a file, the environment or a prompt. Raises CannotRead, BadInput."""
    if options.passphrase_file:
        try:
            return str(options.passphrase_file.read_text(encoding="utf-8")).rstrip("\r\n")
        except (OSError, ValueError) as problem:
            why = getattr(problem, "strerror", None) or _("it is not UTF-8 text")
            raise CannotRead(path=options.passphrase_file.name, why=why) from problem
    given = os.environ.get("EVIDENCE_PASSPHRASE")
    if given is not None:
        return given
    try:
        typed = getpass.getpass(_("Passphrase: "))
        if is_new and getpass.getpass(_("Once more: ")) != typed:
            raise BadInput(where=_("Passphrase"), why=_("the two are not the same"))
    except EOFError as problem:
        raise BadInput(where=_("Passphrase"), why=_("none was given")) from problem
    return typed


def _opened(options: Any, *, read_only: bool = False) -> Workspace:
    from evidence_app.services import cases

    return cases.open_case(options.case, _secret(options), read_only=read_only)


def _say(text: str) -> None:
    print(text)


def _dump(value: Any) -> None:
    """Print one JSON value on one line."""
    print(json.dumps(value, ensure_ascii=False))


class _Terminal:
    """Progress on the last line of a terminal; silent elsewhere."""

    def step(self, what: str, done: int, total: int) -> None:
        """Show how far a long act has come."""
        if what and sys.stderr.isatty():
            share = f" {100 * done // total} %" if total else ""
            print(f"\r\x1b[K{what}{share}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Clear the line."""
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _demo(options: Any) -> int:
    """Make the sample case, verify it, write its dossier, say where; then open the window."""
    from evidence_app.services import cases, demonstration

    folder = options.out or demonstration.default_folder()
    terminal = _Terminal()
    shown = demonstration.make(folder, terminal)
    terminal.end()
    _say(_("Sample case: %(path)s (passphrase: %(passphrase)s)") % {"path": shown.case, "passphrase": shown.passphrase})
    _say(shown.verification.summary())
    for built in shown.dossiers:
        said = ngettext_("Dossier: %(path)s (%(n)s page)", "Dossier: %(path)s (%(n)s pages)", built.pages)
        _say(said % {"path": built.path, "n": built.pages})
    if not shown.verification.is_intact:
        return 4
    if options.no_window:
        return 0
    code = options.show_window(shown.case, cases.SAMPLE_PASSPHRASE)
    if code is None:
        _say(_("There is no display here, so the window was not opened."))
    return code or 0


def _open(options: Any) -> int:
    """Open the window."""
    code: int | None = options.show_window(options.case, None)
    if code is None:
        print(_("evidence-app: there is no display on this computer."), file=sys.stderr)
        return 5
    return code


def _new(options: Any) -> int:
    from evidence_app.services import cases

    cases.create(options.case, options.title, _secret(options, is_new=True), language=options.language).close()
    _say(_("Made %(path)s.") % {"path": options.case})
    return 0


def _synthesise(options: Any) -> int:
    from evidence_app.services import cases, synthesis

    terminal = _Terminal()
    with cases.open_case(options.case, _secret(options)) if cases.is_case(options.case) else _fictional(options) as ws:
        synthesis.load(ws, options.victims, options.testimonies, options.media, options.seed, terminal)
        terminal.end()
        _say(json.dumps(asdict(cases.counts(ws))))
    return 0


def _fictional(options: Any) -> Workspace:
    from evidence_app.services import cases

    return cases.create(options.case, _("Fictional case"), _secret(options, is_new=True))


def _import(options: Any) -> int:
    from evidence_app.domain.partial_date import PartialDate
    from evidence_app.services import examining, intake

    received = PartialDate.read(options.received) if options.received else None
    facts = intake.Facts(options.received_from, received, options.how)
    terminal = _Terminal()
    with _opened(options) as ws:
        report = intake.run(ws, options.paths, facts, terminal)
        examining.run(ws, terminal)
    terminal.end()
    if options.json:
        _dump(asdict(report))
    else:
        _say(_("Added: %(n)s. Here already: %(m)s.") % {"n": len(report.added), "m": len(report.again)})
    for refused in report.refused:
        print(refused.why if refused.name in refused.why else f"{refused.name}: {refused.why}", file=sys.stderr)
    return 1 if report.refused else 0


def _import_lines(options: Any) -> int:
    from evidence_app.services import people, testimonies

    taking = {"testimonies": testimonies.import_lines, "people": people.import_lines}[options.what]
    with _opened(options) as ws:
        report = taking(ws, options.file)
    if options.json:
        _dump(asdict(report))
    else:
        _say(_("Added: %(n)s. Here already: %(m)s.") % {"n": len(report.added), "m": len(report.again)})
    for sentence in report.refused:
        print(sentence, file=sys.stderr)
    return 1 if report.refused else 0


def _search(options: Any) -> int:
    from evidence_app.services import searching

    with _opened(options) as ws:
        results = searching.search(ws, options.query, kinds=options.kind, limit=options.limit)
    if options.json:
        keys = ("citation", "kind", "title", "language", "external_id", "score")
        _dump([{**{key: getattr(hit, key) for key in keys}, "snippet": hit.snippet.text} for hit in results.hits])
        return 0
    for hit in results.hits:
        _say(f"{hit.citation}\t{hit.title}\n    {hit.snippet.text}")
    _say(ngettext_("%(n)s hit", "%(n)s hits", results.total) % {"n": results.total})
    return 0


def _dossier(options: Any) -> int:
    from evidence_app.services import dossiers

    terminal = _Terminal()
    with _opened(options) as ws:
        reader = options.reader.upper()
        built = dossiers.build(ws, options.out, reader=reader, language=options.language, progress=terminal)
    terminal.end()
    said = ngettext_("%(path)s: %(n)s page, SHA-256 %(hash)s", "%(path)s: %(n)s pages, SHA-256 %(hash)s", built.pages)
    _say(said % {"path": built.path, "n": built.pages, "hash": built.sha256})
    for ground, count in sorted(built.withheld.items()):
        _say(_("withheld: %(n)s (%(ground)s)") % {"n": count, "ground": ground})
    return 0


def _verify(options: Any) -> int:
    from evidence_app.services import verifying

    terminal = _Terminal()
    found = verifying.verify(options.case, _secret(options), terminal)
    terminal.end()
    if options.json:
        _dump({"intact": found.is_intact, **asdict(found)})
    else:
        for finding in found.findings:
            print(finding.sentence, file=sys.stderr)
        for note in found.notes:
            _say(note)
        _say(found.summary())
    return 0 if found.is_intact else 4


def _journal(options: Any) -> int:
    from evidence_app.services import history

    with _opened(options, read_only=True) as ws:
        for line in history.lines(ws):
            if options.json:
                _dump(asdict(line))
            else:
                _say(f"{line.seq:>6}  {line.ts}  {line.actor[:8]}  {line.op:<24} {line.obj}")
    return 0


def _passphrase(options: Any) -> int:
    from evidence_app.services import cases

    with cases.open_case(options.case, old := _secret(options)) as ws:
        new = getpass.getpass(_("New passphrase: "))
        if getpass.getpass(_("Once more: ")) != new:
            raise BadInput(where=_("Passphrase"), why=_("the two are not the same"))
        cases.change_passphrase(ws, old, new)
    return 0


def _self_test(options: Any) -> int:
    results = self_test.run()
    if options.json:
        _dump([asdict(result) for result in results])
    else:
        for result in results:
            _say(f"{'✓' if result.works else '✗' if result.is_needed else '–'} {result.what}: {result.said}")
    return 0 if all(result.works or not result.is_needed for result in results) else 5
