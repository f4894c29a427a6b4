"""The layout runs in a disposable process as it does here."""

from __future__ import annotations

from dataclasses import fields, replace

from evidence_app.dossier import press
from evidence_app.dossier.manuscript import Manuscript
from evidence_app.dossier.message import to_message
from evidence_app.workers import pool
from evidence_app.workers.limits import LAYOUT
from tests.dossier.example import example


def test_a_worker_prints_the_same_bytes() -> None:
    emptied = {field.name: () for field in fields(Manuscript) if isinstance(getattr(example(), field.name), tuple)}
    manuscript = replace(example("ru"), **emptied)
    header, attachments = to_message(manuscript)
    reply = pool.run("evidence_app.dossier.press:lay_out", header, attachments, limits=LAYOUT)
    assert reply.header == {"pages": 5}
    assert bytes(reply.attachments[0]) == press.render(manuscript)
