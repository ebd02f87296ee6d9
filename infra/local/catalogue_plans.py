"""Work plans of a city (``work_plans.yaml``, optional): stages, their items and what begins each (PRO-26)."""

from collections import Counter
from collections.abc import Iterator

from chalicelib.domain.work_plan import PlanItem, PlanStage, WorkPlan
from infra.local.catalogue_records import City
from infra.local.catalogue_rows import Problem, Row

FILE = "work_plans.yaml"


def work_plan(row: Row) -> WorkPlan:
    """A plan; its items are named by where they stand, which never changes for a process that has it."""
    stages = []
    for place, stage in enumerate(row.rows("etapas"), start=1):
        stages.append(_stage(stage, place))
        stage.close()
    if not stages:
        row.problem("etapas", "o plano precisa de ao menos uma etapa.")
    return WorkPlan(
        code=row.slug("codigo"),
        name=row.text("nome"),
        stages=tuple(stages),
        process_types=row.texts("tipos_de_processo"),
    )


def _stage(row: Row, place: int) -> PlanStage:
    items = []
    for number, item in enumerate(row.rows("itens"), start=1):
        items.append(PlanItem(f"{place}.{number}", item.text("nome", 200), item.texts("documentos")))
        item.close()
    if not items:
        row.problem("itens", "a etapa precisa de ao menos um item.")
    return PlanStage(row.text("nome", 100), tuple(items))


def check_plans(city: City) -> Iterator[Problem]:
    """Types that exist, and one plan at most for each type of process."""
    process_types = {kind.code for kind in city.process_types}
    document_types = {kind.code for kind in city.document_types}
    for plan in city.work_plans:
        wanted = [("tipos_de_processo", plan.process_types, process_types)]
        wanted += [("documentos", item.document_types, document_types) for item in plan.items]
        for field, codes, known in wanted:
            for code in codes:
                if code not in known:
                    yield Problem(FILE, plan.code, field, f"“{code}” não está cadastrado.")
    counted = Counter(code for plan in city.work_plans for code in plan.process_types)
    for plan in city.work_plans:
        for code in plan.process_types:
            if counted[code] > 1:
                message = f"“{code}” está em mais de um plano; escolha um só."
                yield Problem(FILE, plan.code, "tipos_de_processo", message)
