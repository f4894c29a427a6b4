"""Every page looks as it did when somebody last looked at it and found it good.

A picture that differs is kept beside the one expected, with the difference. Where the new look is meant, renew the
pictures, look at each, and commit them:  EVIDENCE_RENEW_PICTURES=1 pytest tests/pictures
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import PySide6
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication

from tests.pictures.studio import SCENES, Studio, leave_form

GOLDEN = Path(__file__).parent / "golden"
PINS = Path(__file__).parents[2] / "pyproject.toml"
NOTICED, ALLOWED = 24, 0.002  # how far a channel may be off unseen, and which share of the pixels may be further off
LOOKS = {"ru-light-1280x720": ("ru", "light", (1280, 720)), "en-dark-1440x900": ("en", "dark", (1440, 900))}
IS_RENEWING = bool(os.environ.get("EVIDENCE_RENEW_PICTURES"))


def pinned_qt() -> str:
    """Return the version of Qt that the pictures were taken with."""
    pins = tomllib.loads(PINS.read_text(encoding="utf-8"))["tool"]["uv"]["constraint-dependencies"]
    return next(pin.split("==")[1] for pin in pins if pin.startswith("pyside6-essentials=="))


pytestmark = [
    # Where a computer draws letters otherwise, a picture should stop nobody.
    pytest.mark.skipif(os.environ.get("EVIDENCE_PICTURES") == "0", reason="EVIDENCE_PICTURES is 0"),
    pytest.mark.skipif(sys.platform != "linux", reason="the pictures were taken on Linux; fonts are drawn differently"),
    pytest.mark.skipif(PySide6.__version__ != pinned_qt(), reason=f"the pictures were taken with Qt {pinned_qt()}"),
]


@pytest.fixture(scope="module", params=LOOKS)
def studio(
    request: pytest.FixtureRequest, qapp: QApplication, fictional_case: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Studio]]:
    """A window in one look, on a case of its own."""
    made = Studio(fictional_case, tmp_path_factory.mktemp("window") / "window.ini", *LOOKS[request.param])
    yield request.param, made
    made.close()


def taken(studio: Studio) -> Image.Image:
    """Return the window as it is once two looks at it show the same."""
    before, now = b"", _png(studio)
    while before != now:
        studio.settle()
        before, now = now, _png(studio)
    return Image.open(BytesIO(now)).convert("RGB")


def _png(studio: Studio) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    studio.window.grab().save(buffer, "BMP")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def share_that_differs(one: Image.Image, other: Image.Image) -> tuple[float, Image.Image]:
    """Return which share of the pixels is off by more than is noticed in any channel, and where they are."""
    off = ImageChops.difference(one, other).point(lambda value: 255 if value > NOTICED else 0)
    red, green, blue = off.split()
    where = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return where.histogram()[255] / (one.width * one.height), where


@pytest.mark.parametrize("scene", SCENES)
def test_a_page_looks_as_it_did(studio: tuple[str, Studio], scene: str, tmp_path: Path):
    look, window = studio
    SCENES[scene](window)
    actual = taken(window)
    if scene.endswith("form"):
        leave_form(window)
    kept = GOLDEN / f"{scene}-{look}.png"
    if IS_RENEWING:
        actual.quantize(256, dither=Image.Dither.NONE).save(kept, optimize=True)
        return
    assert kept.exists(), f"there is no picture {kept.name} yet; renew the pictures: EVIDENCE_RENEW_PICTURES=1"
    expected = Image.open(kept).convert("RGB")
    assert actual.size == expected.size
    share, where = share_that_differs(actual, expected)
    if share > ALLOWED:
        actual.save(tmp_path / f"{kept.stem}-actual.png")
        where.save(tmp_path / f"{kept.stem}-difference.png")
        pytest.fail(
            f"{share:.2%} of {kept.name} differs; see {tmp_path}/{kept.stem}-actual.png and -difference.png. "
            "If it is meant to look like this now: EVIDENCE_RENEW_PICTURES=1 pytest tests/pictures"
        )
