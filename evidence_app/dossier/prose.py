"""The one door for text from outside: cleaned, bound, escaped, drawable. Only this file makes `Markup`.

ReportLab's paragraphs are read as XML. A plain string is never handed to them: it becomes Markup here, in which
every `<` and `&` is a character again, and every character has a face that draws it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NewType
from xml.sax.saxutils import escape, quoteattr

from reportlab.platypus import Paragraph

from evidence_app.domain.unseen import has_ink, marked
from evidence_app.dossier import fonts
from evidence_app.dossier.stylesheet import LINK_HEX, SECONDARY_HEX
from evidence_app.system.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlab.lib.styles import ParagraphStyle

    from evidence_app.dossier.manuscript import Ref

Markup = NewType("Markup", str)

NOTHING = Markup("")
NBSP = "\u00a0"
DASH = "—"
CHUNK_WORDS = 200
CHUNK_CHARACTERS = 2_000
_TOKEN_CHARACTERS = 400

_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = str.maketrans(
    dict.fromkeys("\u202f\u2007", NBSP) | dict.fromkeys("\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006", " ")
    | dict.fromkeys("\u2008\u2009\u200a\u205f\u3000", " ")
)  # fmt: skip
_BINDINGS = (
    (re.compile(r"(?<=[№§¶]) (?=\d)"), NBSP),
    (re.compile(r"(?<!\w)((?:ст|ч|п|пп|art|para|p)\.) (?=\d)"), r"\1" + NBSP),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NBSP),
    (re.compile(r"(?<=\d) (?=(?:[₸₽€$%°]|(?:км|см|мм|м|кг|km|cm|mm|kg|KZT|USD)\b|[гл]\.))"), NBSP),
    (re.compile(r" (?=[–—](?:\s|$))"), NBSP),
    (re.compile(r"(?<!\w)([а-яёА-ЯЁ]{1,2}|[aAI]) (?=[\w«“])"), r"\1" + NBSP),
)


def clean(text: str) -> str:
    """Return text in NFC as it may be printed; line breaks become `\\n`, any other space a space.

    What only commands, and what no face can draw, is shown by its number: ⟨U+202E⟩.
    """
    if text.isascii() and text.isprintable():
        return text
    return marked(_BREAKS.sub("\n", unicodedata.normalize("NFC", text)).translate(_SPACES), _is_drawn)


@cache
def _is_drawn(character: str) -> bool:
    """Tell whether a character will be seen on paper."""
    return character in "\n " or (has_ink(character) and fonts.understudy(character) is not None)


def ty(text: str) -> str:
    """Bind what must not part at a line's end: short prepositions, №, thousands, units, dashes."""
    for pattern, bound in _BINDINGS:
        text = pattern.sub(bound, text)
    return text


def say(text: str, face: str) -> Markup:
    """Turn outside text into markup for a paragraph set in `face`."""
    return _drawable(ty(clean(text)).replace("\n", " "), face)


def _drawable(text: str, face: str) -> Markup:
    """Escape cleaned text; lend a face where `face` lacks a character."""
    if fonts.repertoire(face).issuperset(text):
        return Markup(escape(text))
    pieces = []
    for chosen, run in groupby(text, lambda character: _face_of(character, face)):
        said = escape("".join(run))
        pieces.append(said if chosen == face else f'<font name="{chosen}">{said}</font>')
    return Markup("".join(pieces))


def _face_of(character: str, face: str) -> str:
    """Return the face that draws a character in a paragraph set in `face`."""
    return face if character in fonts.repertoire(face) else fonts.understudy(character) or face


def chunks(text: str) -> Iterator[str]:
    """Cut cleaned text at line breaks, and long lines after a sentence, so that layout stays linear."""
    for line in text.split("\n"):
        chunk: list[str] = []
        size = 0
        for word in _words(line):
            full = len(chunk) >= CHUNK_WORDS or size + len(word) > CHUNK_CHARACTERS
            if chunk and (full or (len(chunk) > CHUNK_WORDS * 3 // 4 and chunk[-1].endswith((".", "!", "?")))):
                yield " ".join(chunk)
                chunk, size = [], 0
            chunk.append(word)
            size += len(word)
        if any(chunk):
            yield " ".join(chunk)


def _words(line: str) -> Iterator[str]:
    """Return the words of a line; a word without end is cut."""
    for word in line.split(" "):
        for start in range(0, max(1, len(word)), _TOKEN_CHARACTERS):
            yield word[start : start + _TOKEN_CHARACTERS]


def para(text: str, style: ParagraphStyle, tail: Markup = NOTHING) -> list[Paragraph]:
    """Set outside text as paragraphs, the last of which ends with `tail`; nothing visible gives no paragraph."""
    said = [_drawable(chunk, style.fontName) for chunk in chunks(ty(clean(text))) if chunk.strip(NBSP)]
    if tail:
        said[-1:] = [join(NBSP, [*said[-1:], tail])]
    return [line(markup, style) for markup in said]


def cell(text: str, style: ParagraphStyle) -> list[Paragraph]:
    """Set outside text for a table; a dash where there is nothing to see."""
    return para(text, style) or para(DASH, style)


def line(markup: Markup, style: ParagraphStyle) -> Paragraph:
    """Set markup as one paragraph."""
    return Paragraph(markup, style)


def strong(text: str) -> Markup:
    """Set outside text in the semibold sans face, inside any paragraph."""
    said = say(text, fonts.SANS_SEMIBOLD)
    return Markup(f'<font name="{fonts.SANS_SEMIBOLD}">{said}</font>')


def join(between: str, parts: Iterable[Markup]) -> Markup:
    """Join markup with a plain separator."""
    return Markup(escape(between).join(parts))


_LONGEST_CITATION = 18


def link(label: str, anchor: str, size: float = 8.6, face: str = fonts.SANS) -> Markup:
    """Set a reference as printed, leading to its anchor where it has one."""
    plain = clean(label).replace("\n", " ")
    # A citation stays on one line; a longer remark on the source may break, or it would not fit a table's column.
    said = _drawable(plain.replace(" ", NBSP) if len(plain) <= _LONGEST_CITATION else plain, face)
    if not anchor:
        return Markup(f'<font name="{face}" size="{size}" color="{SECONDARY_HEX}">{said}</font>')
    return Markup(
        f'<a href={quoteattr("#" + anchor)}><font name="{face}" size="{size}" color="{LINK_HEX}">{said}</font></a>'
    )


def sources(refs: Iterable[Ref], size: float = 8.6) -> Markup:
    """Set the sources of a statement one after another, or say that there is none yet."""
    links = [link(ref.label, ref.anchor, size) for ref in refs]
    if links:
        return join(" ", links)
    missing = _drawable(_("no source yet"), fonts.SANS_ITALIC)
    return Markup(f'<font name="{fonts.SANS_ITALIC}" size="{size}" color="{SECONDARY_HEX}">{missing}</font>')


def fixity(digest: str, size: float = 7.8, between: str = NBSP) -> Markup:
    """Set a digest for comparing with the eye: four groups of eight a line."""
    said = clean(digest).replace("\n", " ")
    parts = [said[start : start + 8] for start in range(0, len(said), 8)]
    lines = [between.join(parts[start : start + 4]) for start in range(0, len(parts), 4)]
    # The trailing space in the paragraph's own face keeps the baseline where its neighbours have theirs.
    printed = (f'<font name="{fonts.MONO}" size="{size}">{_drawable(text, fonts.MONO)}</font>{NBSP}' for text in lines)
    return Markup("<br/>".join(printed))
