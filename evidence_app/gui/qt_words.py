"""Words of Qt's own dialogs and field menus that Qt itself lacks: most of them in Kazakh, a few in Russian."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from evidence_app.system import words
from evidence_app.system.words import N_, _

_MENU = {
    "&Undo": N_("Undo"),
    "&Redo": N_("Redo"),
    "Cu&t": N_("Cut"),
    "&Copy": N_("Copy"),
    "&Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
}
# What Qt says, by the class that says it, and our sentence for it.
_SENTENCES = {
    "QFileDialog": {
        "&Look in:": N_("&Look in:"),
        "File &name:": N_("File &name:"),
        "Files of &type:": N_("Files of &type:"),
        "Directory:": N_("Folder:"),
        "&Open": N_("Open"),
        "&Save": N_("Save"),
        "&Choose": N_("Choose"),
        "All Files (*)": N_("All files (*)"),
        "Back": N_("Back"),
        "Go back": N_("Back"),
        "Forward": N_("Forward"),
        "Go forward": N_("Forward"),
        "Parent Directory": N_("Folder above"),
        "Go to the parent directory": N_("Folder above"),
        "&New Folder": N_("New folder"),
        "Create New Folder": N_("New folder"),
        "Create a New Folder": N_("New folder"),
        "List View": N_("As a list"),
        "Change to list view mode": N_("As a list"),
        "Detail View": N_("As a table"),
        "Change to detail view mode": N_("As a table"),
        "&Rename": N_("Rename"),
        "&Delete": N_("Delete"),
        "Show &hidden files": N_("Show hidden files"),
    },
    "QFileSystemModel": {
        "Name": N_("File name"),
        "Size": N_("Size"),
        "Type": N_("Type"),
        "Date Modified": N_("Changed on"),
        "Computer": N_("Computer"),
    },
    "QAbstractFileIconProvider": {"Folder": N_("Folder"), "File": N_("File"), "Drive": N_("Drive")},
    "QPlatformTheme": {"Open": N_("Open"), "Save": N_("Save"), "Cancel": N_("Cancel")},
    "QLineEdit": _MENU,
    "QWidgetTextControl": _MENU,
}


class QtWords(QTranslator):
    """Our sentences for Qt's; installed before Qt's own translator, which is asked first."""

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return False

    def translate(self, context: str, sentence: str, _told_apart: str | None = None, _n: int = -1) -> str | None:
        """Return a sentence in the language of the window; None leaves it to Qt."""
        ours = _SENTENCES.get(context, {}).get(sentence)
        return _(ours) if ours is not None and words.language() != "en" else None
