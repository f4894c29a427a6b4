"""Chain of custody: what the journal says of an item, and who holds it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from evidence_app.domain.item import Item
from evidence_app.services.workspace import Workspace
from evidence_app.system.words import N_, _

# The layers around a worker, as the journal keeps them (workers/confinement).
_LAYERS = {
    "process": N_("made by a separate process"),
    "rlimits": N_("limited in memory, time and writing"),
    "rlimits in part": N_("limited in part"),
    "no_new_privs": N_("unable to gain rights"),
}
_NOTED_BY_PROGRAM = re.compile(r"process(, rlimits( \([a-z, ]+\))?)?(, no_new_privs)?")
_CHANGES_HOLDER = frozenset({"RECEIVE", "TRANSFER", "RETURN"})


@dataclass(frozen=True, slots=True)
class Act:
    """One act of custody: where it stands in the journal, when by this computer's clock, what, and its facts."""

    seq: int
    ts: str
    actor: str
    action: str
    facts: dict[str, str] = field(default_factory=dict)


def of(ws: Workspace, item: Item) -> list[Act]:
    """Return the chain of custody of an item, oldest first."""
    acts = []
    for entry, part in ws.journal.of_record(item.uid):
        if part.kind == "custody" and part.payload:
            facts = json.loads(part.payload)
            action = facts.pop("action")
            known = {key: str(value) for key, value in facts.items() if key not in {"t", "item"}}
            acts.append(Act(entry.seq, entry.ts, entry.actor, action, known))
    return acts


def reason(act: Act) -> str:
    """Return why something was done, as it was noted; what the program noted of itself comes as a sentence."""
    noted = act.facts.get("purpose") or act.facts.get("note") or ""
    if not _NOTED_BY_PROGRAM.fullmatch(noted):
        return noted
    said = ", ".join(_(_LAYERS[layer]) for layer in re.sub(r"\(.*\)", "in part", noted).split(", "))
    return f"{said[0].upper()}{said[1:]}."


def holder(acts: list[Act]) -> str | None:
    """Replay a chain to the present holder."""
    held = None
    for act in acts:
        if act.action in _CHANGES_HOLDER and "to" in act.facts:
            held = act.facts["to"]
    return held


def hand_over(ws: Workspace, item: Item, to: str, **facts: str | None) -> Item:
    """Log that an item goes into other hands; facts: place, when, purpose, condition, seal, note."""
    with ws.act("item.handed_over", obj=item.uid) as act:
        act.custody(item, "TRANSFER", from_=item.holder, to=to, **facts)
        return act.change(item, holder=to, seal=facts.get("seal") or item.seal)


def log(ws: Workspace, item: Item, action: str, **facts: str | None) -> None:
    """Log an act that leaves the item where it is (vocabulary `custody_action`)."""
    if action in _CHANGES_HOLDER:
        raise ValueError(action)
    with ws.act(f"item.{action.lower()}", obj=item.uid) as act:
        act.custody(item, action, **facts)
