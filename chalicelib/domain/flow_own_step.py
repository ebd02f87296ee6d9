"""Which step of a process's flow is a unit's to do, where nobody points at one."""

from .errors import Refused
from .flow import StepKind
from .flow_acts import under_way
from .flow_run import FlowRun
from .identity import Actor
from .process import Process, check_active


def own_step(process: Process, actor: Actor, run: FlowRun | None) -> str:
    """The place of the one open step of the actor's unit, which ends without a decision.

    Raises Refused: as ``check_active``, ``flow_not_running``, ``no_step_here``, ``several_steps_here``,
    ``step_decides``.
    """
    check_active(process)
    live = under_way(run)
    own = [step for step in live.open_steps if actor.unit.id in step.units]
    acronym = actor.unit.acronym
    if not own:
        raise Refused("no_step_here", f"Nenhuma etapa aberta do fluxo é da unidade {acronym}.")
    if len(own) > 1:
        message = f"A unidade {acronym} tem mais de uma etapa aberta: abra o processo e conclua cada uma."
        raise Refused("several_steps_here", message)
    definition = live.definition(own[0])
    if definition.kind is not StepKind.WORK:
        message = f"A etapa {definition.name} pede uma decisão: abra o processo e escolha a resposta."
        raise Refused("step_decides", message)
    return own[0].at
