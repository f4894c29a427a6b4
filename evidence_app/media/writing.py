"""Plain text and web pages: their words, and the encoding they were read in (runs in a worker)."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from evidence_app.media.findings import MOST_TEXT, Facts, Findings

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Encodings that Russian text of before Unicode comes in, and the small letters by which the right one shows:
# read in a wrong one, running text turns into capitals or signs.
_CYRILLIC = ("windows-1251", "koi8-r", "cp866")
_SMALL_LETTER = re.compile("[а-яёўіїє]")
_SAMPLE_BYTES = 64 << 10


def examine(data: bytes, mime: str) -> Findings:
    """Return the words of a text file or a web page; never refuses, since any bytes read as some text."""
    encoding, is_guessed = _encoding(data)
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    if mime in {"text/html", "application/xhtml+xml"}:
        text = _words(text)
    return Findings(
        facts=Facts(encoding=encoding, is_encoding_guessed=is_guessed),
        texts=(text[:MOST_TEXT],),
        trouble="cut" if len(text) > MOST_TEXT else None,
    )


def _encoding(data: bytes) -> tuple[str, bool]:
    """Return the encoding of a text, and whether it was guessed rather than marked or proved."""
    if data.startswith(_UTF16_MARKS):
        return "utf-16", False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        sample = data[:_SAMPLE_BYTES]
        found = {name: len(_SMALL_LETTER.findall(sample.decode(name, "replace"))) for name in _CYRILLIC}
        likely = max(_CYRILLIC, key=lambda name: found[name])
        high = sum(byte >= 0x80 for byte in sample)
        return (likely if found[likely] * 2 > high else "windows-1252"), True
    return "utf-8", False


class _Words(HTMLParser):
    """Collects the text between tags, without scripts and style sheets."""

    _SILENT = frozenset({"script", "style", "template", "noscript"})
    _BLOCKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "title", "blockquote", "pre", "table"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silence = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Fall silent inside a script, begin a line at a block."""
        self._silence += tag in self._SILENT
        if tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Speak again after a script."""
        if tag in self._SILENT and self._silence:
            self._silence -= 1

    def handle_data(self, data: str) -> None:
        """Keep text that a reader would see."""
        if not self._silence:
            self.parts.append(data)


def _words(source: str) -> str:
    """Return the visible words of a web page, one block a line."""
    parser = _Words()
    parser.feed(source)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).splitlines())
    return "\n".join(line for line in lines if line)
