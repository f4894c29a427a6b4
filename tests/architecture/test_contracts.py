"""The floors of the house, and the tools that keep it clean, as tests; and that each of them bites."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "evidence_app"
BESIDE = Path(sys.executable).parent


def run(tool: str, *arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment in a folder."""
    if not (BESIDE / tool).exists():
        pytest.skip(f"{tool} is not installed beside this Python")
    environment = os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1"}
    return subprocess.run([BESIDE / tool, *arguments], cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("lint-imports", "--no-cache")],
    ids=" ".join,
)
def test_the_tools_have_nothing_to_say(command: tuple[str, ...]) -> None:
    ended = run(*command)
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-3000:]


OFFENCES = {
    "domain looks up": ("domain/offence.py", "from evidence_app.services import cases"),
    "store looks sideways": ("store/offence.py", "from evidence_app.vault import vault"),
    "keys look sideways": ("keys/offence.py", "from evidence_app.language import fold"),
    "a window reaches past the services": ("gui/offence.py", "from evidence_app.store import archive"),
    "the command line reaches past the services": ("cli/offence.py", "from evidence_app.vault import vault"),
    "the command line looks at the window": ("cli/offence.py", "from evidence_app.gui import idle"),
    "a package without a floor": ("attic/__init__.py", ""),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources, to be spoilt."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, folder / "evidence_app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize("offence", OFFENCES)
def test_each_contract_bites(copy: Path, offence: str) -> None:
    name, line = OFFENCES[offence]
    path = copy / "evidence_app" / name
    made = not path.parent.exists()
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'"""An offence."""\n\n{line}\n', "utf-8")
    ended = run("lint-imports", "--no-cache", folder=copy)
    path.unlink()
    if made:
        shutil.rmtree(path.parent)
    assert ended.returncode != 0
    assert "BROKEN" in ended.stdout or "attic" in ended.stdout + ended.stderr


HOMES = {
    "PySide6": ("gui/",),
    "shiboken6": ("gui/",),
    "sqlalchemy": ("store/",),
    "sqlcipher3": ("store/archive.py",),
    "alembic": ("store/migrations/",),
    "cryptography": ("keys/", "vault/"),
    "rfc8785": ("keys/canonical.py",),
    "reportlab": ("dossier/",),
    "pikepdf": ("dossier/",),
    "PIL": ("media/",),
    "av": ("media/",),
    "pypdfium2": ("workers/",),
    "babel": ("system/words.py",),
    "platformdirs": ("system/paths.py",),
    "uuid_utils": ("store/recorder.py",),
    "holidays": ("services/calendars.py",),
    "icalendar": ("services/calendars.py",),
}


def imported(path: Path) -> set[str]:
    """Return the full names of all modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def test_each_library_has_one_home() -> None:
    strangers = set()
    for path in PACKAGE.rglob("*.py"):
        where = path.relative_to(PACKAGE).as_posix()
        for library in {name.split(".")[0] for name in imported(path)}:
            if library in {"evidence_app", "__future__"} or library in sys.stdlib_module_names:
                continue
            if not where.startswith(HOMES.get(library, ("nowhere",))):
                strangers.add(f"{where} imports {library}")
    assert strangers == set()


def test_migrations_know_nothing_that_moves_on() -> None:
    for path in (PACKAGE / "store/migrations").glob("step_*.py"):
        ours = {name for name in imported(path) if name.startswith("evidence_app")}
        assert all(name.startswith("evidence_app.store.migrations.schema_words") for name in ours)


def test_the_command_line_runs_without_qt_being_loaded() -> None:
    script = (
        "import sys, evidence_app.cli.commands, evidence_app.services.dossiers, evidence_app.bootstrap;"
        "sys.exit(any(name.split('.')[0] in {'PySide6', 'shiboken6'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT).returncode == 0


def test_what_is_slow_to_load_is_loaded_late() -> None:
    script = (
        "import sys, evidence_app.services.cases, evidence_app.services.searching, evidence_app.services.deadline_rows;"
        "slow = {'alembic', 'reportlab', 'pikepdf', 'av', 'PIL', 'pypdfium2', 'holidays', 'icalendar'};"
        "print(*sorted(slow & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True).stdout.strip() == b""


SIZES = {"lines of a file": 300, "lines of a function": 50}


def test_files_and_functions_stay_small() -> None:
    long = []
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text("utf-8")
        if source.count("\n") > SIZES["lines of a file"]:
            long.append(path.relative_to(PACKAGE).as_posix())
        for node in ast.walk(ast.parse(source)):
            if (
                isinstance(node, ast.FunctionDef)
                and (node.end_lineno or 0) - node.lineno > SIZES["lines of a function"]
            ):
                long.append(f"{path.relative_to(PACKAGE).as_posix()} {node.name}")
    assert long == []
