"""Who may act in a case: the account that a recovery made is entered beside the one that it follows."""

from __future__ import annotations

from evidence_app.domain.account import Account
from evidence_app.domain.errors import DatabaseDamaged
from evidence_app.keys.derivation import encode
from evidence_app.keys.key_file import KeyFile
from evidence_app.services.workspace import Workspace
from evidence_app.system import words
from evidence_app.system.words import N_, _

FIRST_NAME = N_("Lead counsel")  # of the account that a new case begins with, in the language of the case


def enter(ws: Workspace, keys: KeyFile) -> None:
    """Enter the account whose keys opened the case, with the name and role of the one that it takes the place of.

    Only where it is the one that can open the case has another lost that; else nobody knows whose sheet it was.
    Raises DatabaseDamaged where the records know no account at all.
    """
    keyring = ws.keyring
    replaced = keys.retired[-1:] if keys.openers == {keyring.account_id} else []
    accounts = ws.records.find(Account)
    if not accounts:
        raise DatabaseDamaged
    followed = next((account for account in accounts if account.uid in replaced), accounts[0])
    with ws.act("account.recovered", obj=keyring.account_id) as act:
        public_key = encode(keyring.public_key)
        act.add(followed.but(id=0, uid=keyring.account_id, key_id=keyring.key_id, public_key=public_key))
        act.facts |= {"account": keyring.account_id, "replaces": replaced}


def shown(name: str) -> str:
    """Return an account's name as it is shown: one that the program gave is said in the language spoken now."""
    return _(FIRST_NAME) if name in _first_names() else name


def first_name(language: str) -> str:
    """Return what the account of a new case is called."""
    with words.speaking(language):
        return _(FIRST_NAME)


def _first_names() -> frozenset[str]:
    """Return that name in every language."""
    return frozenset(first_name(language) for language in words.LANGUAGES)


def is_entered(ws: Workspace) -> bool:
    """Tell whether the records know the account that opened the case; after a crash in a recovery they may not."""
    return bool(ws.records.find(Account, voided=True, key_id=ws.keyring.key_id))
