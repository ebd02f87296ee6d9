"""The lessons of the demonstration city lead to what exists: screens, controls, places of the manual (issue 6 §5)."""

import re
from pathlib import Path

import pytest

from chalicelib.domain.catalogue_tables import TABLES
from infra.local.catalogue_reader import read_city
from tests.architecture.inventory import ROOT
from tests.docs.test_manual import words_of_the_screens

LESSONS = read_city(ROOT / "catalogues" / "ubatuba").lessons
STEPS = [(lesson.code, step) for lesson in LESSONS for step in lesson.steps]
ROUTES = (ROOT / "web" / "src" / "routes.tsx").read_text(encoding="utf-8")
PATHS = {re.sub(r"\$\w+", "*", path) for path in re.findall(r"(?:path: |screen\()'(/[^']*)'", ROUTES)}

NEW = {"o": "Novo", "a": "Nova", "os": "Novos", "as": "Novas"}


def anchors(chapter: Path) -> set[str]:
    headings = re.findall(r"(?m)^#+ (.+)$", chapter.read_text(encoding="utf-8"))
    return {re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", heading.lower()).strip()) for heading in headings}


def creating(screen: str) -> set[str]:
    """What the button of a table of the administration is called: by its noun; none for any other screen."""
    table = TABLES.get(screen.partition("/tabelas/")[2])
    article, _, noun = table.one.partition(" ") if table else ("", "", "")
    return {f"{NEW[article]} {noun}"} if table else set()


@pytest.mark.parametrize(("lesson", "step"), STEPS, ids=[f"{code}/{step.code}" for code, step in STEPS])
def test_a_step_leads_to_what_exists(lesson, step):
    assert step.screen or step.where, "a step must lead somewhere"
    if step.screen:
        path = step.screen.split("?")[0]
        assert path in PATHS or re.sub(r"/(tabelas|planilhas)/\w+", r"/\1/*", path) in PATHS
    if step.control:
        assert step.control in (creating(step.screen) or words_of_the_screens())
    if step.where:
        chapter, _, section = step.where.partition("#")
        page = ROOT / "docs" / "manual" / f"{chapter}.md"
        assert page.exists()
        assert not section or section in anchors(page)


def test_each_role_has_first_steps_and_both_kinds_of_people_have_exercises():
    assert len({one.role for one in LESSONS if one.kind == "first_steps"}) == 5
    exercises = [one.role for one in LESSONS if one.kind == "exercise"]
    assert exercises.count("clerk") >= 5
    assert exercises.count("key_user") >= 3
