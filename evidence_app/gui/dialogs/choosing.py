"""Choosing files and folders: each dialog begins where the last one ended, else at home; kept for this run only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_last: Path | None = None


def folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(_start()))
    return _kept(Path(chosen), Path(chosen)) if chosen else None


def files(parent: QWidget, title: str) -> list[Path]:
    """Ask for files."""
    chosen, _kind = QFileDialog.getOpenFileNames(parent, title, str(_start()))
    return [_kept(path, path.parent) for path in map(Path, chosen)]


def new_file(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask where a new file shall lie; whether there is one already is the business of whoever writes it."""
    keep = QFileDialog.Option.DontConfirmOverwrite
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(_start() / name), kinds, options=keep)
    return _kept(Path(chosen), Path(chosen).parent) if chosen else None


def _start() -> Path:
    """Return where a dialog begins."""
    return _last if _last is not None and _last.is_dir() else Path.home()


def _kept(chosen: Path, place: Path) -> Path:
    """Remember a place, and hand on what was chosen there."""
    global _last
    _last = place
    return chosen
