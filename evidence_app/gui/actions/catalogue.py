"""Every command of the window, as data."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_app.system.words import N_


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name is stable, its title a msgid; `group` draws the lines between menu entries.

    Shortcuts are letters, F-keys and arrows; a digit is only ever a second way (layouts differ).
    """

    name: str
    menu: str
    title: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: int = 0
    needs_case: bool = True
    choice: str = ""  # commands of one choice exclude each other
    checkable: bool = False


MENUS = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "go": N_("&Go"),
    "help": N_("&Help"),
}

COMMANDS = (
    Command("case.new", "file", N_("New case…"), icon="plus", needs_case=False),
    Command("case.open", "file", N_("Open a case…"), ("Ctrl+O",), "folder-open", needs_case=False),
    Command("case.sample", "file", N_("Look around the sample case"), (), "graduation-cap", needs_case=False),
    Command("files.import", "file", N_("Import files…"), ("Ctrl+I",), "upload", 1),
    Command("folder.import", "file", N_("Import a folder…"), ("Ctrl+Shift+O",), "folder-input", 1),
    Command("dossier.make", "file", N_("Make a dossier…"), ("Ctrl+E",), "book-open-text", 1),
    Command("case.lock", "file", N_("Lock"), ("Ctrl+Shift+L",), "lock", 2),
    Command("app.quit", "file", N_("Quit"), ("Ctrl+Q",), "log-out", 2, needs_case=False),
    Command("citation.copy", "edit", N_("Copy citation"), ("Ctrl+Shift+C",), "quote"),
    Command("page.find", "edit", N_("Find on this page"), ("Ctrl+F",), "list-filter"),
    Command("view.sidebar", "view", N_("Sidebar"), ("Ctrl+B",), checkable=True),
    Command("view.inspector", "view", N_("Inspector"), ("Ctrl+Shift+I",), checkable=True),
    Command("view.reset", "view", N_("Reset layout")),
    Command("view.full_screen", "view", N_("Full screen"), ("F11",), needs_case=False, checkable=True),
    Command("scheme.system", "view", N_("Light or dark as the system"), (), "", 1, False, "scheme"),
    Command("scheme.light", "view", N_("Light"), (), "", 1, False, "scheme"),
    Command("scheme.dark", "view", N_("Dark"), (), "", 1, False, "scheme"),
    Command("text.larger", "view", N_("Larger text"), ("Ctrl++", "Ctrl+="), "", 2, False),
    Command("text.smaller", "view", N_("Smaller text"), ("Ctrl+-",), "", 2, False),
    Command("text.normal", "view", N_("Normal text size"), ("Ctrl+0",), "", 2, False),
    Command("language.en", "view", "English", (), "", 3, False, "language"),
    Command("language.ru", "view", "Русский", (), "", 3, False, "language"),
    Command("language.kk", "view", "Қазақша", (), "", 3, False, "language"),
    Command("go.search", "go", N_("Search or go to…"), ("Ctrl+K", "Ctrl+Shift+F"), "search"),
    Command("go.back", "go", N_("Back"), ("Alt+Left",), "arrow-left"),
    Command("go.forward", "go", N_("Forward"), ("Alt+Right",), "arrow-right"),
    Command("go.next_pane", "go", N_("Next pane"), ("F6",)),
    Command("record.next", "go", N_("Next record"), ("Alt+Down", "F3"), "", 1),
    Command("record.previous", "go", N_("Previous record"), ("Alt+Up", "Shift+F3"), "", 1),
    Command("page.next", "go", N_("Next page"), ("Ctrl+PgDown",), "", 1),
    Command("page.previous", "go", N_("Previous page"), ("Ctrl+PgUp",), "", 1),
    Command("page.people", "go", N_("People"), ("Ctrl+1",), "users", 2),
    Command("page.testimonies", "go", N_("Testimonies"), ("Ctrl+2",), "message-square-quote", 2),
    Command("page.media", "go", N_("Media"), ("Ctrl+3",), "film", 2),
    Command("page.filings", "go", N_("Filings"), ("Ctrl+4",), "scale", 2),
    Command("page.events", "go", N_("Events"), ("Ctrl+5",), "calendar-days", 2),
    Command("page.search", "go", N_("Search"), ("Ctrl+6",), "search", 2),
    Command("help.keys", "help", N_("Keyboard shortcuts"), ("Shift+F1",), "keyboard", needs_case=False),
    Command("help.about", "help", N_("About this program"), (), "info", needs_case=False),
)
