"""First steps and exercises of a city (``lessons.yaml``, optional)."""

import re
from collections.abc import Iterator
from typing import Any

from chalicelib.domain.learning import DEEDS, MOST, LearnerRole, Lesson, LessonKind, LessonStep
from infra.local.catalogue_rows import Problem, Row

FILE = "lessons.yaml"
KINDS = {"primeiros_passos": "first_steps", "exercicio": "exercise"}
ROLES = {
    "servidor": "clerk",
    "chefia": "manager",
    "protocolo": "protocol",
    "administrador": "administrator",
    "multiplicador": "key_user",
}
SCREEN = re.compile(r"/[\w./?=&$-]*")
WHERE = re.compile(r"[a-z-]+(#[\w-]+)?")


def lesson(row: Row) -> Lesson:
    """A lesson; its steps are named by where they stand."""
    steps = []
    for number, step in enumerate(row.rows("passos"), start=1):
        steps.append(_step(step, str(number)))
        step.close()
    if not steps:
        row.problem("passos", "informe ao menos um passo.")
    return Lesson(
        code=row.slug("codigo"),
        kind=LessonKind(row.choice("tipo", KINDS) or "exercise"),
        role=LearnerRole(row.choice("para", ROLES) or "clerk"),
        title=row.text("nome"),
        text=row.text("texto", 400),
        steps=tuple(steps),
    )


def _step(row: Row, code: str) -> LessonStep:
    screen, where = row.optional_text("tela") or "", row.optional_text("manual") or ""
    if screen and not SCREEN.fullmatch(screen):
        row.problem("tela", "escreva o endereço da tela, a partir da barra, como em /caixa.")
    if where and not WHERE.fullmatch(where):
        row.problem("manual", "escreva o capítulo do manual, e depois de # a seção.")
    return LessonStep(
        code=code,
        title=row.text("nome", 120),
        how=row.optional_text("como", 400) or "",
        acts=row.texts("atos"),
        times=row.count("vezes", 1, 1, MOST),
        screen=screen,
        control=row.optional_text("botao", 60) or "",
        where=where,
    )


def check_lessons(city: Any) -> Iterator[Problem]:
    """Acts that are remembered, and one set of first steps for each role."""
    seen: set[str] = set()
    for one in city.lessons:
        for act in (act for step in one.steps for act in step.acts):
            if act not in DEEDS:
                yield Problem(FILE, one.code, "atos", f"“{act}” não é um ato que o sistema guarda de cada pessoa.")
        if one.kind is LessonKind.FIRST_STEPS and one.role in seen:
            yield Problem(FILE, one.code, "para", "este papel já tem os seus primeiros passos.")
        if one.kind is LessonKind.FIRST_STEPS:
            seen.add(one.role)
