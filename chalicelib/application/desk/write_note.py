"""The unit's note about a process (TRA-08)."""

from datetime import datetime

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import organising
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass

from .organising import organise_process


@dataclass(frozen=True, slots=True)
class NoteForm:
    """With ``compares``, ``expected`` says when the note that the screen showed was written (None: there was none)."""

    text: str
    priority: bool = False
    expected: datetime | None = None
    compares: bool = False


def write_note(ports: Ports, actor: Actor, operation: Operation, process_id: str, form: NoteForm) -> Reply:
    """Write it; an empty text removes it. Raises as ``organise_process``, ``organising.check_note`` and its own."""
    now = ports.now()

    def act(process: Process, kept: Arrangement) -> tuple[organising.Organised, Arrangement]:
        if form.compares:
            organising.check_note(process, actor, form.expected)
        return organising.write_note(process, actor, form.text, form.priority, now), kept

    return organise_process(ports, actor, operation, process_id, Action.PROCESS_NOTE, act)
