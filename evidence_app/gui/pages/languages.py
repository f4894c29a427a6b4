"""Names of the languages of testimonies, in the language of the window."""

from __future__ import annotations

from evidence_app.system.words import N_, _

_NAMES = {
    "ru": N_("Russian"),
    "kk": N_("Kazakh"),
    "ky": N_("Kyrgyz"),
    "uz": N_("Uzbek"),
    "tg": N_("Tajik"),
    "en": N_("English"),
}


def language_words(tag: str) -> str:
    """Return the name of a language, else its tag."""
    name = _NAMES.get(tag.split("-")[0])
    return _(name) if name else tag
