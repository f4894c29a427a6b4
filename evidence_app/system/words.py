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


def language_name(tag: str, speaking_language: str | None = None) -> str:
    """Return the name of a language (BCP 47 tag), in the language spoken now by default; unknown tags as they are."""
    return _names(speaking_language or language()).get("languages", {}).get(tag.split("-")[0], tag)


def country_name(code: str, speaking_language: str | None = None) -> str:
    """Return the name of a country (ISO 3166-1, two letters), as `language_name` does."""
    return _names(speaking_language or language()).get("territories", {}).get(code, code)


def names_of(what: str, speaking_language: str | None = None) -> dict[str, str]:
    """Return all names of "languages", "territories" or "currencies" by code, in the language spoken now by default."""
    return _names(speaking_language or language())[what]


# What the country and the language are called there, where CLDR has the older Russian form.
_LOCAL = {"ru": {"languages": {"ky": "кыргызский"}, "territories": {"KG": "Кыргызстан"}}}


@cache
def _names(code: str) -> dict[str, dict[str, str]]:
    """Return what Unicode's CLDR calls languages, countries and currencies in a language."""
    from babel import Locale

    locale = Locale(code)
    local = _LOCAL.get(code, {})
    lists = ("languages", "territories", "currencies")
    return {name: dict(getattr(locale, name)) | local.get(name, {}) for name in lists}
