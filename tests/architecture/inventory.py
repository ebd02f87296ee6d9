"""What the project is made of, as the tests of its structure see it: files, syntax trees, classes, functions."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import chalicelib.application
import chalicelib.domain

ROOT = Path(__file__).resolve().parents[2]
CODE = (".py", ".js", ".mjs", ".ts", ".tsx", ".css", ".html", ".svg", ".typ")
TEXT_SUFFIXES = frozenset((*CODE, ".in", ".json", ".md", ".toml", ".txt", ".yaml", ".yml"))


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that the repository holds."""
    command = ["git", "ls-files", "-z"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return tuple(ROOT / name for name in sorted(done.stdout.split("\0")) if name and (ROOT / name).is_file())


def written() -> list[Path]:
    """The tracked files that people write and read as text."""
    named = {"Makefile", "LICENSE", "NOTICE", "run", ".gitignore", ".npmrc"}
    return [path for path in tracked() if path.suffix in TEXT_SUFFIXES or path.name in named]


def python_files(*folders: str) -> list[Path]:
    """The Python files below folders of the repository, or everywhere."""
    roots = [ROOT / folder for folder in folders] or [ROOT]
    return [path for path in tracked() if path.suffix == ".py" and any(_below(path, root) for root in roots)]


def _below(path: Path, root: Path) -> bool:
    return path == root or root in path.parents


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    """A file as its reader writes it."""
    return path.relative_to(ROOT).as_posix()


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """Every module below a package."""
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        yield importlib.import_module(found.name)


@cache
def domain_classes() -> dict[str, type]:
    """Public classes of the domain, by name."""
    return {
        each: kind
        for module in modules(chalicelib.domain)
        for each, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and not each.startswith("_")
    }


@cache
def application_functions() -> dict[str, tuple[str, ...]]:
    """Public functions of each module of the application, by its path below the package."""
    prefix = chalicelib.application.__name__ + "."
    return {
        module.__name__.removeprefix(prefix): tuple(
            each
            for each, function in inspect.getmembers(module, inspect.isfunction)
            if function.__module__ == module.__name__ and not each.startswith("_")
        )
        for module in modules(chalicelib.application)
    }
