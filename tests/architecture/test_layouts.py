"""No layout is asked what it holds: PySide's answer outlives the item, and the next layout at its address crashes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

WINDOW = Path(__file__).parents[2] / "evidence_app/gui"
ASKING = {"itemAt", "itemAtPosition", "spacerItem"}


@pytest.mark.parametrize("path", sorted(WINDOW.rglob("*.py")), ids=lambda path: path.relative_to(WINDOW).as_posix())
def test_no_layout_is_asked_for_its_items(path: Path):
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    asked = [call.lineno for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in ASKING]
    assert not asked, f"lines {asked}: keep what was put into the layout instead"
