"""AUD-03: the operator's guide tells every line of the technical log, with its type, as the code writes it."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: How SEI calls the types of its technical log -> the level here.
TYPES = {"exception": "ERROR", "error": "ERROR", "warning": "WARNING", "info": "INFO", "debug": "DEBUG"}
ROW = re.compile(r"^\| `(?P<event>\w+)` \| (?P<level>[A-Z]+) \|", re.MULTILINE)


def written() -> dict[str, str]:
    """Event -> level, of every call of a logger in the code."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "chalicelib").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and logs(node.func):
                (event,) = node.args
                assert isinstance(event, ast.Constant), f"{path.name}: the event must be a plain word"
                found[str(event.value)] = TYPES[node.func.attr]
    return found


def logs(function: ast.Attribute) -> bool:
    return isinstance(function.value, ast.Name) and function.value.id == "logger" and function.attr in TYPES


def told() -> dict[str, str]:
    guide = (ROOT / "docs" / "operations.md").read_text()
    _, _, section = guide.partition("\n## The technical log\n")
    section = section.partition("\n## ")[0]
    return {row["event"]: row["level"] for row in ROW.finditer(section)}


def test_every_line_of_the_log_is_told_with_its_type() -> None:
    found = written()
    assert {"request", "unexpected", "outside_failed"} <= set(found), "the code is read at all"
    assert told() == found
