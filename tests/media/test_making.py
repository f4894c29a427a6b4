"""Media drawn for samples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evidence_app.media import making
from evidence_app.system import paths

FONT = paths.resources() / "fonts" / "SourceSans3-Regular.ttf"
LINES = ["Вымышленная съёмка", "Fictional footage"]
MADE: dict[str, Callable[[int], bytes]] = {
    "photo": lambda seed: making.photo(320, 240, LINES, seed, font=FONT),
    "video": lambda seed: making.video(1, LINES, seed, (160, 90), font=FONT),
    "audio": lambda seed: making.audio(1.2, seed),
}


@pytest.mark.parametrize("kind", MADE)
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(kind: str) -> None:
    assert MADE[kind](1) == MADE[kind](1)
    assert MADE[kind](1) != MADE[kind](2)


def test_a_document_is_the_same_each_time() -> None:
    assert making.document([LINES, LINES], font=FONT) == making.document([LINES, LINES], font=FONT)


def test_made_media_do_not_name_the_encoder_or_the_hour() -> None:
    assert b"Lavf" not in MADE["video"](1) and b"Lavc" not in MADE["video"](1)
    assert b"D:1970" in making.document([LINES], font=FONT)


def test_a_timecode_counts_minutes_seconds_and_thousandths() -> None:
    assert making.timecode(0) == "00:00.000"
    assert making.timecode(making.FRAMES_PER_SECOND * 61 + 1) == "01:01.083"
