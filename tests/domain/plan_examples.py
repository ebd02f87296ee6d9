"""Two small work plans that tests may quote."""

from chalicelib.domain.work_plan import PlanItem, PlanStage, WorkPlan

PLAN = WorkPlan(
    "alvara",
    "Alvará",
    (
        PlanStage("Instrução", (PlanItem("1.1", "Requerimento", ("requerimento",)),)),
        PlanStage(
            "Análise", (PlanItem("2.1", "Vistoria"), PlanItem("2.2", "Parecer", ("oficio", "parecer")))
        ),
    ),
    ("obra",),
)
OTHER = WorkPlan("ferias", "Férias", (PlanStage("Pedido", (PlanItem("1.1", "Pedido"),)),))
