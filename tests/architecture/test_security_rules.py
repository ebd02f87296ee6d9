"""What of the project's rules of security takes more than one file to see (goal I2); the others are semgrep's, in
``infra/checks/rules.yaml``.
"""

import ast
import re

from tests.architecture.exceptions import SHARED
from tests.architecture.inventory import name, python_files, tree

#: What does not ask by itself: why.
NOT_ASKING = {
    "chalicelib.application.session.end_sessions": "of one's own sessions, and the session says whose they are",
    "chalicelib.application.routing.notice": "a part of sending, which asked",
}


def test_a_silenced_check_says_which_one():
    """``# nosec`` alone would silence whatever comes to be wrong on its line."""
    bare = re.compile(r"#\s*nosec(?!\s+B\d{3})|#\s*noqa(?!:\s*[A-Z]+\d+)|#\s*type:\s*ignore(?!\[)")
    code = python_files("chalicelib", "infra")
    found = [name(path) for path in code if bare.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_a_use_case_that_somebody_does_reaches_the_policy():
    """Second net below the sweep of the routes: who takes an actor asks whether they may, or calls who asks."""
    modules = {name(path).removesuffix(".py").replace("/", "."): tree(path) for path in python_files("chalicelib")}
    asks = {"chalicelib.application.authorisation", "chalicelib.domain.policy"}

    def imported(module: str) -> set[str]:
        found: set[str] = set()
        package = module.rpartition(".")[0]
        for node in ast.walk(modules[module]):
            if isinstance(node, ast.ImportFrom):
                above = package.rsplit(".", node.level - 1)[0] if node.level > 1 else package
                base = ".".join(part for part in (above if node.level else "", node.module or "") if part)
                found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
        return found

    def reaches(module: str, seen: set[str]) -> bool:
        near = imported(module) & (set(modules) | asks)
        if near & asks:
            return True
        seen |= {module}
        further = [one for one in near if one.startswith("chalicelib.application.") and one not in seen]
        return any(reaches(one, seen) for one in further)

    acted = {
        module
        for module, parsed in modules.items()
        if module.startswith("chalicelib.application.")
        for node in parsed.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and any(argument.arg == "actor" for argument in node.args.args)
    }
    use_cases = {module for module in acted if module.removeprefix("chalicelib.application.") not in SHARED}
    assert len(use_cases) > 150
    assert {module for module in use_cases if not reaches(module, set())} == set(NOT_ASKING)
