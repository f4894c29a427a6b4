"""The recovery sheet on the command line: make one and check it, or open a case with it."""

from __future__ import annotations

import sys
from typing import Any

from evidence_app.cli.options import new_secret, read_secret, secret
from evidence_app.cli.terminal import say
from evidence_app.services import cases, recovery
from evidence_app.system.words import _


def recovery_make(options: Any) -> int:
    """Make a sheet, show or write it, and have three of its words typed back; 1 where they were not."""
    with cases.open_case(options.case, secret(options)) as ws:
        sheet = recovery.make_sheet(ws)
        if options.out:
            recovery.save_paper(sheet, options.out, options.case)
            say(_("Made %(path)s.") % {"path": options.out})
        else:
            for place, (word, number) in enumerate(zip(sheet.words, sheet.numbers, strict=True), start=1):
                say(f"{place:>2}. {word:<8} {number}")
        if not all(_is_typed(place, sheet.words[place - 1]) for place in recovery.places_to_check()):
            said = _("The sheet was not checked, so it opens nothing. The one before still does, if there is one.")
            print(said, file=sys.stderr)
            return 1
        recovery.confirm_sheet(ws, sheet)
    say(_("The sheet is checked. Older ones open nothing any more."))
    return 0


def recovery_open(options: Any) -> int:
    """Open a case with its sheet and give it a new passphrase."""
    words = read_secret(options.words_file) if options.words_file else _typed(_("The words of the sheet: "))
    recovery.read_words(words)  # before a passphrase is asked for
    new = new_secret(options.new_passphrase_file)
    recovery.open_with_recovery(options.case, words, new).close()
    say(_("The case has its new passphrase; the one before opens nothing any more."))
    return 0


def _is_typed(place: int, word: str) -> bool:
    """Have one word of the sheet typed back."""
    return recovery.is_word(_typed(_("Word %(place)s: ") % {"place": place}), word)


def _typed(prompt: str) -> str:
    """Ask for a line beside what is printed for others to read; empty where nobody is there to type one."""
    sys.stdout.flush()
    print(prompt, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline()
