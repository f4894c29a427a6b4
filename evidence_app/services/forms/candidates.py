"""Which records a reference may mean, by a few letters of their code, names or titles."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_app.domain.citation import Citation
from evidence_app.domain.nouns import LETTERS, NOUNS
from evidence_app.domain.record import Record
from evidence_app.language.fold import fold, nfc
from evidence_app.services import searching
from evidence_app.services.forms.calling import candidate, fetch
from evidence_app.services.forms.form import Candidate
from evidence_app.services.workspace import Workspace
from evidence_app.store.search.query import parse
from evidence_app.store.search.units import SEARCHED

MOST = 20
_ITEMS = ("testimony", "media", "filing")
_TWINS = str.maketrans("РТЕ", "PTE")


def find(ws: Workspace, noun: str, words: str, limit: int = MOST) -> tuple[Candidate, ...]:
    """Return the records of a noun that fit what is typed, the surest first; without words, the newest."""
    nouns = _ITEMS if noun == "item" else (noun,)
    found: dict[int, Candidate] = {}
    for one in _fitting(ws, nouns, words.strip(), limit):
        found.setdefault(one.record_id, one)
        if len(found) == limit:
            break
    return tuple(found.values())


def _fitting(ws: Workspace, nouns: tuple[str, ...], words: str, limit: int) -> Iterator[Candidate]:
    """Yield what fits; some may come twice."""
    if not words:
        yield from _newest(ws, nouns, limit)
        return
    cited = at(ws, words)
    if cited is not None and cited.noun in nouns:
        yield cited
    for noun in nouns:
        yield from _by_code(ws, noun, words, limit)
    known = [noun for noun in nouns if noun in SEARCHED]
    open_ended = f"{words}*" if words[-1:].isalnum() else words
    for hit in ws.index.search(parse(open_ended), known, limit) if known else ():
        record = ws.records.get(NOUNS[hit.noun], hit.record)
        if record is not None and record.voided is None:
            yield candidate(ws, record)
    for noun in nouns:
        yield from _by_title(ws, noun, words) if noun not in SEARCHED else ()


def at(ws: Workspace, words: str) -> Candidate | None:
    """Return the record that a citation means, with the place in it; None where it is none or leads nowhere."""
    target, cited = searching.locate(ws, words), Citation.read(words)
    record = fetch(ws, target.noun, target.record_id) if target is not None else None
    if cited is None or record is None:
        return None
    made = candidate(ws, record)
    return Candidate(made.noun, made.record_id, made.code, made.title, cited.place or None)


def _newest(ws: Workspace, nouns: tuple[str, ...], limit: int) -> Iterator[Candidate]:
    """Yield the records that were added last."""
    ids = sorted((row.id, noun) for noun in nouns for row in ws.records.some(NOUNS[noun], "id"))
    for record_id, noun in reversed(ids[-limit:]):
        record = ws.records.get(NOUNS[noun], record_id)
        if record is not None:
            yield candidate(ws, record)


def _by_code(ws: Workspace, noun: str, words: str, limit: int) -> Iterator[Candidate]:
    """Yield the records whose code begins as is typed, with or without its letter."""
    kind = NOUNS[noun]
    if LETTERS.get(kind.letter) != noun:
        return
    typed = words.upper()[:1].translate(_TWINS) + words[1:]
    number = typed.removeprefix(kind.letter).lstrip("-‐‑–—− ")
    if not number.isdecimal():
        return
    rows = [row for row in ws.records.some(kind, "id", "code") if _number(str(row.code)).startswith(number.lstrip("0"))]
    for row in rows[:limit]:
        record = ws.records.get(kind, row.id)
        if record is not None:
            yield candidate(ws, record)


def _number(code: str) -> str:
    """Return the digits of a code without the zeros before them."""
    return code.partition("-")[2].lstrip("0")


def _by_title(ws: Workspace, noun: str, words: str) -> Iterator[Candidate]:
    """Yield the records of a noun outside the index whose title holds what is typed; there are few of them."""
    wanted = fold(nfc(words))
    records: list[Record] = ws.records.find(NOUNS[noun])
    for one in (candidate(ws, record) for record in records):
        if wanted in fold(nfc(one.title)):
            yield one
