"""Give the process another work plan, or its first (PRO-26)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import planning
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .offered import offered_plans


def replace_work_plan(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, code: str, expected: str | None
) -> Reply:
    """``expected``: the code that the screen showed; -> ``{"version"}``.

    Raises NotFound, Forbidden, InvalidRequest ``code`` ``plan_unknown``, as ``planning.replace_plan``.
    """
    plan = offered_plans(ports).get(code)
    if plan is None:
        raise InvalidRequest(FieldError("code", "plan_unknown", "Este plano de trabalho não existe."))
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.PROCESS_PLAN,
        lambda process: planning.replace_plan(process, actor, plan, expected, now),
    )
