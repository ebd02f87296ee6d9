"""The project's own pages, and what can be looked up in them."""

import re
from functools import cache
from pathlib import Path

from tests.architecture.inventory import ROOT, name, tracked

MANUAL = ROOT / "docs" / "manual"
#: The permissions page is made, and compared, by ``tests/policy/page.py``.
GENERATED = {MANUAL / "permissoes.md"}
FENCE = re.compile(r"^(```+)(\w*)\s*$", re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def pages() -> list[Path]:
    """Every page in Markdown that people read; notes of licences and packages are not ours."""
    return [path for path in tracked() if path.suffix == ".md" and "node_modules" not in path.parts]


def chapters() -> list[Path]:
    """The pages of the manual that are written by hand."""
    return [path for path in pages() if path.parent == MANUAL and path not in GENERATED]


@cache
def prose(path: Path) -> str:
    """A page without its fenced blocks."""
    kept, inside = [], False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            inside = not inside
        elif not inside:
            kept.append(line)
    return "\n".join(kept)


@cache
def code_words(path: Path) -> tuple[str, ...]:
    """What stands between single backquotes in a page, line breaks undone."""
    return tuple(re.sub(r"\s+", " ", word) for word in re.findall(r"`([^`]+)`", prose(path)))


def ids(paths: list[Path]) -> list[str]:
    """Names of pages, for the tests' own."""
    return [name(path) for path in paths]
