"""Layers and borders (architecture §2): what import-linter is told, and what it cannot see."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import exceptions
from tests.architecture.inventory import ROOT, name, python_files, tree

KEYS = "chalicelib/adapters/dynamodb/keys.py"
GLUED = re.compile(r"\w#")


def imported(path: Path) -> set[str]:
    """Top names of what a file imports, local imports included; relative ones are of the same package."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module or "")
    return found


def reads_environment(path: Path) -> bool:
    return any(
        (isinstance(node, ast.Attribute) and node.attr in ("environ", "environb", "getenv"))
        or (isinstance(node, ast.ImportFrom) and node.module == "os" and {"environ", "getenv"} & _names(node))
        for node in ast.walk(tree(path))
    )


def _names(node: ast.ImportFrom) -> set[str]:
    return {alias.name for alias in node.names}


def holds_separator(path: Path) -> bool:
    """The separator by itself, or glued to a part (``f"P#{x}"``, ``f"{x}#{y}"``); DynamoDB has ``#name`` too."""
    formatted = [node for node in ast.walk(tree(path)) if isinstance(node, ast.JoinedStr)]
    pieces = {id(part) for node in formatted for part in node.values}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and node.value == "#" and id(node) not in pieces:
            return True
        if isinstance(node, ast.JoinedStr) and GLUED.search("".join(_piece(part) for part in node.values)):
            return True
    return False


def _piece(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "x"


def test_import_linter_keeps_every_contract():
    tool = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_domain_imports_the_standard_library_and_itself_only():
    allowed = sys.stdlib_module_names | {"chalicelib"}
    foreign = {
        f"{name(path)}: {module}"
        for path in python_files("chalicelib/domain")
        for module in imported(path)
        if module.split(".")[0] not in allowed
        or (module.startswith("chalicelib") and not module.startswith("chalicelib.domain"))
    }
    assert foreign == set()


@pytest.mark.parametrize("module", ["random", "secrets", "uuid", "time", "socket", "os", "subprocess"])
def test_domain_gets_time_and_chance_as_arguments(module: str):
    assert [name(path) for path in python_files("chalicelib/domain") if module in imported(path)] == []


def test_domain_never_asks_the_clock():
    asked = {
        f"{name(path)}:{node.lineno}"
        for path in python_files("chalicelib/domain")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today")
    }
    assert asked == set()


def test_chalice_is_imported_at_the_rim_only():
    rim = ("app.py", "chalicelib/api/", "chalicelib/events/")
    users = {
        name(path)
        for path in python_files("app.py", "chalicelib")
        if any(module.split(".")[0] == "chalice" for module in imported(path))
    }
    assert users
    assert {user for user in users if not user.startswith(rim)} == set()


def test_settings_are_the_only_readers_of_the_environment():
    readers = {name(path) for path in python_files("app.py", "chalicelib") if reads_environment(path)}
    assert readers == {"chalicelib/settings.py", *exceptions.ENVIRONMENT}


def test_keys_alone_hold_the_separator():
    holders = {name(path) for path in python_files("app.py", "chalicelib") if holds_separator(path)}
    assert holders == {KEYS}


def test_app_only_assembles():
    source = (ROOT / "app.py").read_text(encoding="utf-8")
    assert source.count("\n") <= 60
    assert not [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    ]
