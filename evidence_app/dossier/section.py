"""What a section is: a name, a title, when it is printed, and its story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from evidence_app.dossier.manuscript import Manuscript


def always(_manuscript: Manuscript) -> bool:
    """Print the section in every dossier."""
    return True


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the dossier; the title is a msgid, translated when printed."""

    name: str
    title: str
    story: Callable[[Manuscript], list[Any]]
    is_printed: Callable[[Manuscript], bool] = always

    @property
    def anchor(self) -> str:
        """Return the anchor of its heading."""
        return f"section-{self.name}"
