"""Short ways to build what the overview looks at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from evidence_app.domain.localised import Localised
from evidence_app.domain.person import Person, PersonName
from evidence_app.domain.record import Record
from evidence_app.services import people, records
from evidence_app.services.workspace import Workspace

Keep = Callable[..., Any]


@pytest.fixture
def keep(case: Workspace) -> Keep:
    """Record something; a title that its noun needs is given."""

    def kept(record: Record) -> Any:
        if hasattr(record, "title") and not record.title:
            record = record.but(title=Localised.of("Без названия", "ru"))
        return records.add(case, record)

    return kept


@pytest.fixture
def victim(case: Workspace) -> Person:
    """A recognised victim with a name, of whom the case holds nothing."""
    return people.add(case, Person(recognised_victim=True), PersonName(full="Асанов Болот", language="ru"))
