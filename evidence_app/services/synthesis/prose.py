"""What invented witnesses say: sentences out of the text banks, with what happened to each of them filled in."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from evidence_app.system import paths

LANGUAGES = ("ru", "kk", "ky", "uz", "en")
STAGES = ("arrest", "transport", "facility", "treatment", "confession", "release", "complaint")
FEWEST, MOST = 6, 14
_FURTHER = ("treatment",) * 3 + ("facility",) * 2 + ("arrest", "transport", "confession", "release", "complaint")
_FORMS = {"village_to": "village", "village_at": "village", "officer_seen": "officer"}
_SLOT = re.compile(r"\{(\w+)\}")
_BY_SEX = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in five languages, with slots; of one `group` a speaker uses only one."""

    texts: Mapping[str, str]
    group: str
    act: str


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to one person: `slots` holds keys of slots.toml, numbers, clock times and dates.

    `number` decides which sentence of each group the person uses, in every testimony the same.
    """

    language: str
    sex: str
    number: int
    slots: Mapping[str, str | int | date]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as spoken, its English translation, the acts it tells of, whether it describes an officer."""

    stage: str
    text: str
    english: str
    acts: tuple[str, ...]
    names_officer: bool


def tell(story: Story, rng: random.Random, length: int) -> list[Paragraph]:
    """Tell a story in `length` paragraphs (6 to 14), in the order in which it happened."""
    told = []
    for stage, paragraphs in _lengths(rng, length).items():
        chosen = _chosen(stage, story, rng, paragraphs)
        ends = [round(len(chosen) * number / paragraphs) for number in range(paragraphs + 1)]
        told += [_paragraph(stage, chosen[start:end], story) for start, end in pairwise(ends)]
    return told


def _lengths(rng: random.Random, length: int) -> dict[str, int]:
    """Return how many paragraphs each stage gets; the shortest testimonies leave out the transport."""
    stages = [stage for stage in STAGES if length > FEWEST or stage != "transport"]
    further = rng.sample(_FURTHER, length - len(stages))
    return {stage: 1 + further.count(stage) for stage in stages}


def _chosen(stage: str, story: Story, rng: random.Random, paragraphs: int) -> list[Sentence]:
    """Return the sentences of a stage, in the order of the bank; those of a group are never left out."""
    sentences = _of_person(stage, story.number)
    fixed = [place for place, sentence in enumerate(sentences) if sentence.group]
    free = [place for place, sentence in enumerate(sentences) if not sentence.group]
    wanted = min(len(sentences), rng.randint(2 * paragraphs, 3 * paragraphs))
    places = sorted(fixed + rng.sample(free, wanted - len(fixed)))
    return [sentences[place] for place in places]


def _of_person(stage: str, number: int) -> list[Sentence]:
    """Return the sentences that one person may use: of each group the one that is theirs."""
    sentences = bank()[stage]
    own = []
    for sentence in sentences:
        group = [other for other in sentences if sentence.group and other.group == sentence.group]
        if not group or group[number % len(group)] is sentence:
            own.append(sentence)
    return own


def _paragraph(stage: str, sentences: list[Sentence], story: Story) -> Paragraph:
    """Fill a paragraph."""
    return Paragraph(
        stage=stage,
        text=" ".join(filled(sentence.texts[story.language], story.language, story) for sentence in sentences),
        english=" ".join(filled(sentence.texts["en"], "en", story) for sentence in sentences),
        acts=tuple(dict.fromkeys(sentence.act for sentence in sentences if sentence.act)),
        names_officer=any("{officer" in sentence.texts["en"] for sentence in sentences),
    )


def filled(template: str, language: str, story: Story) -> str:
    """Fill the slots of a template in a language, and choose what a man or a woman says."""
    spoken = _BY_SEX.sub(r"\1" if story.sex == "M" else r"\2", template)
    slots = widened(story.slots)
    return _SLOT.sub(lambda slot: form(slot[1], slots[slot[1]], language), spoken)


def widened(slots: Mapping[str, str | int | date]) -> dict[str, str | int | date]:
    """Add the slots that are other forms of one choice."""
    return {**slots, **{name: slots[choice] for name, choice in _FORMS.items() if choice in slots}}


def form(name: str, value: str | int | date, language: str) -> str:
    """Return a slot's value as the sentences of a language need it."""
    bank_of_slots = choices()
    if isinstance(value, date):
        month = bank_of_slots["months"][language][value.month - 1]
        return f"{value.day}-{month}" if language in {"ky", "uz"} else f"{value.day} {month}"
    if isinstance(value, int) or name not in bank_of_slots:
        return str(value)
    return str(bank_of_slots[name][value][language])


@cache
def bank() -> dict[str, tuple[Sentence, ...]]:
    """Read the sentences of all stages."""
    return {
        stage: tuple(
            Sentence({tag: row[tag] for tag in LANGUAGES}, row.get("group", ""), row.get("act", ""))
            for row in read(stage)["sentence"]
        )
        for stage in STAGES
    }


@cache
def choices() -> dict[str, Any]:
    """Read what fills the slots."""
    return read("slots")


def read(name: str) -> dict[str, Any]:
    """Read one of the text banks."""
    with (paths.resources() / "samples" / "synthesis" / f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)
