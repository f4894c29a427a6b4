"""Commands and their options, and where a passphrase comes from. Imports nothing heavy: the window starts here too."""

from __future__ import annotations

import argparse
import getpass
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evidence_app.domain.errors import BadInput, CannotRead
from evidence_app.system import words
from evidence_app.system.words import _

READERS = ("team", "court", "international", "public")


def parser() -> argparse.ArgumentParser:
    """Return the commands and their options."""
    top = argparse.ArgumentParser(prog="evidence-app", description=_("Catalogue evidence offline, make dossiers."))
    top.add_argument("--interface", choices=list(words.LANGUAGES), help=_("language"))
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help=_("make the sample case and its dossier, then open the window"))
    demo.add_argument("--out", type=Path, metavar="DIR")
    demo.add_argument("--no-window", action="store_true")
    demo.set_defaults(act="demo")

    window = commands.add_parser("open", help=_("open the window"))
    window.add_argument("case", type=Path, nargs="?", metavar="CASE")
    window.set_defaults(act="open")

    _filling(commands)
    _asking(commands)
    return top


def _filling(commands: Any) -> None:
    """Add the commands that make a case and put something in."""
    new = _case_command(commands, "new", "new", _("make a case"))
    new.add_argument("--title", required=True)
    new.add_argument("--language", default="ru")

    synthesise = _case_command(commands, "synthesise", "synthesise", _("make a fictional case of any size"))
    for name, default in (("victims", 44), ("testimonies", 200), ("media", 100), ("seed", 1)):
        synthesise.add_argument(f"--{name}", type=_whole, default=default)

    intake = _case_command(commands, "import", "import_", _("take files and folders in"))
    intake.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    intake.add_argument("--from", dest="received_from", metavar="WHO")
    intake.add_argument("--received", metavar="WHEN")
    intake.add_argument("--how", metavar="HOW")
    _json_option(intake)

    for name, text in (("testimonies", _("take testimonies in")), ("people", _("take people in"))):
        lines = _case_command(commands, f"import-{name}", "import_lines", text)
        lines.add_argument("file", type=Path, metavar="FILE.jsonl")
        lines.set_defaults(what=name)
        _json_option(lines)


def _asking(commands: Any) -> None:
    """Add the commands that find, print and check."""
    search = _case_command(commands, "search", "search", _("search everything"))
    search.add_argument("query")
    search.add_argument("--kind", action="append", default=[])
    search.add_argument("--limit", type=_whole, default=20)
    _json_option(search)

    dossier = _case_command(commands, "dossier", "dossier", _("make a PDF dossier"))
    dossier.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    dossier.add_argument("--reader", choices=READERS, default="court")
    dossier.add_argument("--language", choices=list(words.LANGUAGES), default="ru")

    deadlines = _case_command(commands, "deadlines", "deadlines", _("list deadlines, or write them as a calendar file"))
    deadlines.add_argument("--ics", type=Path, metavar="F.ics")
    deadlines.add_argument("--reader", choices=READERS, default="team")
    _json_option(deadlines)

    _json_option(_case_command(commands, "verify", "verify", _("check that nothing was changed")))
    _json_option(_case_command(commands, "journal", "journal", _("print the journal")))
    _case_command(commands, "reindex", "reindex", _("make the search index anew"))
    _case_command(commands, "passphrase", "passphrase", _("change the passphrase"))
    _recovery(commands)

    test = commands.add_parser("self-test", help=_("say what works on this computer and what it lacks"))
    test.set_defaults(act="self_test")
    _json_option(test)


def _recovery(commands: Any) -> None:
    """Add the commands of the recovery sheet."""
    top = commands.add_parser("recovery", help=_("the sheet that opens a case without its passphrase"))
    acts = top.add_subparsers(required=True, metavar="make|open")
    make = _case_command(acts, "make", "recovery_make", _("make a sheet; older ones end once it is checked"))
    make.add_argument("--out", type=Path, metavar="F.pdf")
    opening = acts.add_parser("open", help=_("open a case with its sheet, and give it a new passphrase"))
    opening.add_argument("case", type=Path, metavar="CASE")
    opening.add_argument("--words-file", type=Path, metavar="FILE")
    opening.add_argument("--new-passphrase-file", type=Path, metavar="FILE")
    opening.set_defaults(act="recovery_open")


def _case_command(commands: Any, name: str, act: str, text: str) -> argparse.ArgumentParser:
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
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(_("“%(text)s” is not a number") % {"text": text})
    return int(text)


def interface(arguments: Sequence[str]) -> str:
    """Return the language asked for, before anything else is read: help comes in it too."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    early.add_argument("--interface")
    asked: str | None = early.parse_known_args(arguments)[0].interface
    return (asked or os.environ.get("LC_ALL") or os.environ.get("LANG") or "en")[:2].lower()


def secret(options: Any, *, is_new: bool = False) -> str:
    """Return the passphrase: from a file, the environment or a prompt. Raises CannotRead, BadInput."""
    if options.passphrase_file:
        return read_secret(options.passphrase_file)
    given = os.environ.get("EVIDENCE_PASSPHRASE")
    if given is not None:
        return given
    return _typed(_("Passphrase: "), twice=is_new)


def new_secret(file: Path | None = None) -> str:
    """Return a new passphrase: from a file, or typed twice. Raises CannotRead, BadInput."""
    return read_secret(file) if file is not None else _typed(_("New passphrase: "), twice=True)


def _typed(prompt: str, *, twice: bool) -> str:
    """Ask for a passphrase. Raises BadInput."""
    try:
        typed = getpass.getpass(prompt)
        if twice and getpass.getpass(_("Once more: ")) != typed:
            raise BadInput(where=_("Passphrase"), why=_("the two are not the same"))
    except EOFError as problem:
        raise BadInput(where=_("Passphrase"), why=_("none was given")) from problem
    return typed


def read_secret(file: Path) -> str:
    """Return what a file holds, without the line feed at its end. Raises CannotRead."""
    try:
        return file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or _("it is not UTF-8 text")
        raise CannotRead(path=file.name, why=why) from problem
