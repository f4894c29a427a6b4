"""Testimonies: record, translate, import."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evidence_app.domain.errors import BadInput
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.rules import check, composed
from evidence_app.domain.testimony import Segment, Testimony, Translation
from evidence_app.services import history, lines, naming
from evidence_app.services.lines import Entry
from evidence_app.services.workspace import Workspace
from evidence_app.store.unit_of_work import Act
from evidence_app.system.words import _

_MOST_PARTS = 900
UNDETERMINED = "und"  # BCP 47: nobody has said which language it is
_KEYS = frozenset(
    {"external_id", "speaker", "language", "taken_on", "title", "form", "interviewer", "interpreter", "recorded"}
    | {"signed", "text", "segments"}
)
_SEGMENT_KEYS = frozenset({"text", "start_s", "end_s", "translations"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one segment holds: text, times in milliseconds, translations by language."""

    text: str
    start_ms: int | None = None
    end_ms: int | None = None
    translations: dict[str, str] = field(default_factory=dict)


def add(
    ws: Workspace, testimony: Testimony, paragraphs: Sequence[Paragraph], verb: str = "testimony.added"
) -> Testimony:
    """Record a testimony with its paragraphs, numbered from 1 for ever."""
    with ws.act(verb) as act:
        stored = _open(act, testimony)
        rest = _write(act, stored, paragraphs, 0)
    _continue(ws, stored, paragraphs, rest)
    return stored


def _check(testimony: Testimony, paragraphs: Sequence[Paragraph]) -> None:
    """Raise BadInput for what could not be kept, before the first act keeps a part of it."""
    check(testimony)
    for paragraph in paragraphs:
        check(
            Segment(
                item=0,
                start_ms=paragraph.start_ms,
                end_ms=paragraph.end_ms,
                language=testimony.language,
                text=paragraph.text,
            )
        )
        for language, text in paragraph.translations.items():
            check(Translation(segment=0, language=language, text=text))


def _continue(ws: Workspace, testimony: Testimony, paragraphs: Sequence[Paragraph], rest: int) -> None:
    """Add the paragraphs from index `rest` on: an act holds a thousand parts at most."""
    while rest < len(paragraphs):
        with ws.act("testimony.continued", obj=testimony.uid) as act:
            rest = _write(act, testimony, paragraphs, rest)


def _open(act: Act, testimony: Testimony) -> Testimony:
    """Add a testimony; who holds it is logged where that is said."""
    stored = act.add(testimony.but(kind="TESTIMONY"))
    if stored.holder:
        act.custody(stored, "RECEIVE", from_=stored.received_from, to=stored.holder)
    return stored


def _write(act: Act, testimony: Testimony, paragraphs: Sequence[Paragraph], start: int) -> int:
    """Add paragraphs from index `start` on until the act is full; returns the index of the next."""
    end = _end(paragraphs, start)
    for index in range(start, end):
        paragraph = paragraphs[index]
        segment = act.add(
            Segment(
                item=testimony.id,
                number=index + 1,
                start_ms=paragraph.start_ms,
                end_ms=paragraph.end_ms,
                language=testimony.language,
                text=paragraph.text,
            )
        )
        for language, text in paragraph.translations.items():
            act.add(Translation(segment=segment.id, language=language, text=text))
    return end


def _end(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Return the index after the last paragraph that one act can hold from `start` on."""
    parts = 0
    for index in range(start, len(paragraphs)):
        parts += 1 + len(paragraphs[index].translations)
        if parts > _MOST_PARTS and index > start:
            return index
    return len(paragraphs)


def translate(ws: Workspace, segment: Segment, language: str, text: str, translator: str | None = None) -> Translation:
    """Record or replace the translation of a paragraph; the one before stays in the history."""
    known = ws.records.first(Translation, segment=segment.id, language=language)
    with ws.act("segment.translated", obj=segment.uid) as act:
        if known is not None:
            return act.change(known, text=text, translator=translator)
        return act.add(Translation(segment=segment.id, language=language, text=text, translator=translator))


def import_lines(ws: Workspace, path: Path) -> lines.Report:
    """Import testimonies from JSON lines; one whose `external_id` is here already is left as it is.

    One that was cut off between two acts, and so holds the first paragraphs alone, gets the others. One that says
    something else than was taken in is refused.

    An object holds `external_id`, `speaker` (external id, code or name of a person), `language`, `taken_on` (EDTF),
    `title`, `form` (vocabulary `testimony_kind`), `interviewer`, `interpreter`, `recorded`, `signed`, and either `text`
    (paragraphs parted by empty lines) or `segments[] {text, start_s, end_s, translations}`, and no other key.
    Raises CannotRead.
    """
    return lines.take(lines.read(path), lambda entry: _keep(ws, entry))


def _keep(ws: Workspace, entry: Entry) -> tuple[str, bool]:
    """Record one testimony; returns the code and whether it is new."""
    entry.only(_KEYS)
    external_id = entry.required("external_id")
    paragraphs = _paragraphs(entry)
    known = ws.records.first(Testimony, external_id=external_id)
    if known is not None:
        _complete(ws, entry, known, paragraphs)
        return known.code, False
    language = entry.text("language") or UNDETERMINED
    form = entry.text("form")
    testimony = Testimony(
        external_id=external_id,
        title=Localised.of(entry.text("title") or _("Statement"), language),
        language=language,
        languages=(language,),
        taken=entry.date("taken_on"),
        form=form.upper() if form else None,
        interviewer=entry.text("interviewer"),
        interpreter=entry.text("interpreter"),
        recorded=entry.flag("recorded"),
        signed=entry.flag("signed"),
    )
    _check(testimony, paragraphs)
    with ws.act("testimony.imported") as act:
        speaker = _speaker(act, ws, entry.text("speaker"), language)
        stored = _open(act, testimony.but(speaker=speaker, holder=ws.account.name))
        act.obj = stored.uid
        rest = _write(act, stored, paragraphs, 0)
    _continue(ws, stored, paragraphs, rest)
    return stored.code, True


def _complete(ws: Workspace, entry: Entry, testimony: Testimony, paragraphs: Sequence[Paragraph]) -> None:
    """Go on where an import was cut off: what was taken in begins the testimony, and ends where an act had to.

    Raises BadInput where the line says something else than was taken in.
    """
    held = ws.records.find(Segment, item=testimony.id, order="number", voided=True)
    end = 0
    while end < min(len(held), len(paragraphs)):
        end = _end(paragraphs, end)
    if end != len(held) or not all(_was(ws, *both) for both in zip(held, paragraphs[:end], strict=True)):
        why = _("%(code)s was taken in with other paragraphs; it was left as it is") % {"code": testimony.code}
        raise BadInput(where=entry.where, why=why)
    _check(testimony, paragraphs[end:])
    _continue(ws, testimony, paragraphs, end)


def _was(ws: Workspace, segment: Segment, paragraph: Paragraph) -> bool:
    """Tell whether a segment was recorded first as this paragraph, whatever was made of it since."""
    text = composed(paragraph.text)
    if segment.text == text:
        return True
    first = next(history.changes(ws, segment), {})
    return bool(first.get("text") == text)


def _paragraphs(entry: Entry) -> list[Paragraph]:
    """Return the paragraphs of an entry, out of `segments` or of `text`."""
    given = entry.objects("segments")
    if given and entry.text("text"):
        raise BadInput(where=entry.where, why=_("it holds both “text” and “segments”"))
    if given:
        return [_paragraph(part) for part in given]
    parts = [part.strip() for part in re.split(r"\n\s*\n", entry.required("text"))]
    found = [Paragraph(part) for part in parts if part]
    if not found:
        raise BadInput(where=entry.where, why=_("“%(key)s” is missing") % {"key": "text"})
    return found


def _paragraph(part: Entry) -> Paragraph:
    """Return one paragraph out of `segments`."""
    part.only(_SEGMENT_KEYS)
    translations = part.mapping("translations")
    lines.fits(part, len(translations))
    if not all(text.strip() for text in translations.values()):
        raise BadInput(where=part.where, why=_("“%(key)s” is missing") % {"key": "translations"})
    return Paragraph(part.required("text"), part.milliseconds("start_s"), part.milliseconds("end_s"), translations)


def _speaker(act: Act, ws: Workspace, wanted: str | None, language: str) -> int | None:
    """Return the person of an external id, a code or a name; a name that nobody has yet is recorded, protected."""
    if wanted is None:
        return None
    person = ws.records.first(Person, external_id=wanted) or ws.records.first(Person, code=wanted)
    if person is None:
        name = ws.records.first(PersonName, full=wanted)
        person = ws.records.get(Person, name.person or 0) if name else None
    if person is None:
        person = act.add(Person())
        script = naming.script_of(wanted)
        act.add(PersonName(person=person.id, full=wanted, language=language, script=script, preferred=True))
    return person.id
