"""Nothing leaves but through the gate: only a few modules can write a file at all, and no others may begin to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "evidence_app"

WRITERS = {
    "vault/landing.py": "objects on their way into the vault",
    "vault/vault.py": "strays set aside",
    "system/files.py": "durable writes, asked for by the others of this list",
    "keys/key_file.py": "the wrapped keys",
    "services/cases.py": "the folder of a new case",
    "services/recovery.py": "the recovery sheet, which holds nothing of the case",
    "services/release/delivery.py": "the gate",
    "gui/dialogs/printing.py": "the same sheet, to a printer",
    "services/self_test.py": "a temporary folder of its own, with nothing of anybody's in it",
}
# Calls that look like writing a file and are not: where, what, why.
HARMLESS = {
    ("media/making.py", "av.open"): "into memory",
    ("media/making.py", "wave.open"): "into memory",
    ("workers/probe.py", "os.open"): "tries whether the sandbox refuses it",
}
# Whoever may write durably outside a case decides what leaves; `prepared` is the gate's way to do it.
DURABLE = {"files.write_durably", "files.prepared"}

METHODS = {"write_bytes", "write_text", "touch", "symlink_to", "hardlink_to", "rename", "copy_into", "move_into"}
FUNCTIONS = {
    *("os.rename", "os.replace", "os.link", "os.symlink", "os.mkfifo", "os.truncate", "os.sendfile", "os.renames"),
    *("shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.copyfileobj", "shutil.copytree", "shutil.move"),
    *("shutil.make_archive", "shutil.unpack_archive", "sqlite3.connect", "dbm.open", "shelve.open"),
}
KINDS = {
    *(
        "QFile",
        "QSaveFile",
        "QTemporaryFile",
        "QTemporaryDir",
        "QPdfWriter",
        "QPrinter",
        "QImageWriter",
        "QTextDocumentWriter",
    ),
    *("FileHandler", "RotatingFileHandler", "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile"),
    *("TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp"),
}
OPENERS = {"open", "ZipFile", "TarFile", "GzipFile", "FileIO", "fdopen"}


def dotted(node: ast.expr) -> str:
    """Return a called name as written, `?` for what is no name."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def may_write(call: ast.Call) -> bool:
    """Tell whether an opening call may open for writing: by its mode, or because its mode cannot be read."""
    if "os.devnull" in {dotted(argument) for argument in call.args}:
        return False
    name = dotted(call.func)
    if name == "os.open":
        return any(flag in ast.dump(call) for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_APPEND", "O_TRUNC"))
    is_method = isinstance(call.func, ast.Attribute) and name.split(".")[0] not in {
        "av",
        "wave",
        "io",
        "gzip",
        "zipfile",
    }
    place = 0 if is_method and name.endswith(".open") else 1
    modes = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] + call.args[place : place + 1]
    texts = [mode.value for mode in modes if isinstance(mode, ast.Constant) and isinstance(mode.value, str)]
    return any(set(text) <= set("rwaxbt+") and set(text) & set("wax+") for text in texts)


def writes(source: str) -> Iterator[tuple[str, int]]:
    """Yield each call in a source that can write a file: what is called, and the line."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = dotted(node.func)
        last = name.split(".")[-1]
        is_path_replace = last == "replace" and "." in name and len(node.args) == 1 and not node.keywords
        if (
            name in FUNCTIONS
            or last in KINDS
            or name in DURABLE
            or (last in METHODS and "." in name)
            or is_path_replace
            or (last in OPENERS and may_write(node))
        ):
            yield name, node.lineno


def offences() -> Iterator[str]:
    """Yield every place of the package that can write and may not."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).as_posix()
        if module not in WRITERS:
            for name, line in writes(path.read_text("utf-8")):
                if (module, name) not in HARMLESS:
                    yield f"{module}:{line} {name}"


def test_only_the_few_modules_that_must_write_files_do() -> None:
    assert list(offences()) == []


@pytest.mark.parametrize("module", WRITERS)
def test_every_module_of_the_list_needs_its_leave(module: str) -> None:
    """A leave that nobody uses any more is a door left open."""
    assert list(writes((PACKAGE / module).read_text("utf-8"))), f"{module} writes nothing; take it off the list"


@pytest.mark.parametrize(("module", "name"), HARMLESS)
def test_every_harmless_call_of_the_list_is_still_there(module: str, name: str) -> None:
    assert name in {called for called, _line in writes((PACKAGE / module).read_text("utf-8"))}


@pytest.mark.parametrize(
    "line",
    [
        "open(target, 'w')",
        "open(target, mode='ab')",
        "Path(target).open('x')",
        "path.open(mode='r+b')",
        "io.open(target, 'wb')",
        "gzip.open(target, 'wb')",
        "os.open(target, os.O_WRONLY | os.O_CREAT)",
        "os.fdopen(handle, 'w')",
        "zipfile.ZipFile(target, 'w')",
        "target.write_bytes(content)",
        "target.write_text(text)",
        "shutil.copy2(source, target)",
        "os.replace(source, target)",
        "source.replace(target)",
        "source.rename(target)",
        "tempfile.mkstemp()",
        "tempfile.NamedTemporaryFile()",
        "QSaveFile(target)",
        "QPdfWriter(target)",
        "logging.FileHandler(target)",
        "files.write_durably(target, content)",
        "sqlite3.connect(target)",
    ],
)
def test_the_scan_sees_every_way_to_write(line: str) -> None:
    assert list(writes(line)), line


@pytest.mark.parametrize(
    "line",
    [
        "open(source)",
        "path.open('rb')",
        "path.open(encoding='utf-8')",
        "text.replace('a', 'b')",
        "lane.open(call, done=f)",
        "dataclasses.replace(value, a=1)",
        "os.open(os.devnull, os.O_RDWR)",
        "os.open(path, os.O_RDONLY)",
    ],
)
def test_the_scan_lets_reading_be(line: str) -> None:
    assert not list(writes(line)), line
