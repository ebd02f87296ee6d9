"""The project's own rules of security hold of all its code, and each finds the mistake it is about (goal I2)."""

import ast
import re

import pytest

from tests.architecture.exceptions import SHARED
from tests.architecture.inventory import ROOT, name, python_files, tracked, tree
from tests.architecture.security_rules import PAGE_RULES, RULES, PageRule, Rule

#: (rule, file): why it is right there.
KNOWN = {
    ("chance", "chalicelib/application/transaction.py"): "how long to wait before trying again is no secret",
    ("client-of-its-own", "chalicelib/composition.py"): "it is that place",
    ("printed", "chalicelib/adapters/confined/ready.py"): "it answers whoever started it, down a pipe",
    ("printed", "chalicelib/api/openapi.py"): "a command for who develops",
    ("environment-read", "chalicelib/settings.py"): "it is the one",
    ("environment-read", "chalicelib/adapters/confined/waiting.py"): "a confined process inherits two paths only",
}

#: What does not ask by itself: why.
NOT_ASKING = {
    "chalicelib.application.session.end_sessions": "of one's own sessions, and the session says whose they are",
    "chalicelib.application.routing.notice": "a part of sending, which asked",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_mistake_and_the_code_has_it_nowhere(rule: Rule):
    assert list(rule.finds(ast.parse(rule.planted))), "the rule finds nothing"
    found = {
        name(path): lines for path in python_files(*rule.folders) if (lines := list(rule.finds(tree(path))))
    }
    known = {path for known, path in KNOWN if known == rule.name}
    assert {path: lines for path, lines in found.items() if path not in known} == {}, rule.why
    assert known <= set(found), "an exception that nothing needs any more"


@pytest.mark.parametrize("rule", PAGE_RULES, ids=lambda rule: rule.name)
def test_a_rule_of_the_pages_finds_its_mistake_and_no_page_has_it(rule: PageRule):
    assert rule.mistake.search(rule.planted), "the rule finds nothing"
    pages = [path for path in tracked() if ROOT / "web" / "src" in path.parents and path.suffix in (".ts", ".tsx")]
    assert len(pages) > 100
    found = [name(path) for path in pages if rule.mistake.search(path.read_text(encoding="utf-8"))]
    assert found == [], rule.why


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
