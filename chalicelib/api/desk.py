"""Note, labels, deadline and checkpoint of a process in its unit (TRA-08, TRA-09, TRA-11, TRA-12)."""

from typing import Annotated, Any

from pydantic import AwareDatetime, StringConstraints

from chalicelib.application.desk.attach_label import attach_label
from chalicelib.application.desk.conclude_deadline import conclude_deadline
from chalicelib.application.desk.detach_label import detach_label
from chalicelib.application.desk.move_label import move_label
from chalicelib.application.desk.read_desk import read_desk
from chalicelib.application.desk.remove_deadline import remove_deadline
from chalicelib.application.desk.set_checkpoint import set_checkpoint
from chalicelib.application.desk.set_deadline import set_deadline
from chalicelib.application.desk.undo_deadline import undo_deadline
from chalicelib.application.desk.write_note import NoteForm, write_note
from chalicelib.domain.policy import Action

from . import desk_view, replies
from .due import DueForm
from .routes import Answer, Call, Routes
from .validation import Body, Identifier

routes = Routes("desk")

Text = Annotated[str, StringConstraints(max_length=500)]


class NoteBody(Body):
    """Anotação (TRA-08): an empty text removes it; ``expected`` is when the note shown was written, null for none."""

    text: Text
    priority: bool = False
    expected: AwareDatetime | None = None


class LabelText(Body):
    """What is written beside a label (TRA-09)."""

    text: Text = ""


class LabelMove(Body):
    """From one label to another; null is none (the board's first column)."""

    origin: Identifier | None
    destination: Identifier | None


class DeadlineForm(DueForm):
    """On a ``date``, or in ``days``, counted as business days if so asked (TRA-11, TRA-15)."""

    field = "deadline"


class CheckpointForm(Body):
    """The phase the process is in; null for none (TRA-12)."""

    checkpoint: Identifier | None


class Nothing(Body):
    """An act that needs no data."""


@routes.route("GET", "/processes/{process}/desk", Action.PROCESS_SEE, reply=replies.DeskView)
def read(call: Call, process: str) -> dict[str, Any]:
    """O que a unidade anotou sobre o processo"""
    view = read_desk(call.ports, call.actor, process)
    today = call.ports.now().astimezone(call.ports.zone).date()
    return {
        "desk": desk_view.desk(view.desk, view.arrangement, today),
        "checklist": desk_view.checklist(view.checklist),
        "log": [desk_view.entry(item) for item in view.log],
    }


@routes.route("PUT", "/processes/{process}/note", Action.PROCESS_NOTE, body=NoteBody, reply=replies.Version)
def note(call: Call, process: str) -> Any:
    """Anotação da unidade"""
    body: NoteBody = call.body
    form = NoteForm(body.text, body.priority, body.expected, "expected" in body.model_fields_set)
    return write_note(call.ports, call.actor, call.operation, process, form)


@routes.route(
    "PUT",
    "/processes/{process}/labels/{label}",
    Action.PROCESS_LABEL,
    body=LabelText,
    reply=replies.Version,
)
def attach(call: Call, process: str, label: str) -> Any:
    """Incluir marcador no processo"""
    return attach_label(call.ports, call.actor, call.operation, process, label, call.body.text)


@routes.route("DELETE", "/processes/{process}/labels/{label}", Action.PROCESS_LABEL, status=204)
def detach(call: Call, process: str, label: str) -> Answer:
    """Retirar marcador do processo"""
    detach_label(call.ports, call.actor, call.operation, process, label)
    return Answer(None)


@routes.route(
    "POST",
    "/processes/{process}/label-moves",
    Action.PROCESS_LABEL,
    body=LabelMove,
    reply=replies.Version,
)
def move(call: Call, process: str) -> Any:
    """Mover o processo de um marcador para outro"""
    form: LabelMove = call.body
    return move_label(call.ports, call.actor, call.operation, process, form.origin, form.destination)


@routes.route(
    "PUT",
    "/processes/{process}/deadline",
    Action.PROCESS_DEADLINE,
    body=DeadlineForm,
    reply=replies.Version,
)
def define(call: Call, process: str) -> Any:
    """Definir o prazo da unidade"""
    return set_deadline(call.ports, call.actor, call.operation, process, call.body.rule())


@routes.route(
    "POST",
    "/processes/{process}/deadline/conclusion",
    Action.PROCESS_DEADLINE,
    body=Nothing,
    reply=replies.Version,
)
def conclude(call: Call, process: str) -> Any:
    """Concluir o prazo da unidade"""
    return conclude_deadline(call.ports, call.actor, call.operation, process)


@routes.route("DELETE", "/processes/{process}/deadline", Action.PROCESS_DEADLINE, status=204)
def remove(call: Call, process: str) -> Answer:
    """Retirar o prazo da unidade"""
    remove_deadline(call.ports, call.actor, call.operation, process)
    return Answer(None)


@routes.route(
    "POST",
    "/processes/{process}/deadline/undoing",
    Action.PROCESS_DEADLINE,
    body=Nothing,
    reply=replies.Version,
)
def undo(call: Call, process: str) -> Any:
    """Desfazer a própria mudança do prazo da unidade"""
    return undo_deadline(call.ports, call.actor, call.operation, process)


@routes.route(
    "PUT",
    "/processes/{process}/checkpoint",
    Action.PROCESS_CHECKPOINT,
    body=CheckpointForm,
    reply=replies.Version,
)
def checkpoint(call: Call, process: str) -> Any:
    """Ponto de controle do processo"""
    return set_checkpoint(call.ports, call.actor, call.operation, process, call.body.checkpoint)
