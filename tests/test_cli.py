"""The command line, as a person or a script meets it: real processes, real exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_app.keys.derivation import Profile
from evidence_app.services import cases

PASSPHRASE = "correct horse battery"
ROOT = Path(__file__).parents[1]


def run(*arguments: object, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    environment = os.environ | {"EVIDENCE_PASSPHRASE": PASSPHRASE, "LANG": "C.UTF-8"} | (env or {})
    command = [sys.executable, "-m", "evidence_app", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a small closed case."""
    case = tmp_path / "дело"
    cases.create(case, "Проба", PASSPHRASE, profile=Profile(64, 1, 1)).close()
    return case


def test_what_is_imported_is_found_printed_and_verified(folder: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.jsonl"
    people.write_text(
        '{"external_id": "p1", "names": [{"full": "Қайрат Әбілов", "language": "kk"}], "roles": ["witness"]}\n'
    )
    told = {
        "external_id": "t1",
        "speaker": "p1",
        "language": "ru",
        "taken_on": "2022-02~",
        "segments": [
            {"text": "Нас привезли в Кошмамбет.", "start_s": 1.5, "end_s": 4, "translations": {"en": "To Koshmambet."}}
        ],
    }
    testimonies = tmp_path / "testimonies.jsonl"
    testimonies.write_text(json.dumps(told, ensure_ascii=False))
    assert run("import-people", folder, people).returncode == 0
    assert run("import-testimonies", folder, testimonies).returncode == 0
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "заметка.txt").write_text("протокол")
    taken = run("import", folder, tmp_path / "stick", "--from", "сосед", "--received", "07.02.2022", "--json")
    assert json.loads(taken.stdout)["added"] == ["E-001"]

    hits = json.loads(run("search", folder, "кошмамбет", "--json").stdout)
    assert [(hit["citation"], hit["external_id"]) for hit in hits] == [("T-001 ¶1", "t1")]
    assert run("verify", folder).returncode == 0
    journal = [json.loads(line) for line in run("journal", folder, "--json").stdout.splitlines()]
    assert [line["seq"] for line in journal] == list(range(1, len(journal) + 1))
    made = run("dossier", folder, "--out", tmp_path / "team.pdf", "--reader", "team", "--language", "kk")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "team.pdf").read_bytes().startswith(b"%PDF")


def test_a_second_import_adds_nothing(folder: Path, tmp_path: Path) -> None:
    line = tmp_path / "t.jsonl"
    line.write_text('{"external_id": "t1", "text": "Один.\\n\\nДва."}\n')
    first, second = (json.loads(run("import-testimonies", folder, line, "--json").stdout) for _ in range(2))
    assert first["added"] == ["T-001"]
    assert second == {"added": [], "again": ["T-001"], "refused": []}


def test_bad_lines_are_named_and_the_rest_is_taken(folder: Path, tmp_path: Path) -> None:
    line = tmp_path / "t.jsonl"
    line.write_bytes(
        b'{"external_id": "a", "text": "x"}\nnot json\n[1]\n\xff\xfe\n{"text": "no id"}\n'
        b'{"external_id": "b", "text": "y", "taken_on": "2022-13"}\n'
        b'{"external_id": "c", "segments": [{"text": 5}]}\n{"external_id": "d", "text": "z", "form": "ORACLE"}\n'
        b'{"external_id": "e", "text": "last"}'
    )
    done = run("import-testimonies", folder, line)
    assert done.returncode == 1
    named = [sentence.split(":")[0].split(",")[0] for sentence in done.stderr.splitlines()]
    assert named == [f"Line {number}" for number in (2, 3, 4, 5, 6, 7, 8)]
    assert "Added: 2." in done.stdout


@pytest.mark.parametrize(
    ("spoil", "code", "says"),
    [
        ("passphrase", 3, "not the passphrase"),
        ("keys.json", 4, "key file"),
        ("case.db", 4, "case.db"),
        ("nothing here", 2, "no case"),
    ],
)
def test_each_condition_has_its_sentence_and_exit_code(folder: Path, spoil: str, code: int, says: str) -> None:
    env = {}
    case = folder
    if spoil == "passphrase":
        env = {"EVIDENCE_PASSPHRASE": "another horse"}
    elif spoil == "keys.json":
        for name in ("keys.json", "keys.copy.json"):
            raw = bytearray((folder / name).read_bytes())
            raw[40] ^= 1
            (folder / name).write_bytes(raw)
    elif spoil == "case.db":
        raw = bytearray((folder / "case.db").read_bytes())
        raw[3] ^= 1
        (folder / "case.db").write_bytes(raw)
    else:
        case = folder / "nowhere"
    done = run("search", case, "x", env=env)
    assert done.returncode == code
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("import", "stick", "--from", b"\xff\xfe"), ("search", b"\xff")])
def test_bytes_that_are_no_text_are_refused_before_anything_is_taken(
    folder: Path, tmp_path: Path, arguments: tuple[str | bytes, ...]
) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "a.txt").write_text("x")
    command, *rest = (tmp_path / word if word == "stick" else word for word in arguments)
    environment = os.environ | {"EVIDENCE_PASSPHRASE": PASSPHRASE, "PYTHONPATH": str(ROOT)}
    line = [sys.executable, "-m", "evidence_app", command, folder, *rest]
    done = subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 2
    assert "half a character" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path for path in (folder / "vault").rglob("*") if path.is_file()] == []


def test_misuse_is_exit_code_two() -> None:
    assert run("import").returncode == 2
    assert run("nonsense").returncode == 2


def test_the_command_line_never_imports_qt(folder: Path) -> None:
    probe = (
        "import sys; from evidence_app import cli; "
        f"code = cli.run(['search', {str(folder)!r}, 'x'], lambda *_: None); "
        "assert code == 0; assert not [name for name in sys.modules if name.startswith('PySide6')]"
    )
    environment = os.environ | {"EVIDENCE_PASSPHRASE": PASSPHRASE}
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_dossier_says_first_whom_it_leaves_out_and_why(folder: Path, tmp_path: Path) -> None:
    people = tmp_path / "people.jsonl"
    people.write_text('{"external_id": "p1", "names": [{"full": "Қайрат Әбілов", "language": "kk"}]}\n')
    assert run("import-people", folder, people).returncode == 0
    made = run("dossier", folder, "--out", tmp_path / "d.pdf")
    assert made.returncode == 0, made.stderr
    first, *others = made.stdout.splitlines()
    assert first.startswith("1 person is left out")
    assert first.endswith("(P-001)")
    assert any("withheld: 1 (No consent" in line for line in others)


def test_a_dossier_never_overwrites(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "dossier.pdf"
    out.write_text("mine")
    done = run("dossier", folder, "--out", out)
    assert done.returncode == 2
    assert out.read_text() == "mine"


def test_the_demonstration_shows_the_main_job(tmp_path: Path) -> None:
    done = run("demo", "--no-window", "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "The record is intact" in done.stdout
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "karasai_dossier_court_en.pdf"), "-"], capture_output=True, text=True
    ).stdout
    for fact in ("Ruzakhunov", "Karasai", "61,000,000", "5,000,000", "44", "99", "Рузахунов"):
        assert fact in text
    again = run("demo", "--no-window", "--out", tmp_path)
    assert "_v2.pdf" in again.stdout
