"""The recovery sheet: 24 words on paper that open the case when its passphrase is forgotten."""

from __future__ import annotations

import errno
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from evidence_app.domain.errors import AlreadyExists, CannotWrite, NoSpace, WrongSheet
from evidence_app.keys import key_file, wordlist
from evidence_app.keys import recovery as encoding
from evidence_app.keys.derivation import Profile, calibrated
from evidence_app.keys.key_file import KeyFile
from evidence_app.keys.keyring import Keyring
from evidence_app.services import accounts, preferences
from evidence_app.services.cases import check_passphrase
from evidence_app.services.opening import Opener, opened
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.preferences import Preferences
from evidence_app.system import clock, files
from evidence_app.system.words import _

CHECKED = "recovery.checked"  # the wrap of the sheet that was typed back
WORDS = encoding.WORDS
_CHECKED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """A new sheet: its words, the number of each, and by what it is told from others; never the name of the case."""

    words: tuple[str, ...] = field(repr=False)
    numbers: tuple[str, ...] = field(repr=False)
    mark: str
    made_on: str


def suggest_passphrase() -> str:
    """Return a passphrase of six random words, easy to write down and to type."""
    return wordlist.suggestion()


def make_sheet(ws: Workspace) -> Sheet:
    """Make a sheet; it opens nothing, and an older one goes on to open the case, until this one is confirmed."""
    words = encoding.to_words(encoding.new_secret())
    numbers = tuple(wordlist.number(word) for word in words)
    return Sheet(words, numbers, ws.keyring.case_uid[:8], clock.today().isoformat())


def confirm_sheet(ws: Workspace, sheet: Sheet) -> None:
    """Let a sheet that was typed back open the case, and be the only one that does.

    Raises KeysDamaged, NoSpace, CannotWrite; then nothing has changed and nothing is logged.
    """
    keys = key_file.of_keyring(ws.folder, ws.keyring)
    changed = keys.with_recovery(ws.keyring, encoding.from_words(" ".join(sheet.words)))
    (wrap,) = changed.recovery_wraps
    account = ws.keyring.account_id
    with key_file.in_force(ws.folder, changed), ws.act("account.recovery_confirmed", obj=account) as act:
        act.facts |= {"account": account, "wrap": wrap}
        Preferences(ws.archive.connection).put(CHECKED, wrap)  # one transaction


def has_recovery(ws: Workspace) -> bool:
    """Tell whether a sheet opens the case that somebody has typed back. Raises KeysDamaged."""
    return preferences.get(ws, CHECKED) in key_file.of_keyring(ws.folder, ws.keyring).recovery_wraps


def is_missing(ws: Workspace) -> bool:
    """Tell whether a person should be reminded of the sheet. Raises KeysDamaged."""
    return not has_recovery(ws)


def places_to_check() -> list[int]:
    """Return the places of three words, counted from 1, by which a person shows that the sheet can be read."""
    return sorted(secrets.SystemRandom().sample(range(1, WORDS + 1), _CHECKED_WORDS))


def is_word(typed: str, word: str) -> bool:
    """Tell whether what was typed is a word of the sheet, read as forgivingly as when the case is opened."""
    place = wordlist.place(typed.strip())
    return place is not None and wordlist.words()[place] == word


def read_words(typed: str) -> bytes:
    """Read the words of a sheet; raises WrongWord, WordsMissing, WordsDisagree."""
    return encoding.from_words(typed)


def open_with_recovery(folder: Path, words: str, new_passphrase: str, *, profile: Profile | None = None) -> Workspace:
    """Open a case with its sheet, as a new account under a new passphrase: the forgotten one opens nothing any more.

    Raises what `read_words`, `check_passphrase` and `open_case` raise, and WrongSheet for another case's or an older
    sheet; then all is as it was.
    """
    secret = read_words(words)
    check_passphrase(new_passphrase)
    cost = profile or calibrated()
    made: list[KeyFile] = []  # of the copies tried, the last is the one that opened

    def unlock(keys: KeyFile) -> Keyring:
        changed, keyring = keys.recovered(secret, new_passphrase, cost)
        made.append(changed)
        return keyring

    def take_over(ws: Workspace) -> None:
        with key_file.in_force(folder, made[-1]):
            accounts.enter(ws, made[-1])

    return opened(folder, Opener(unlock, WrongSheet, take_over))


def paper(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF of one page, in the language spoken now."""
    from evidence_app.dossier import recovery_sheet  # late: ReportLab takes its time

    return recovery_sheet.make(sheet.words, sheet.numbers, sheet.mark, sheet.made_on)


def save_paper(sheet: Sheet, target: Path, case: Path) -> None:
    """Write the sheet as a PDF where the person wants it. Raises AlreadyExists, CannotWrite, NoSpace."""
    if target.resolve().is_relative_to(case.resolve()):
        raise CannotWrite(path=target.name, why=_("the sheet must not lie beside what it opens"))
    try:
        with files.prepared(target, paper(sheet), replacing=False):
            pass
    except FileExistsError as problem:
        raise AlreadyExists(path=target.name) from problem
    except OSError as problem:
        if problem.errno == errno.ENOSPC:
            raise NoSpace from problem
        raise CannotWrite(path=target.name, why=problem.strerror or str(problem)) from problem
