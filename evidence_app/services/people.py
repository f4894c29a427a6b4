"""People: add, name, import."""

from __future__ import annotations

from pathlib import Path

from evidence_app.domain.event import Involvement
from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.services import lines, naming
from evidence_app.services.lines import Entry
from evidence_app.services.workspace import Workspace
from evidence_app.store.unit_of_work import Act

_KEYS = frozenset(
    {"external_id", "names", "roles", "kind", "protection", "basis", "sex", "born", "nationalities", "languages"}
    | {"occupation", "organisation", "rank", "text_language", "contacts", "documents", "notes"}
)
_NAME_KEYS = frozenset({"full", "language", "script", "kind", "family", "given", "patronymic"})


def add(ws: Workspace, person: Person, *names: PersonName, role: str = "") -> Person:
    """Record a person with names, the first preferred unless one says so, and with a role in the case as such."""
    with ws.act("person.added") as act:
        return _add(act, person, names, (role,) if role else ())


def _add(act: Act, person: Person, names: tuple[PersonName, ...], roles: tuple[str, ...]) -> Person:
    stored = act.add(person)
    chosen = any(name.preferred for name in names)
    for number, name in enumerate(names):
        script = name.script or naming.script_of(name.full)
        preferred = name.preferred or (number == 0 and not chosen)
        act.add(name.but(person=stored.id, script=script, preferred=preferred))
    for role in roles:
        act.add(Involvement(person=stored.id, role=role))
    return stored


def add_name(ws: Workspace, person: Person, name: PersonName) -> PersonName:
    """Record another spelling of a person's name; to a preferred one that of the same script gives way."""
    with ws.act("person.named", obj=person.uid) as act:
        held = ws.records.find(PersonName, person=person.id, preferred=True) if name.preferred else ()
        for other in naming.in_script(held, name.full):
            act.change(other, preferred=False)
        return act.add(name.but(person=person.id, script=name.script or naming.script_of(name.full)))


def protect(ws: Workspace, person: Person, protection: str, reason: str | None = None) -> Person:
    """Set how far a person's name may go (vocabulary `protection`)."""
    with ws.act("person.protected", reason=reason) as act:
        return act.change(person, protection=protection)


def import_lines(ws: Workspace, path: Path) -> lines.Report:
    """Import people from JSON lines; a person whose `external_id` is here already is left as it is.

    An object holds `external_id`, `names[] {full, language, script, kind, family, given, patronymic}`, `roles`
    (vocabulary `role_event`), `kind`, `protection`, `basis`, `sex`, `born` (EDTF), `nationalities`, `languages`,
    `occupation`, `organisation`, `rank` (in `text_language`), `contacts`, `documents`, `notes`, and no other key.
    Raises CannotRead.
    """
    return lines.take(lines.read(path), lambda entry: _keep(ws, entry))


def _keep(ws: Workspace, entry: Entry) -> tuple[str, bool]:
    """Record one person; returns the code and whether it is new."""
    entry.only(_KEYS)
    external_id = entry.required("external_id")
    known = ws.records.first(Person, external_id=external_id)
    if known is not None:
        return known.code, False
    names, roles = tuple(_name(part) for part in entry.objects("names")), entry.texts("roles")
    lines.fits(entry, len(names) + len(roles))
    with ws.act("person.imported") as act:
        person = _add(act, _person(entry, external_id), names, tuple(role.upper() for role in roles))
    return person.code, True


def _name(entry: Entry) -> PersonName:
    entry.only(_NAME_KEYS)
    return PersonName(
        full=entry.required("full"),
        family=entry.text("family"),
        given=entry.text("given"),
        patronymic=entry.text("patronymic"),
        language=entry.text("language"),
        script=entry.text("script"),
        kind=_upper(entry.text("kind")),
    )


def _person(entry: Entry, external_id: str) -> Person:
    language = entry.text("text_language") or "ru"
    return Person(
        external_id=external_id,
        kind=(entry.text("kind") or "INDIVIDUAL").upper(),
        protection=(entry.text("protection") or "P2").upper(),
        basis=_upper(entry.text("basis")),
        sex=_upper(entry.text("sex")),
        born=entry.date("born"),
        nationalities=entry.texts("nationalities"),
        languages=entry.texts("languages"),
        contacts=entry.texts("contacts"),
        documents=entry.texts("documents"),
        occupation=Localised.of(entry.text("occupation"), language),
        organisation=Localised.of(entry.text("organisation"), language),
        rank=Localised.of(entry.text("rank"), language),
        notes=entry.text("notes"),
    )


def _upper(text: str | None) -> str | None:
    return text.upper() if text else None
