"""What has happened since the case was opened last, for whoever comes back after days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from evidence_app.domain.account import Account
from evidence_app.domain.item import Item
from evidence_app.services import accounts, preferences
from evidence_app.services.overview.dates import distance
from evidence_app.services.workspace import Workspace
from evidence_app.store.queries.entries import Entries
from evidence_app.system import clock
from evidence_app.system.words import _, ngettext_

KEY = "opened"
_LONG_DAYS, _MONDAY = 3, 0


@dataclass(frozen=True, slots=True)
class Since:
    """When the case was opened last, and what others did and what came in since."""

    when: str
    news: tuple[str, ...]


def arrive(ws: Workspace, today: date | None = None) -> Since | None:
    """Note that the case is open now; return the news where it is Monday or days have passed, and there are any.

    To be called once each time the case is opened. The preference `opened` holds `ts`, the journal's instant, and
    `seen`, the number of the last entry of each log. A case opened for reading only notes nothing.
    """
    entries = Entries(ws.archive.connection)
    before = preferences.get(ws, KEY)
    now = clock.instant()
    if not ws.archive.read_only:
        preferences.put(ws, KEY, {"ts": now.isoformat(timespec="seconds"), "seen": entries.heads()})
    today = today or now.astimezone().date()
    opened = _opened(before)
    if opened is None:
        return None
    days = (today - opened.astimezone().date()).days
    if days < _LONG_DAYS and (today.weekday() != _MONDAY or days < 1):
        return None
    news = _news(ws, entries.tally_since(before["seen"]), opened)
    return Since(_("Since you last opened this case, %(when)s") % {"when": distance(-days)}, news) if news else None


def _opened(before: object) -> datetime | None:
    """Return when the case was opened last; None for what says nothing of it."""
    if not isinstance(before, dict) or not isinstance(before.get("seen"), dict):
        return None
    try:
        return datetime.fromisoformat(str(before.get("ts")))
    except ValueError:
        return None


def _news(ws: Workspace, done: dict[tuple[str, str], int], opened: datetime) -> tuple[str, ...]:
    """Say how much each of the others did, and how many files came in."""
    names = {account.key_id: accounts.shown(account.name) for account in ws.records.find(Account)}
    by_actor: dict[str, int] = {}
    for (actor, _verb), count in done.items():
        if actor != ws.keyring.key_id:
            by_actor[actor] = by_actor.get(actor, 0) + count
    said = []
    for actor, count in sorted(by_actor.items(), key=lambda pair: -pair[1]):
        facts = {"who": names.get(actor) or _("somebody"), "n": count}
        said.append(ngettext_("%(who)s: %(n)s act", "%(who)s: %(n)s acts", count) % facts)
    begun = f"{opened.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
    received = sum(1 for row in ws.records.some(Item, "batch", "created_at") if row.batch and row.created_at >= begun)
    if received:
        said.append(ngettext_("%(n)s file received", "%(n)s files received", received) % {"n": received})
    return tuple(said)
