"""Testimonies by paragraph, exhibits with stills and hashes, their custody."""

from __future__ import annotations

from evidence_app.domain import vocabulary
from evidence_app.domain.citation import clock
from evidence_app.domain.filing import Filing
from evidence_app.domain.item import Item
from evidence_app.domain.media import Media, StoredFile
from evidence_app.domain.partial_date import PartialDate
from evidence_app.domain.testimony import Testimony
from evidence_app.dossier import manuscript, sums
from evidence_app.dossier.manuscript import Certificate, CustodyAct, Exhibit, Ref, Statement, Still
from evidence_app.services import custody, details
from evidence_app.services.manuscripts import own, persons
from evidence_app.services.manuscripts.desk import Desk
from evidence_app.system.words import _, language_name

_EXCERPT = 1500


def testimony(desk: Desk, item: Testimony) -> manuscript.Testimony:
    """Return a testimony, paragraph by paragraph."""
    speaker = persons.reference(desk, item.speaker)
    text = desk.gate.text
    is_public = desk.gate.reader == "PUBLIC"
    notes = [
        _("Interviewer: %(name)s") % {"name": text(item.interviewer)} if item.interviewer and not is_public else "",
        _("Interpreter: %(name)s") % {"name": text(item.interpreter)} if item.interpreter and not is_public else "",
        _("Recorded") if item.recorded else "",
        _("Read back and signed") if item.read_back and item.signed else "",
        *own.lines(desk, item, is_coarse=item.id in desk.coarse_items),
    ]
    return manuscript.Testimony(
        code=item.code,
        speaker=speaker.label if speaker else _("withheld"),
        kind=vocabulary.stated("testimony_kind", item.form),
        taken_on=desk.date(item.taken, is_coarse=item.id in desk.coarse_items),
        language=language_name(item.language, desk.language),
        segments=tuple(_segment(desk, row) for row in details.segments(desk.ws, item.id)),
        notes=tuple(note for note in notes if note),
    )


def _segment(desk: Desk, row: details.SegmentRow) -> manuscript.Segment:
    translations = tuple(
        manuscript.Translation(language_name(tag, desk.language), desk.gate.text(text))
        for tag, text in row.translations.items()
    )
    starts = None if row.start_ms is None else clock(row.start_ms, exact=False)
    return manuscript.Segment(row.number, desk.gate.text(row.text), starts, translations)


def exhibit(desk: Desk, item: Item) -> Exhibit:
    """Return the slip of a media item or filing."""
    text = desk.gate.text
    original = desk.records.first(StoredFile, item=item.id, role="ORIGINAL")
    is_public, is_open = desk.gate.reader == "PUBLIC", desk.gate.reader in {"TEAM", "COURT"}
    is_coarse = item.id in desk.coarse_items
    received = [desk.date(item.received, is_coarse=is_coarse), desk.gate.party(item.received_from)]
    received += [text(item.received_how)] if desk.gate.reader == "TEAM" else []
    made = item.made or getattr(item, "decided", None) or getattr(item, "filed", None)
    return Exhibit(
        code=item.code,
        title=text(item.title.best(desk.language)) or item.code,
        kind=vocabulary.stated("item_kind", item.kind),
        date=desk.date(made, is_coarse=is_coarse),
        author=text(item.author),
        language=", ".join(language_name(tag, desk.language) for tag in item.languages),
        size=sums.size(original.size_bytes) if original else "",
        sha256=original.sha256 if original and _is_hash_told(desk, item) else "",
        # Cameras put the second into a file's name.
        original_name=text(original.name) if original and is_open and not is_coarse else "",
        received="" if is_public else ", ".join(part for part in received if part),
        confidentiality=vocabulary.label("confidentiality", item.confidentiality),
        is_held=original is not None or _is_in_hand(item),
        is_stored=original is not None,
        stills=_stills(desk, item),
        facts=_facts(desk, item),
        excerpt=_excerpt(text(original.extracted)) if original and original.extracted and not is_public else "",
    )


def _is_in_hand(item: Item) -> bool:
    """Tell whether the thing itself was received, though no file of it is stored."""
    if isinstance(item, Filing):
        return bool(item.is_held)
    return any((item.received, item.received_from, item.received_how, item.storage, item.seal))


def _is_hash_told(desk: Desk, item: Item) -> bool:
    """Tell whether a hash may be printed: a finder could test files against it, so it goes where the pictures go."""
    return desk.gate.reader != "PUBLIC" or desk.gate.shows(item)


def _excerpt(text: str) -> str:
    """Return the beginning of a text that is redacted already, cut between words."""
    if len(text) <= _EXCERPT:
        return text
    return text[:_EXCERPT].rsplit(" ", 1)[0] + " …"


def _stills(desk: Desk, item: Item) -> tuple[Still, ...]:
    """Return frames or the preview of an item, if pictures of it may be shown."""
    if not desk.gate.shows(item) or (isinstance(item, Media) and item.is_graphic and desk.gate.reader == "PUBLIC"):
        return ()
    held = desk.records.find(StoredFile, item=item.id, role=["STILL"], order="at_ms")
    held = held or desk.records.find(StoredFile, item=item.id, role=["THUMBNAIL"])
    return tuple(
        Still(desk.ws.vault.read(file.sha256), "" if file.at_ms is None else clock(file.at_ms), "", file.sha256)
        for file in held
    )


def _facts(desk: Desk, item: Item) -> tuple[Statement, ...]:
    """Return what is said of an exhibit, and what its marks bear on."""
    text = desk.gate.text
    said = [Statement(text(item.description.best(desk.language)), desk.ref(item.id), _("Description"))]
    if isinstance(item, Media) and item.is_coerced:
        said.append(
            Statement(_("Coerced statement: Convention against Torture, article 15."), (), _("Warning"), is_remark=True)
        )
    if isinstance(item, Media) and item.duration_ms:
        said.append(Statement(clock(item.duration_ms, exact=False), (), _("Duration"), is_remark=True))
    if isinstance(item, Filing):
        outcome = vocabulary.label("outcome", item.outcome)
        parts = [outcome, text(item.outcome_note.best(desk.language))]
        said.append(Statement(". ".join(part for part in parts if part), desk.ref(item.id), _("Outcome")))
    for mark in (mark for mark in desk.marks if mark.item == item.id and mark.quote):
        stance = vocabulary.label("link_stance", mark.stance)
        said.append(Statement(text(mark.quote), desk.ref(mark.item, mark.locator), stance))
    own_values = own.own(desk, item, is_coarse=item.id in desk.coarse_items)
    said += [Statement(text, (), name, is_remark=True) for name, text in own_values]
    return tuple(statement for statement in said if statement.text)


def certificate(desk: Desk, item: Item) -> Certificate | None:
    """Return the chain of custody of an item; None where it has none, as of a document that is not held."""
    acts = custody.of(desk.ws, item)
    if not acts:
        return None
    title = desk.gate.text(item.title.best(desk.language))
    is_coarse = item.id in desk.coarse_items
    # The journal's own number lies between two others whose days are known.
    is_hidden = is_coarse or desk.gate.reader == "PUBLIC"
    numbered = enumerate(acts, 1) if is_hidden else ((act.seq, act) for act in acts)
    is_told = _is_hash_told(desk, item)
    found = tuple(
        _act(desk, number, act, _hash_check(act.facts.get("sha256")) if is_told else "", is_coarse=is_coarse)
        for number, act in numbered
    )
    return Certificate(Ref(item.code, item.code), title, found)


def _act(desk: Desk, number: int, act: custody.Act, check: str, *, is_coarse: bool) -> CustodyAct:
    """Return one act of custody; the public reads actions, not names, and nobody where somebody in danger was."""
    is_public = desk.gate.reader == "PUBLIC"
    place, result = ("" if is_public else desk.gate.text(act.facts.get(name)) for name in ("place", "result"))
    return CustodyAct(
        number=number,
        when=desk.date(PartialDate.parse(act.ts[:10]), is_coarse=True) if is_coarse else desk.instant(act.ts),
        act=_("Received") if act.action == "RECEIVE" else vocabulary.label("custody_action", act.action),
        by="" if is_public else desk.account(act.actor),
        given_by="" if is_public else desk.party(act.facts.get("from")),
        given_to="" if is_public else desk.party(act.facts.get("to")),
        place="" if is_coarse else place,
        reason="" if is_public else desk.gate.text(custody.reason(act)),
        check=check or result,
    )


def _hash_check(sha256: str | None) -> str:
    """Return the beginning of a digest in groups of eight, each on a line of its own: a table's column is narrow."""
    return f"SHA-256\n{sha256[:8]}\n{sha256[8:16]}" if sha256 else ""
