"""The catalogues are whole, their sentences fit, and a language spoken in one place is heard nowhere else.

New sentences come into a catalogue like this; header fields that Babel adds are then taken out again:

    pybabel extract --no-wrap --no-location --sort-output -k N_ -k ngettext_:1,2 -o new.pot evidence_app
    pybabel update --no-wrap --no-fuzzy-matching --ignore-obsolete -i new.pot -o resources/locale/ru.po -l ru
"""

from __future__ import annotations

import ast
import re
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel import Locale
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from evidence_app.system import paths, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Catalog, Message

SOURCE = Path(words.__file__).parents[1]
MARKERS: dict[str, Any] = {"_": None, "N_": None, "ngettext_": (1, 2)}
TRANSLATED = [code for code in words.LANGUAGES if code != "en"]
QUANTITIES = (1, 2, 5, 21)
ENGLISH_MARKS = re.compile(r"[“”\"]|(?<=\w)'")

each_language = pytest.mark.parametrize("code", TRANSLATED)


@cache
def spoken_in_code() -> dict[str, str | None]:
    """Return every sentence of the program, with its plural where it counts something."""
    found: dict[str, str | None] = {}
    for _file, _line, said, _comments, _context in extract_from_dir(SOURCE, keywords=MARKERS):
        singular, plural = (said[0], said[1]) if isinstance(said, tuple) else (said, None)
        found[singular] = plural or found.get(singular)
    return found


def file_of(code: str) -> Path:
    """Return where a catalogue is kept."""
    return paths.resources() / "locale" / f"{code}.po"


@cache
def catalogue(code: str) -> Catalog:
    """Return the catalogue of a language as it is kept."""
    with file_of(code).open("rb") as stream:
        return read_po(stream, locale=code, abort_invalid=True)


def entries(code: str) -> list[Message]:
    """Return what a catalogue holds, without its header."""
    return [message for message in catalogue(code) if message.id]


def forms(message: Message) -> tuple[str, ...]:
    """Return the translation, in all its plural forms."""
    return message.string if isinstance(message.string, tuple) else (str(message.string),)


def source(message: Message) -> str:
    """Return the English sentence, in the plural where it counts something."""
    return message.id[-1] if isinstance(message.id, tuple | list) else message.id


def holes(sentence: str) -> set[str]:
    """Return the places of a sentence that facts are put into."""
    return set(re.findall(r"%\(\w+\)[sd]", sentence))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that mark sentences."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
            yield node


@pytest.fixture
def programme() -> Iterator[None]:
    """Let a test choose the language of the whole program, and give it back."""
    before = words.language()
    yield
    words.choose(before)


@each_language
def test_every_sentence_is_translated(code: str) -> None:
    translated = {message.id if isinstance(message.id, str) else message.id[0] for message in entries(code)}
    assert sorted(set(spoken_in_code()) - translated) == []
    assert [message.id for message in entries(code) if not all(form.strip() for form in forms(message))] == []


@each_language
def test_a_catalogue_holds_nothing_fuzzy_obsolete_or_unused(code: str) -> None:
    assert [message.id for message in entries(code) if message.fuzzy] == []
    assert list(catalogue(code).obsolete) == []
    singulars = {message.id if isinstance(message.id, str) else message.id[0] for message in entries(code)}
    assert sorted(singulars - set(spoken_in_code())) == []


@each_language
def test_a_catalogue_tells_nothing_of_who_wrote_it_where(code: str) -> None:
    kept = file_of(code).read_text(encoding="utf-8")
    fields = re.findall(r'^"([\w-]+): ', kept, flags=re.MULTILINE)
    assert fields == ["Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Plural-Forms"]
    assert not re.search(r"^#:", kept, flags=re.MULTILINE)


@each_language
def test_what_counts_in_the_code_counts_in_the_catalogue(code: str) -> None:
    plurals = {message.id[0]: message.id[1] for message in entries(code) if isinstance(message.id, tuple | list)}
    assert plurals == {singular: plural for singular, plural in spoken_in_code().items() if plural}


def test_no_sentence_hides_from_the_extractor() -> None:
    # Before Python 3.12 an f-string is one token, and what is marked inside it is not seen.
    marked = {
        str(argument.value)
        for file in SOURCE.rglob("*.py")
        for call in calls(ast.parse(file.read_text(encoding="utf-8")))
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant)
    }
    assert sorted(marked - set(spoken_in_code())) == []


def test_what_is_counted_is_written_where_it_is_counted() -> None:
    # Words that reach `ngettext_` through a function of their own are seen by no extractor.
    passed_on = [
        f"{file.relative_to(SOURCE)}:{call.lineno}"
        for file in SOURCE.rglob("*.py")
        for call in calls(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call.func, ast.Name) and call.func.id == "ngettext_"
        if not all(isinstance(argument, ast.Constant) for argument in call.args[:2])
    ]
    assert passed_on == []


@each_language
def test_facts_stand_in_the_translation_as_in_the_sentence(code: str) -> None:
    differing = [
        (source(message), form)
        for message in entries(code)
        for form in forms(message)
        if holes(form) != holes(source(message))
    ]
    assert differing == []
    assert [str(error) for message in entries(code) for error in message.check(catalogue(code))] == []


@each_language
def test_a_translation_ends_as_its_sentence_does(code: str) -> None:
    def ending(sentence: str) -> str:
        found = re.search(r"(…|\.|:)?\s*$", sentence)
        return found.group() if found else ""

    # An abbreviation keeps its point where the other language writes the word out, or the other way round.
    abbreviated = {"No.": "№", "Page": "Стр."}
    differing = [
        (source(message), form)
        for message in entries(code)
        for form in forms(message)
        if ending(form) != ending(source(message)) and abbreviated.get(source(message)) != form
    ]
    assert differing == []


@each_language
def test_a_translation_quotes_in_its_own_way(code: str) -> None:
    quoted = [form for message in entries(code) for form in forms(message) if ENGLISH_MARKS.search(form)]
    assert quoted == []


@each_language
def test_plural_forms_are_those_of_the_language_and_complete(code: str) -> None:
    rule = Locale(code).plural_form
    for singular, plural in ((key, value) for key, value in spoken_in_code().items() if value):
        kept = forms(catalogue(code)[singular])
        said: dict[str, set[str]] = {}
        with words.speaking(code):
            for n in QUANTITIES:
                said.setdefault(rule(n), set()).add(words.ngettext_(singular, str(plural), n))
        assert len(kept) == catalogue(code).num_plurals
        assert all(len(sentences) == 1 for sentences in said.values()), singular
        assert set().union(*said.values()) == set(kept), singular


def test_russian_counts_one_few_and_many() -> None:
    with words.speaking("ru"):
        said = [words.ngettext_("%(n)s hit", "%(n)s hits", n) % {"n": n} for n in QUANTITIES]
    assert said == ["1 совпадение", "2 совпадения", "5 совпадений", "21 совпадение"]


def test_a_language_is_spoken_for_a_while_and_given_back(programme: None) -> None:
    words.choose("kk")
    with words.speaking("ru"):
        assert words._("Testimonies") == "Показания"
        with words.speaking("en"):
            assert words._("Testimonies") == "Testimonies"
        assert words.language() == "ru"
        with pytest.raises(LookupError), words.speaking("kk"):
            raise LookupError
        assert words.language() == "ru"
    assert words._("Testimonies") == "Айғақтар"


def test_an_unknown_language_is_english(programme: None) -> None:
    words.choose("tlh")
    assert words.language() == "en"
    with words.speaking("ru"), words.speaking("tlh"):
        assert words._("Testimonies") == "Testimonies"


def test_threads_do_not_hear_each_other(programme: None) -> None:
    words.choose("en")
    together = threading.Barrier(3, timeout=10)
    heard: dict[str, list[str]] = {}

    def speak(code: str) -> None:
        heard[code] = [words._("Testimonies")]
        with words.speaking(code):
            together.wait()
            heard[code].append(words._("Testimonies"))
            together.wait()
        heard[code].append(words._("Testimonies"))

    threads = [threading.Thread(target=speak, args=(code,)) for code in TRANSLATED]
    with words.speaking("ru"):
        for thread in threads:
            thread.start()
        together.wait()
        assert words.language() == "ru"
        together.wait()
    for thread in threads:
        thread.join()
    assert heard == {
        "ru": ["Testimonies", "Показания", "Testimonies"],
        "kk": ["Testimonies", "Айғақтар", "Testimonies"],
    }
