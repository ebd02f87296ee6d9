"""Put items on the unit's checklist of a process: written there, or of a ready-made list (demands 1)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import checklist
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass

from .checking import check_process


@dataclass(frozen=True, slots=True)
class ExtendForm:
    """``template`` is a ready-made list of the unit, None for none."""

    template: str | None = None
    items: tuple[str, ...] = ()


def extend_checklist(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, form: ExtendForm
) -> Reply:
    """Raises as ``check_process``, ``checklist.extend_checklist``; NotFound ``template_not_found``."""
    now = ports.now()
    fresh = [ports.identifier() for _ in range(checklist.MAXIMUM_ITEMS)]

    def act(
        process: Process, kept: checklist.Checklist, ready: checklist.ChecklistShelf
    ) -> checklist.Checked:
        texts = (*(ready.template(form.template).items if form.template else ()), *form.items)
        return checklist.extend_checklist(process, actor, kept, texts, fresh, now)

    return check_process(ports, actor, operation, process_id, Action.PROCESS_CHECKLIST, act)
