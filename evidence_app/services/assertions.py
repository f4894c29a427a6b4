"""What sources say of one field: add a value with its source, prefer one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from evidence_app.domain import vocabulary
from evidence_app.domain.assertion import Assertion, may_differ
from evidence_app.domain.errors import BadInput, NotFound
from evidence_app.domain.localised import Localised
from evidence_app.domain.nouns import NOUNS
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.record import Field, Kind, Record, fields
from evidence_app.services.changing import Changing
from evidence_app.services.forms import candidates, choices
from evidence_app.services.forms.calling import Calling, fetch
from evidence_app.services.forms.form import Candidate, Choice
from evidence_app.services.noun_labels import noun_label
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import _

_NO_LANGUAGE = "zxx"  # BCP 47: no linguistic content, as of a date
_ANY_LANGUAGE, _UID = "und", "x-uid"  # the title of a record without a code, and beside it the record that is meant
_YES = {"en": "yes", "ru": "да", "kk": "иә"}
_NO = {"en": "no", "ru": "нет", "kk": "жоқ"}
BETWEEN = "; "  # several values of a list, in one text


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says of a field, as it is shown; `citation` is empty where there is no source yet."""

    id: int
    value: str
    citation: str
    grade: str
    preferred: bool


def of(ws: Workspace, noun: str, record_id: int, field: str) -> tuple[Said, ...]:
    """Return what sources say of a field, the preferred value first."""
    record, line = _line(ws, noun, record_id, field)
    calling = Calling(ws)
    found = sorted(ws.records.find(Assertion, subject=record.uid, field=field), key=lambda one: not one.preferred)
    return tuple(
        Said(
            one.id,
            shown(line, one.value),
            next(iter(calling.source(one.source, one.locator)), ""),
            one.grade or "",
            bool(one.preferred),
        )
        for one in found
    )


def add(
    ws: Workspace,
    noun: str,
    record_id: int,
    field: str,
    value: Any,
    *,
    citation: str = "",
    grade: str | None = None,
    prefer: bool = False,
) -> Assertion:
    """Record what a source says of a field; `citation` is what somebody typed for it (`T-014 ¶4`, `т14 4`).

    With `prefer` the field takes the value in the same act. Raises BadInput for a citation that leads nowhere.
    """
    record, line = _line(ws, noun, record_id, field)
    source = _source(ws, citation)
    with ws.act("assertion.added", obj=record.uid) as act:
        if prefer:
            _step_back(ws, act, record, field)
            Changing(ws, act).change(record, **{field: _held(value)})
        return act.add(
            Assertion(
                subject=record.uid,
                field=field,
                value=said(ws, line, value),
                source=source.record_id if source else None,
                locator=source.locator if source else None,
                grade=grade,
                preferred=prefer,
            )
        )


def prefer(ws: Workspace, assertion_id: int) -> Record:
    """Prefer one of the values: the field takes it in the same act. Raises BadInput where it does not fit the field."""
    chosen = ws.records.get(Assertion, assertion_id)
    record = _subject(ws, chosen.subject) if chosen is not None else None
    if chosen is None or record is None:
        raise NotFound(what=noun_label("assertion"))
    line = next(line for line in fields(type(record)) if line.name == chosen.field)
    value = meant(ws, record, line, chosen.value)
    with ws.act("assertion.preferred", obj=record.uid) as act:
        _step_back(ws, act, record, line.name, but=chosen.id)
        act.change(chosen, preferred=True)
        return Changing(ws, act).change(record, **{line.name: value})


def said(ws: Workspace, line: Field, value: Any) -> Localised:
    """Return a field's value as an assertion keeps it: codes as labels, dates as EDTF, numbers as digits.

    A record is kept by its code; where it has none, by its title and its uid, for two places may share a name.
    """
    if isinstance(value, Localised):
        return value
    if isinstance(value, PartialDate):
        return Localised.of(value.text, _NO_LANGUAGE)
    if isinstance(value, Candidate):
        return Localised.of(value.code, _NO_LANGUAGE) if value.code else _titled(ws, value)
    if line.kind is Kind.FLAG:
        return Localised.of(_YES if value else _NO)
    parts = value if isinstance(value, tuple) else (value,)
    if line.vocabulary:
        labels = {tag: BETWEEN.join(vocabulary.label(line.vocabulary, one, tag) for one in parts) for tag in _YES}
        return Localised.of(labels)
    return Localised.of(BETWEEN.join(map(str, parts)), _NO_LANGUAGE)


def meant(ws: Workspace, record: Record, line: Field, value: Localised) -> Any:
    """Return what an assertion means as the field holds it; raises BadInput or BadDate where the field cannot."""
    if line.kind is Kind.WORDS:
        return value
    text = value.best()
    if line.kind is Kind.WHEN:
        return PartialDate.parse(text)
    if line.kind is Kind.INTEGER:
        return _number(line, text)
    if line.kind is Kind.FLAG:
        return text in _YES.values()
    if line.kind is Kind.REFERENCE:
        return _referred(ws, line, value)
    known = choices.of(line, record)
    if line.kind is Kind.LIST:
        return tuple(_code(line, known, part) for part in text.split(BETWEEN) if part)
    return _code(line, known, text)


def _held(value: Any) -> Any:
    """Return a value of a form as a record holds it."""
    return value.record_id if isinstance(value, Candidate) else value


def shown(line: Field, value: Localised, language: str | None = None) -> str:
    """Return an assertion in words; a date as one says it in a language, by default the one spoken now."""
    text = value.best(language)
    if line.kind is Kind.WHEN:
        return PartialDate.parse(text).in_words(language or words.language())
    codes = {choice.code: choice.label for choice in choices.of(line, _NOBODY)} if line.codes else {}
    return BETWEEN.join(codes.get(part, part) for part in text.split(BETWEEN))


_NOBODY = Record()


def _code(line: Field, known: tuple[Choice, ...], text: str) -> str:
    """Return the code of a label in any language; text as it is where the field takes any."""
    for choice in known:
        labels = {vocabulary.label(line.vocabulary, choice.code, tag) for tag in _YES} if line.vocabulary else set()
        if text in labels | {choice.code, choice.label}:
            return choice.code
    if line.vocabulary:
        raise BadInput(where=_(line.label), why=_("“%(code)s” is not in the list") % {"code": text})
    return text


def _number(line: Field, text: str) -> int:
    """Return the number that a text means."""
    digits = "".join(text.split())
    if not digits.isdecimal():
        raise BadInput(where=_(line.label), why=_("this must be a whole number"))
    return int(digits)


def _titled(ws: Workspace, meant: Candidate) -> Localised:
    """Return how a record without a code is kept."""
    record = fetch(ws, meant.noun, meant.record_id)
    return Localised.of({_ANY_LANGUAGE: meant.title, _UID: record.uid if record else ""})


def _referred(ws: Workspace, line: Field, value: Localised) -> int:
    """Return the record that is kept by its uid, or that a code or a title means."""
    uid, text = value.as_dict().get(_UID), value.best()
    known = ws.records.by_uid(NOUNS[line.noun], uid) if uid else None
    if known is not None:
        return known.id
    exact = [one for one in candidates.find(ws, line.noun, text) if text in {one.code, one.title}]
    if not exact:
        raise BadInput(where=_(line.label), why=_("no record is called “%(text)s”") % {"text": text})
    if len(exact) > 1:
        why = _("several records are called “%(text)s”; choose one of them in the field itself")
        raise BadInput(where=_(line.label), why=why % {"text": text})
    return exact[0].record_id


def _source(ws: Workspace, citation: str) -> Candidate | None:
    """Return the source that a citation means, with what else is said of the place in it; None for none given."""
    typed = citation.strip()
    if not typed:
        return None
    code, _space, rest = typed.partition(" ")
    found = candidates.at(ws, typed)
    if found is None and (held := candidates.at(ws, code)) is not None:
        found = Candidate(held.noun, held.record_id, held.code, held.title, rest.strip() or None)
    if found is None or found.noun not in {"testimony", "media", "filing"}:
        raise BadInput(where=typed, why=_("this leads to no exhibit; write T-014 ¶4, E-012 00:41 or F-031 p. 2"))
    return found


def _step_back(ws: Workspace, act: Any, record: Record, field: str, but: int = 0) -> None:
    """Take preference from the other values of a field."""
    for other in ws.records.find(Assertion, subject=record.uid, field=field):
        if other.preferred and other.id != but:
            act.change(other, preferred=False)


def _line(ws: Workspace, noun: str, record_id: int, field: str) -> tuple[Record, Field]:
    """Return a record and the line of its field table. Raises BadInput for a field of which nothing is asserted."""
    record = fetch(ws, noun, record_id)
    if record is None:
        raise NotFound(what=noun_label(noun))
    line = next(line for line in fields(type(record)) if line.name == field)
    if not may_differ(type(record), line):
        raise BadInput(where=_(line.label), why=_("a name, contact or document is recorded beside the others"))
    return record, line


def _subject(ws: Workspace, uid: str) -> Record | None:
    """Return the record of a uid, whatever its noun."""
    bases = {kind.base.noun for kind in NOUNS.values() if kind.base}
    kinds = (kind for name, kind in NOUNS.items() if name not in bases)
    return next((found for found in (ws.records.by_uid(kind, uid) for kind in kinds) if found is not None), None)
