"""Errors that a person can act on; anything else that is raised is a bug.

EvidenceError
├── Misuse              the request was off (exit 2)
│   ├── BadDate · BadInput · NotACase · AlreadyExists · NotFound · Refused · OwnerVoided
│   ├── UndoRefused      LoggedSince · UndoStopped: domain/undo_errors.py
│   ├── WrongWord · WordsMissing · WordsDisagree
│   ├── ChangedMeanwhile
│   └── ReleaseRefused  a protected name would have left the case
├── AccessError         (exit 3) WrongPassphrase · WrongSheet
├── DamageError         (exit 4) KeysDamaged · DatabaseDamaged · MissingPart · ObjectDamaged · MigrationFailed
├── LayoutFailed        (exit 5)
└── ComputerError       (exit 5) OpenElsewhere · NewerFormat · NoSpace · CannotRead · CannotWrite ·
                        LacksComponent

Each class has a stable `code`, a sentence (what happened) and an advice (what to do), both gettext
msgids whose %(placeholders)s are filled from the facts given at construction.
"""

from __future__ import annotations

import errno
from typing import ClassVar

from evidence_app.system.words import N_, _


class EvidenceError(Exception):
    """A known condition: `code` for support, `facts` to fill the sentences, never a name or a passphrase."""

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 2
    says: ClassVar[str] = N_("Something went wrong.")
    advises: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.code)

    def sentence(self) -> str:
        """Say what happened, in the language spoken now."""
        return _(self.says) % self.facts

    def advice(self) -> str:
        """Say what to do about it; empty when there is nothing to add."""
        return _(self.advises) % self.facts if self.advises else ""

    def __str__(self) -> str:
        """Return sentence and advice on one line, as the command line prints them."""
        return " ".join(part for part in (self.sentence(), self.advice()) if part)


class Misuse(EvidenceError):
    """The request cannot be carried out as it was made."""

    code = "misuse"


class BadDate(Misuse):
    """A date that is neither EDTF nor a form we read; facts: text."""

    code = "bad-date"
    says = N_("“%(text)s” is not a date this program understands.")
    advises = N_("Write 2022-01-07, 2022-01, 2022, 2022-01-07~ for about, or 2022-01-07/2022-01-10.")


class BadInput(Misuse):
    """A value or a line of a file that cannot be taken; facts: where, why."""

    code = "bad-input"
    says = N_("%(where)s: %(why)s.")
    advises = N_("Nothing of this entry was recorded.")


class NotACase(Misuse):
    """The folder holds no case; facts: folder."""

    code = "not-a-case"
    says = N_("There is no case in “%(folder)s”.")
    advises = N_("Choose the folder that holds keys.json and case.db.")


class AlreadyExists(Misuse):
    """A file or folder that must not be overwritten is there; facts: path."""

    code = "already-exists"
    says = N_("“%(path)s” exists already and was left as it is.")
    advises = N_("Choose another name.")


class NotFound(Misuse):
    """A code, citation or record that the case does not hold; facts: what."""

    code = "not-found"
    says = N_("This case holds no %(what)s.")


class ChangedMeanwhile(Misuse):
    """A field holds something else than what was on the screen; facts: field."""

    code = "changed-meanwhile"
    says = N_("“%(field)s” has been changed since it was shown here.")
    advises = N_("What you typed is kept in the field. Look at the new value, then decide.")


class OwnerVoided(Misuse):
    """A record would come back while the one that it belongs to stays voided; facts: what."""

    code = "owner-voided"
    says = N_("This was not restored: “%(what)s”, to which it belongs, is voided.")
    advises = N_("Restore that first.")


class Refused(Misuse):
    """A rule of the record forbids it; facts: why."""

    code = "refused"
    says = N_("This was not done: %(why)s.")


class WrongWord(Misuse):
    """A word that stands on no recovery sheet; facts: place, word."""

    code = "wrong-word"
    says = N_("Word %(place)s, “%(word)s”, stands on no recovery sheet.")
    advises = N_("Compare it with the paper; the first four letters of a word are enough.")


class WordsMissing(Misuse):
    """Fewer or more words than a recovery sheet has; facts: found, wanted."""

    code = "words-missing"
    says = N_("A recovery sheet has %(wanted)s words; %(found)s were given.")
    advises = N_("Compare them with the paper, from the first to the last.")


class WordsDisagree(Misuse):
    """All are words of the list, and yet no recovery sheet holds them in this order."""

    code = "words-disagree"
    says = N_("One of these words is another one on the sheet, or two have changed places.")
    advises = N_("Compare them with the paper, word by word.")


class ReleaseRefused(Misuse):
    """The finished output held something that must not leave; facts: count, codes."""

    code = "release-refused"
    exit_code = 1
    says = N_("Nothing was written: the finished file still held protected names or numbers (%(codes)s).")
    advises = N_("Take them out of titles, descriptions and quoted text, or choose another reader.")


class CaseChanged(Misuse):
    """What decides who may be named was changed while an export was being made."""

    code = "case-changed"
    says = N_("Nothing was written: persons, consents or levels were changed while this was being made.")
    advises = N_("Make it again; it will follow what holds now.")


class AccessError(EvidenceError):
    """The case is sound but this person may not open it."""

    exit_code = 3


class WrongPassphrase(AccessError):
    """No wrap of the master key opens with this passphrase; the key file itself is sound."""

    code = "wrong-passphrase"
    says = N_("That was not the passphrase of this case.")
    advises = N_("Check the keyboard language and Caps Lock, and try again.")


class WrongSheet(AccessError):
    """No wrap of the master key opens with these words; they are whole and the key file itself is sound."""

    code = "wrong-sheet"
    says = N_("These words do not open this case.")
    advises = N_("Take the newest recovery sheet of this case: once it was checked, older ones open nothing.")


class DamageError(EvidenceError):
    """Something that the case stored is not as it was written."""

    code = "damage"
    exit_code = 4
    says = N_("The case is damaged.")


class KeysDamaged(DamageError):
    """Both copies of the key file are damaged; facts: file."""

    code = "keys-damaged"
    says = N_("The key file of this case is damaged (%(file)s). The passphrase may well be right.")
    advises = N_("Put back keys.json from a backup; the records are still there.")


class DatabaseDamaged(DamageError):
    """case.db does not open with its own key, or fails its own checks."""

    code = "database-damaged"
    says = N_("The passphrase is right, but the database of this case (case.db) is damaged.")
    advises = N_("Copy the whole folder aside before anything else, then restore case.db from a backup.")


class MissingPart(DamageError):
    """A file that belongs to the case is gone; facts: file."""

    code = "missing-part"
    says = N_("“%(file)s”, a part of this case, is missing.")
    advises = N_("Put it back from a backup; do not go on working without it.")


class ObjectDamaged(DamageError):
    """A stored original is not the bytes that were sealed; facts: name."""

    code = "object-damaged"
    says = N_("The stored file %(name)s is damaged and was not used.")
    advises = N_("Restore it from a backup of the vault folder.")


class MigrationFailed(DamageError):
    """The case could not be brought to this version's form; the old form is kept."""

    code = "migration-failed"
    says = N_("The case could not be brought to this version's form. It was left as it was.")


class LayoutFailed(EvidenceError):
    """The pages could not be laid out or read back; facts: why."""

    code = "layout-failed"
    exit_code = 5
    says = N_("The dossier could not be made: %(why)s")
    advises = N_("Nothing was written. The case is as it was.")


class ComputerError(EvidenceError):
    """This computer, or this version of the program, lacks something."""

    exit_code = 5


class OpenElsewhere(ComputerError):
    """Another program holds the case open."""

    code = "open-elsewhere"
    says = N_("This case is open in another window or on another computer.")
    advises = N_("Close it there first.")


class NewerFormat(ComputerError):
    """The case was written by a newer version; facts: found, known."""

    code = "newer-format"
    says = N_("This case was written by a newer version of the program (format %(found)s, this one knows %(known)s).")
    advises = N_("Install the newer version; nothing was changed.")


class NoSpace(ComputerError):
    """The disk is full."""

    code = "no-space"
    says = N_("There is not enough space on the disk.")
    advises = N_("Free some space or choose another disk; nothing recorded so far is lost.")


class CannotRead(ComputerError):
    """A file or folder that cannot be read; facts: path, why."""

    code = "cannot-read"
    says = N_("“%(path)s” cannot be read: %(why)s.")


class CannotWrite(ComputerError):
    """A file or folder that cannot be written; facts: path, why."""

    code = "cannot-write"
    says = N_("“%(path)s” cannot be written: %(why)s.")


class LacksComponent(ComputerError):
    """A system component that is not installed; facts: what."""

    code = "lacks-component"
    says = N_("This computer lacks %(what)s.")


def unwritable(path: str, problem: OSError) -> CannotWrite | NoSpace:
    """Return what it means that something could not be written."""
    if problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        return NoSpace()
    return CannotWrite(path=path, why=problem.strerror or str(problem))
