"""Every sentence a person reads passes here: gettext catalogues, chosen at run time."""

from __future__ import annotations

import gettext
import io
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

from evidence_app.system import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = {"en": "English", "ru": "Русский", "kk": "Қазақша"}

_programme = "en"
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; English is the source and has none."""
    source = paths.resources() / "locale" / f"{code}.po"
    if code == "en" or not source.exists():
        return gettext.NullTranslations()
    # Compiled in memory, so that no generated .mo has to be kept in step; late, because Babel takes 40 ms.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with source.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def language() -> str:
    """Return the code of the language that sentences come out in here and now."""
    return _spoken.get() or _programme


def choose(code: str) -> None:
    """Set the language of the whole program; an unknown code means English."""
    global _programme
    _programme = code if code in LANGUAGES else "en"


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a while: a dossier has its own, apart from the window's."""
    token = _spoken.set(code if code in LANGUAGES else "en")
    try:
        yield
    finally:
        _spoken.reset(token)


def _(message: str) -> str:
    """Translate a sentence into the language spoken now."""
    return _catalogue(language()).gettext(message)


def ngettext_(singular: str, plural: str, n: int) -> str:
    """Translate a sentence that counts `n` things."""
    return _catalogue(language()).ngettext(singular, plural, n)


def N_(message: str) -> str:
    """Mark a literal for the catalogue without translating it yet."""
    return message
