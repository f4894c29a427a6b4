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
    local: str = ""  # a key that means this only inside a list; whoever shows the list listens to it


MENUS = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "go": N_("&Go"),
    "record": N_("&Record"),
    "tools": N_("&Tools"),
    "help": N_("&Help"),
}

COMMANDS = (
    Command("case.new", "file", N_("New case…"), icon="plus", needs_case=False),
    Command("case.open", "file", N_("Open a case…"), ("Ctrl+O",), "folder-open", needs_case=False),
    Command("case.sample", "file", N_("Look around the sample case"), (), "graduation-cap", needs_case=False),
    Command("files.import", "file", N_("Import files…"), ("Ctrl+I",), "upload", 1),
    Command("folder.import", "file", N_("Import a folder…"), ("Ctrl+Shift+O",), "folder-input", 1),
    Command("dossier.make", "file", N_("Make a dossier…"), ("Ctrl+E",), "book-open-text", 1),
    Command("case.settings", "file", N_("Settings of the case…"), (), "sliders-horizontal", 2),
    Command("case.lock", "file", N_("Lock"), ("Ctrl+Shift+L",), "lock", 3),
    Command("app.quit", "file", N_("Quit"), ("Ctrl+Q",), "log-out", 3, needs_case=False),
    Command("edit.undo", "edit", N_("Undo"), ("Ctrl+Z",), "undo-2"),
    Command("edit.redo", "edit", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
    Command("edit.save", "edit", N_("Save"), ("Ctrl+S",), "check", 1),
    Command("page.find", "edit", N_("Find on this page"), ("Ctrl+F",), "list-filter", 1),
    Command("search.save", "edit", N_("Save this search"), (), "bookmark-plus", 1),
    Command("app.settings", "edit", N_("Settings…"), (), "settings", 2, needs_case=False),
    Command("view.sidebar", "view", N_("Sidebar"), ("Ctrl+B",), checkable=True),
    Command("view.inspector", "view", N_("Inspector"), ("Ctrl+Shift+I",), checkable=True),
    Command("view.reset", "view", N_("Reset layout")),
    Command("view.full_screen", "view", N_("Full screen"), ("F11",), needs_case=False, checkable=True),
    Command("view.privacy", "view", N_("Privacy screen: codes in place of names"), ("Ctrl+Shift+H",), checkable=True),
    Command("view.columns", "view", N_("Columns…"), (), "columns-3", 1),
    Command("view.density.compact", "view", N_("Compact rows"), (), "", 1, choice="density"),
    Command("view.density.normal", "view", N_("Normal rows"), (), "", 1, choice="density"),
    Command("view.density.roomy", "view", N_("Roomy rows"), (), "", 1, choice="density"),
    Command("scheme.system", "view", N_("Light or dark as the system"), (), "", 2, False, "scheme"),
    Command("scheme.light", "view", N_("Light"), (), "", 2, False, "scheme"),
    Command("scheme.dark", "view", N_("Dark"), (), "", 2, False, "scheme"),
    Command("scheme.contrast", "view", N_("High contrast"), (), "", 2, False, "scheme"),
    Command("text.larger", "view", N_("Larger text"), ("Ctrl++", "Ctrl+="), "", 3, False),
    Command("text.smaller", "view", N_("Smaller text"), ("Ctrl+-",), "", 3, False),
    Command("text.normal", "view", N_("Normal text size"), ("Ctrl+0",), "", 3, False),
    Command("language.en", "view", "English", (), "", 4, False, "language"),
    Command("language.ru", "view", "Русский", (), "", 4, False, "language"),
    Command("language.kk", "view", "Қазақша", (), "", 4, False, "language"),
    Command("go.anywhere", "go", N_("Go or do…"), ("Ctrl+K",), "search"),
    Command("go.search", "go", N_("Search the whole case"), ("Ctrl+Shift+F",), "search"),
    Command("go.back", "go", N_("Back"), ("Alt+Left",), "arrow-left"),
    Command("go.forward", "go", N_("Forward"), ("Alt+Right",), "arrow-right"),
    Command("go.next_pane", "go", N_("Next pane"), ("F6",)),
    Command("record.next", "go", N_("Next record"), ("Alt+Down", "F3"), "", 1),
    Command("record.previous", "go", N_("Previous record"), ("Alt+Up", "Shift+F3"), "", 1),
    Command("page.next", "go", N_("Next page"), ("Ctrl+PgDown",), "", 1),
    Command("page.previous", "go", N_("Previous page"), ("Ctrl+PgUp",), "", 1),
    Command("page.overview", "go", N_("Overview"), ("Ctrl+1",), "layout-dashboard", 2),
    Command("page.people", "go", N_("People"), ("Ctrl+2",), "users", 2),
    Command("page.testimonies", "go", N_("Testimonies"), ("Ctrl+3",), "message-square-quote", 2),
    Command("page.media", "go", N_("Media"), ("Ctrl+4",), "film", 2),
    Command("page.filings", "go", N_("Filings"), ("Ctrl+5",), "scale", 2),
    Command("page.events", "go", N_("Events"), ("Ctrl+6",), "calendar-days", 2),
    Command("page.places", "go", N_("Places"), ("Ctrl+7",), "map-pin", 2),
    Command("page.proceedings", "go", N_("Proceedings"), ("Ctrl+8",), "gavel", 2),
    Command("page.search", "go", N_("Search"), ("Ctrl+9",), "search", 2),
    Command("record.new", "record", N_("New record"), ("Ctrl+N",), "plus"),
    Command("record.new_any", "record", N_("New record of any kind…"), ("Ctrl+Shift+N",), "plus"),
    Command("record.open", "record", N_("Open"), (), "arrow-right", 1, local="Enter"),
    Command("record.edit", "record", N_("Edit"), ("F2",), "pencil", 1),
    Command("record.quick_look", "record", N_("Quick look"), (), "eye", 1, local="Space"),
    Command("record.uncover", "record", N_("Uncover this picture"), (), "scan-eye", 1, local="G"),
    Command("record.link", "record", N_("Link…"), ("Ctrl+Shift+K",), "link", 2),
    Command("record.paste", "record", N_("Link what was copied"), (), "", 2, local="Ctrl+V"),
    Command("record.label", "record", N_("Label…"), ("Ctrl+G",), "tag", 2),
    Command("record.citation", "record", N_("Copy citation"), ("Ctrl+Shift+C",), "quote", 2),
    Command("record.void", "record", N_("Void…"), ("Del",), "archive", 3),
    Command("tools.calendar", "tools", N_("Export deadlines…"), (), "calendar-days"),
    Command("tools.check", "tools", N_("Check the case"), (), "shield-check", 1),
    Command("help.keys", "help", N_("Keyboard shortcuts"), ("Shift+F1",), "keyboard", needs_case=False),
    Command("help.about", "help", N_("About this program"), (), "info", needs_case=False),
)

# The fields of a form undo their own typing first.
LEFT_TO_FIELDS = frozenset({"edit.undo", "edit.redo", "record.void"})
