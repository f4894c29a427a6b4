"""Every sheet of the program over the window, with enough in it to be hard to lay out."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QDialog

from evidence_app.domain import vocabulary
from evidence_app.domain.media import Media
from evidence_app.domain.person import Person
from evidence_app.domain.record import Record
from evidence_app.gui.dialogs import void_sheet
from evidence_app.gui.dialogs.about_sheet import AboutSheet
from evidence_app.gui.dialogs.bulk_sheet import BulkSheet
from evidence_app.gui.dialogs.calendar_sheet import CalendarSheet
from evidence_app.gui.dialogs.checked_sheet import CheckedSheet
from evidence_app.gui.dialogs.dossier_sheet import DossierSheet
from evidence_app.gui.dialogs.import_sheet import ImportSheet
from evidence_app.gui.dialogs.keys_sheet import KeysSheet
from evidence_app.gui.dialogs.label_sheet import LabelSheet
from evidence_app.gui.dialogs.link_sheet import LinkSheet
from evidence_app.gui.dialogs.lowering_sheet import LoweringSheet
from evidence_app.gui.dialogs.progress_sheet import ProgressSheet
from evidence_app.gui.dialogs.recovery_sheet import RecoveryCard
from evidence_app.gui.dialogs.refused_sheet import RefusedSheet
from evidence_app.gui.dialogs.reveal_sheet import RevealSheet
from evidence_app.gui.dialogs.settings_app import AppSettingsSheet
from evidence_app.gui.dialogs.settings_case import CaseSettingsSheet
from evidence_app.gui.dialogs.settings_keys import PassphraseSheet, RecoverySheet
from evidence_app.gui.dialogs.settings_labels import LabelsSheet
from evidence_app.gui.dialogs.settings_own_fields import OwnFieldsSheet
from evidence_app.gui.dialogs.settings_own_terms import OwnTermsSheet
from evidence_app.gui.dialogs.settings_rules import RulesSheet
from evidence_app.gui.dialogs.title_sheet import TitleSheet
from evidence_app.gui.dialogs.void_sheet import VoidSheet
from evidence_app.gui.notices.bug_sheet import BugSheet
from evidence_app.services import linking, uses
from evidence_app.services import recovery as services
from evidence_app.services.release.outlook import Foreseen
from evidence_app.services.verifying import Finding, Verification
from evidence_app.system.words import _
from tests.pictures.studio import Studio

LONG = "Постановление о прекращении досудебного расследования от 14 марта 2024 года (без подписи).pdf"


def asked(studio: Studio, call: Callable[..., Any], *given: Any) -> Any:
    """Ask the case in its lane, and wait."""
    answers: list[Any] = []
    studio.shell.lane.submit(call, *given, done=answers.append)
    studio.until(lambda: bool(answers))
    return answers[0]


def of_window(kind: Callable[[Any], QDialog]) -> Callable[[Studio], QDialog]:
    """Return the way to a sheet that needs nothing."""
    return lambda studio: kind(studio.window)


def of_lane(kind: Callable[[Any, Any], QDialog]) -> Callable[[Studio], QDialog]:
    """Return the way to a sheet that reads the case by itself."""
    return lambda studio: kind(studio.shell.lane, studio.window)


def void(studio: Studio) -> QDialog:
    """Ask for the reason why a person with all that is known of them shall be voided."""
    found = asked(studio, lambda ws: uses.uses(ws, ws.records.get(Person, 1)))
    return VoidSheet(void_sheet.of_record("P-001"), found, uses.in_words(found), studio.window)


def bulk(studio: Studio, noun: type[Record]) -> QDialog:
    """Change all records of a noun."""
    ids = asked(studio, lambda ws: [row.id for row in ws.records.some(noun, "id")])
    return BulkSheet(studio.shell.lane, noun.noun, ids, studio.window)


def link(studio: Studio) -> QDialog:
    """Link a person to a recording that was found."""
    subject, target = (asked(studio, linking.end, noun, 1) for noun in ("person", "item"))
    return LinkSheet(subject, studio.window, target)


def progress(studio: Studio) -> QDialog:
    """Show a long job in its second step."""
    made = ProgressSheet(_("Making the dossier"), studio.window)
    for what, done in ((_("Gathering what this reader may have"), 4), (_("Laying out pages"), 1)):
        made.show_step(what, done, 4)
    return made


def bug(studio: Studio) -> QDialog:
    """Show a bug with what can be told of it."""
    try:
        raise ValueError("an example")
    except ValueError as error:
        return BugSheet(error, studio.window)


def checked(studio: Studio) -> QDialog:
    """Return the sheet of a check that has found much."""
    findings = tuple(Finding("blob-missing", LONG, LONG) for _number in range(12))
    return CheckedSheet(Verification(findings, (LONG,) * 3), studio.window)


def dossier(studio: Studio) -> QDialog:
    """Return the sheet of a dossier with all that it says of whom it names, for the most scattered codes."""
    made = DossierSheet(studio.window)
    codes = tuple(f"P-{number:03}" for number in range(1, 121, 2))
    fates = ("CONSENT", "SAFETY", "PROTECTED", "LIMITED", "NAMED")
    made.foretell(made.reader.value(), [Foreseen(fate, codes).sentence for fate in fates])
    return made


def recovery(studio: Studio, *, is_checking: bool = False) -> QDialog:
    """Show a recovery sheet, or have it typed back."""
    made = RecoverySheet(studio.shell.lane, studio.window)
    card = RecoveryCard(asked(studio, services.make_sheet))
    made._on_shown(card)
    if is_checking:
        card.on.click()
    return made


def keys(studio: Studio) -> QDialog:
    """Show the keys of all commands."""
    studio.window.commands["help.keys"].trigger()
    return next(one for one in studio.window.findChildren(KeysSheet) if one.isVisible())


def labels(studio: Studio) -> QDialog:
    """Show the labels of several records, some on some of them."""
    carried = {"ask for a translation": True, LONG: None, "срочно": False}
    return LabelSheet(_("Labels of %(record)s") % {"record": "P-001"}, carried, studio.window)


SHEETS: dict[str, Callable[[Studio], QDialog]] = {
    "about": of_window(AboutSheet),
    "bug": bug,
    "bulk": lambda studio: bulk(studio, Person),
    "bulk of media": lambda studio: bulk(studio, Media),
    "calendar": of_window(CalendarSheet),
    "check": checked,
    "dossier": dossier,
    "import": lambda studio: ImportSheet(14, "38.2 MB", studio.window),
    "keys": keys,
    "label": labels,
    "link": link,
    "lowering": lambda studio: LoweringSheet(3, vocabulary.label("protection", "P1"), studio.window),
    "progress": progress,
    "recovery": recovery,
    "recovery, checked": lambda studio: recovery(studio, is_checking=True),
    "refused": lambda studio: RefusedSheet([SimpleNamespace(name=LONG, why=LONG)] * 3, studio.window),
    "reveal": lambda studio: RevealSheet(_("Identity documents"), studio.window),
    "settings of the program": lambda studio: AppSettingsSheet(studio.settings, studio.window),
    "settings of the case": of_lane(CaseSettingsSheet),
    "settings, labels": of_lane(LabelsSheet),
    "settings, own fields": of_lane(OwnFieldsSheet),
    "settings, own terms": of_lane(OwnTermsSheet),
    "settings, passphrase": of_lane(PassphraseSheet),
    "settings, rules": of_lane(RulesSheet),
    "title": lambda studio: TitleSheet(_("Save this search"), LONG, studio.window),
    "void": void,
    "void of a link": lambda studio: VoidSheet(void_sheet.of_link(), (), "", studio.window),
}
