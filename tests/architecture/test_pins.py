"""Everything that can be installed is pinned, once, in two spellings that agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS = PROJECT["tool"]["uv"]["constraint-dependencies"]


def name_of(requirement: str) -> str:
    """Return the name of a requirement as registries compare names (PEP 503)."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\s<>=!~;\[]", requirement)[0]).lower()


def test_constraints_for_pip_are_the_pins_of_uv() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == PINS


def test_every_pin_names_one_version() -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?", pin) for pin in PINS)
    assert sorted(PINS, key=name_of) == PINS


def test_everything_that_is_asked_for_is_pinned() -> None:
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    assert {name_of(requirement) for requirement in asked} <= {name_of(pin) for pin in PINS}


def test_the_qt_that_loses_references_is_kept_away() -> None:
    """PySide6 6.12 aborts on Python 3.11 after some thousand calls."""
    qt = [pin for pin in PINS if pin.startswith(("pyside6", "shiboken6"))]
    assert len(qt) == 3
    assert all("==6.11." in pin for pin in qt)
