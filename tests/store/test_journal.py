"""The journal: bytes as in docs/FORMAT.md §4, chained, append-only, under the Merkle tree of RFC 6962."""

from __future__ import annotations

import hashlib
import json
import random

import pytest
import sqlalchemy as sa

from evidence_app.domain.person import Person
from evidence_app.services.workspace import Workspace
from evidence_app.store.archive import WriteOutsideAct
from evidence_app.store.journal import MAX_PARTS, Tree
from evidence_app.store.replay import chain_faults

# Leaves and roots of the test vectors that Certificate Transparency's implementations share (RFC 6962 §2.1.3).
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


def by_definition(leaves: list[bytes]) -> bytes:
    """Return the root as RFC 6962 §2.1 defines it: split at the largest power of two below the size."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    cut = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + by_definition(leaves[:cut]) + by_definition(leaves[cut:])).digest()


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_the_roots_are_those_of_certificate_transparency(size: int) -> None:
    tree = Tree()
    for leaf in LEAVES[:size]:
        tree.add(leaf)
    assert tree.root().hex() == ROOTS[size]


def test_the_tree_that_grows_leaf_by_leaf_is_the_tree_of_the_definition() -> None:
    leaves = [random.Random(number).randbytes(number % 50) for number in range(140)]
    tree = Tree()
    for size, leaf in enumerate(leaves, 1):
        tree.add(leaf)
        assert tree.root() == by_definition(leaves[:size])
        assert tree.size == size


def filled(ws: Workspace, count: int = 5) -> None:
    """Write some entries."""
    for number in range(count):
        with ws.act("person.added", reason=f"№ {number}") as act:
            act.add(Person(notes=f"заметка {number}"))


def test_entries_are_as_the_format_says(case: Workspace) -> None:
    filled(case)
    prev = hashlib.sha256(f"evidence-app/1/log\n{case.keyring.case_uid}\n{case.journal.log}\n".encode()).hexdigest()
    mono = 0
    for number, entry in enumerate(case.journal.entries(), 1):
        said = json.loads(entry.raw)
        assert set(said) == {"v", "log", "seq", "prev", "ts", "mono", "actor", "op", "obj", "commits"}
        assert (said["v"], said["seq"], said["prev"]) == (1, number, prev)
        assert said["actor"] == hashlib.sha256(case.keyring.public_key).hexdigest()[:32]
        assert said["mono"] >= mono
        parts = list(case.journal.parts(seq=number))
        assert [hashlib.sha256(part.salt + part.payload).hexdigest() for part in parts] == said["commits"]
        assert all(len(part.salt) == 16 for part in parts)
        assert json.loads(parts[0].payload)["t"] == "act"
        prev, mono = hashlib.sha256(entry.raw).hexdigest(), said["mono"]
    assert number == 6
    assert list(chain_faults(case.journal, case.journal.log)) == []
    assert case.journal.head().entry_hash == prev
    assert case.journal.head().root == by_definition([entry.raw for entry in case.journal.entries()]).hex()


def test_no_word_of_a_payload_stands_in_an_entry(case: Workspace) -> None:
    filled(case)
    for entry in case.journal.entries():
        assert "заметка".encode() not in entry.raw
        assert "№".encode() not in entry.raw


STATEMENTS = (
    "UPDATE journal SET op = 'x'",
    "UPDATE journal SET bytes = bytes WHERE seq = 1",
    "DELETE FROM journal WHERE seq = 1",
    "UPDATE journal_part SET payload = NULL",
    "DELETE FROM journal_part",
    "INSERT OR REPLACE INTO journal SELECT * FROM journal",
    "REPLACE INTO journal_part SELECT * FROM journal_part",
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_journal_refuses_update_and_delete_also_from_raw_sql(case: Workspace, statement: str) -> None:
    before = [(entry.raw, entry.op) for entry in case.journal.entries()]
    with pytest.raises(sa.exc.DBAPIError), case.archive.writing() as connection:
        connection.exec_driver_sql(statement)
    assert [(entry.raw, entry.op) for entry in case.journal.entries()] == before


@pytest.mark.parametrize(
    "statement", [*STATEMENTS, "INSERT INTO person DEFAULT VALUES", "DROP TABLE journal", " delete from person"]
)
def test_a_write_outside_an_act_is_a_bug_and_changes_nothing(case: Workspace, statement: str) -> None:
    with pytest.raises(WriteOutsideAct):
        case.archive.connection.exec_driver_sql(statement)
    assert case.journal.last().op == "case.created"


def test_an_act_within_an_act_is_a_bug_and_takes_the_outer_one_along(case: Workspace) -> None:
    with pytest.raises(WriteOutsideAct), case.act("person.added") as act:
        act.add(Person())
        with case.act("person.added"):
            pass
    assert case.records.count(Person) == 0


def test_a_clock_that_goes_back_is_told_and_the_order_stays(case: Workspace) -> None:
    late = [{"t": "custody", "item": "u", "action": "RECEIVE", "to": "A"}]
    early = [{"t": "custody", "item": "u", "action": "TRANSFER", "to": "B"}]
    with case.archive.writing():
        case.journal.append("2030-01-01T00:00:00.000Z", "item.received", "u", {}, late)
        case.journal.append("2029-01-01T00:00:00.000Z", "item.handed_over", "u", {}, early)
    acts = [json.loads(part.payload) for part in case.journal.parts() if part.part == 0]
    assert [act.get("clock_back") for act in acts] == [None, None, True]
    assert [json.loads(part.payload)["to"] for _entry, part in case.journal.of_record("u")] == ["A", "B"]


def test_an_act_too_large_for_one_entry_is_refused_whole(case: Workspace) -> None:
    with pytest.raises(ValueError, match="1000"), case.act("person.added") as act:
        for _ in range(MAX_PARTS):
            act.add(Person())
    assert case.records.count(Person) == 0
    with case.act("person.added") as act:
        for _ in range(MAX_PARTS - 1):
            act.add(Person())
    assert case.records.count(Person) == MAX_PARTS - 1
