"""What may be chosen in a field: vocabularies, languages, countries, currencies, grades, time zones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from zoneinfo import available_timezones

from evidence_app.domain import vocabulary
from evidence_app.domain.event import Involvement
from evidence_app.domain.record import Field, Kind, Record
from evidence_app.services.forms.form import Choice
from evidence_app.system import words

_FIRST = {
    "language": ("ru", "kk", "ky", "uz", "en", "tg", "ug"),
    "country": ("KZ", "KG", "UZ", "RU", "TJ", "TM"),
    "currency": ("KZT", "KGS", "UZS", "RUB", "USD", "EUR"),
}
_LISTS = {"language": "languages", "country": "territories", "currency": "currencies"}
_LENGTHS = {"language": (2, 3), "country": (2, 2), "currency": (3, 3)}
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})
_ZONES = ("Asia/Almaty", "Asia/Aqtobe", "Asia/Bishkek", "Asia/Tashkent", "Europe/Moscow", "UTC")
_ROLES = ("role_event", "role_proc")


def of(field: Field, record: Record, case_languages: Iterable[str] = ()) -> tuple[Choice, ...]:
    """Return what may be chosen in a field of a record, in the language spoken now; nothing for free text.

    A term that is offered no more may stay where the record holds it.
    """
    if field.kind is Kind.WORDS:
        return _codes("language", words.language(), tuple(case_languages))
    if field.codes:
        return _codes(field.codes, words.language(), tuple(case_languages) if field.codes == "language" else ())
    if field.vocabulary:
        return _terms((field.vocabulary,), _held(field, record))
    if isinstance(record, Involvement) and field.name == "role":
        return _terms(_roles(record), _held(field, record))
    if field.name == "grade":
        return grades()
    return _zones() if field.name == "zone" and field.kind is Kind.TEXT else ()


def grades() -> tuple[Choice, ...]:
    """Return the admiralty grades: of the source A to F, of what it says 1 to 6."""
    return _grades(words.language())


def _roles(part: Involvement) -> tuple[str, ...]:
    """Return the lists out of which a role may be: those of an event, of a proceeding, or both."""
    if part.proceeding is not None:
        return _ROLES[1:]
    return _ROLES[:1] if part.event is not None else _ROLES


def _held(field: Field, record: Record) -> frozenset[str]:
    """Return the codes that a field of a record holds."""
    value = getattr(record, field.name, None)
    return frozenset((value,) if isinstance(value, str) else value or ())


def _terms(vocabularies: tuple[str, ...], held: frozenset[str]) -> tuple[Choice, ...]:
    """Return what one list or several offer, and what is held of them; of a code in two lists, the first."""
    labels: dict[str, str] = {}
    for name in vocabularies:
        for term in vocabulary.known(name):
            if term.is_offered or term.code in held:
                labels.setdefault(term.code, term.label())
    return tuple(Choice(code, label) for code, label in labels.items())


@cache
def _codes(what: str, language: str, before: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return languages, countries or currencies by name, those of the case and of the region first."""
    shortest, longest = _LENGTHS[what]
    names = {
        code: name[:1].upper() + name[1:]
        for code, name in words.names_of(_LISTS[what], language).items()
        if shortest <= len(code) <= longest and code.isalpha() and code not in _NO_COUNTRY | _NO_LANGUAGE
    }
    first = [code for code in dict.fromkeys((*before, *_FIRST[what])) if code in names]
    rest = sorted((code for code in names if code not in first), key=lambda code: names[code].casefold())
    return tuple(Choice(code, names[code]) for code in (*first, *rest))


@cache
def _grades(language: str) -> tuple[Choice, ...]:
    """Return the grades with their labels in a language."""
    return tuple(
        Choice(source.code + said.code, f"{source.code}{said.code} · {source.label(language)}; {said.label(language)}")
        for source in vocabulary.terms("source_reliability")
        for said in vocabulary.terms("info_credibility")
    )


@cache
def _zones() -> tuple[Choice, ...]:
    """Return the time zones by name, those of the region first."""
    rest = sorted(zone for zone in available_timezones() if "/" in zone and zone not in _ZONES)
    return tuple(Choice(zone, zone) for zone in (*_ZONES, *rest))
