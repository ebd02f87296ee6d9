"""Reading ``ls -R chalicelib`` tells what the product does: no vague names, one use case per file."""

import ast

import pytest

from tests.architecture import exceptions
from tests.architecture.inventory import ROOT, application_functions, name, tracked

VAGUE = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "service",
    "services",
    "base",
    "core",
}
CODE = (".py", ".ts", ".tsx", ".mjs")


def test_no_module_has_a_vague_name():
    vague = {
        name(path)
        for path in tracked()
        if path.suffix in CODE
        and VAGUE & {part.lower() for part in (*path.relative_to(ROOT).parts[:-1], path.stem)}
    }
    assert vague == set()


def use_case_modules() -> dict[str, tuple[str, ...]]:
    return {
        module: functions
        for module, functions in application_functions().items()
        if functions and module not in exceptions.SHARED
    }


@pytest.mark.parametrize("module", sorted(use_case_modules()))
def test_a_file_of_the_application_holds_one_use_case(module: str):
    own = set(use_case_modules()[module]) - exceptions.BESIDE.get(module, set())
    assert len(own) == 1, f"{module} holds {sorted(own)}"


def test_every_exception_is_still_needed():
    known = application_functions()
    assert {module for module in exceptions.SHARED if not known.get(module)} == set()
    gone = {
        f"{module}.{function}"
        for module, functions in exceptions.BESIDE.items()
        for function in functions - set(known.get(module, ()))
    }
    assert gone == set()


def test_every_use_case_says_what_it_does():
    import importlib
    import inspect

    silent = [
        f"{module}.{function}"
        for module, functions in use_case_modules().items()
        for function in functions
        if not inspect.getdoc(getattr(importlib.import_module(f"chalicelib.application.{module}"), function))
    ]
    assert silent == []


def test_no_module_binds_a_name_of_its_own_twice():
    """Of two rules with one name the first silently becomes the second, with the other's words to the user."""
    twice = []
    for path in tracked():
        if path.suffix == ".py" and "chalicelib" in path.parts:
            bound = [
                target.id
                for statement in ast.parse(path.read_text(encoding="utf-8")).body
                if isinstance(statement, ast.Assign)
                for target in statement.targets
                if isinstance(target, ast.Name)
            ]
            twice += [(name(path), one) for one in sorted(set(bound)) if bound.count(one) > 1]
    assert twice == []
