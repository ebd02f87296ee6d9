"""Labels, checkpoints and board of a unit (TRA-09, TRA-12)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.arrangement.arrange_board import arrange_board
from chalicelib.application.arrangement.change_label import LabelChanges, change_label
from chalicelib.application.arrangement.create_label import create_label
from chalicelib.application.arrangement.define_checkpoints import define_checkpoints
from chalicelib.application.arrangement.delete_label import delete_label
from chalicelib.application.arrangement.read_arrangement import read_arrangement
from chalicelib.domain.arrangement import Board, BoardBy, Checkpoint, Colour
from chalicelib.domain.policy import Action

from . import desk_view, replies
from .routes import Answer, Call, Routes
from .validation import Body, Identifier

routes = Routes("arrangement")

Name = Annotated[str, StringConstraints(min_length=1, max_length=50)]


class LabelForm(Body):
    """Novo marcador (TRA-09)."""

    name: Name
    colour: Colour


class LabelEdit(Body):
    """Alterar marcador: what is not sent stays."""

    name: Name | None = None
    colour: Colour | None = None
    active: bool | None = None


class BoardForm(Body):
    """The columns of the board, in order."""

    by: BoardBy
    columns: Annotated[tuple[Identifier, ...], Field(max_length=50)] = ()


class CheckpointLine(Body):
    """A phase; without an id it is new."""

    id: Identifier | None = None
    name: Name
    active: bool = True


class CheckpointsForm(Body):
    """The unit's phases, in order (TRA-12)."""

    checkpoints: Annotated[tuple[CheckpointLine, ...], Field(max_length=50)]


@routes.route("GET", "/arrangement", Action.UNIT_READ_ARRANGEMENT, reply=replies.Arrangement)
def read(call: Call) -> dict[str, Any]:
    """Como a unidade se organiza"""
    return desk_view.arrangement(read_arrangement(call.ports, call.actor))


@routes.route("POST", "/labels", Action.UNIT_ARRANGE, body=LabelForm, reply=replies.LabelMade, status=201)
def create(call: Call) -> Any:
    """Criar marcador"""
    form: LabelForm = call.body
    return create_label(call.ports, call.actor, call.operation, form.name, form.colour)


@routes.route("PATCH", "/labels/{label}", Action.UNIT_ARRANGE, body=LabelEdit, reply=replies.Version)
def change(call: Call, label: str) -> Any:
    """Alterar marcador"""
    form: LabelEdit = call.body
    wanted = LabelChanges(form.name, form.colour, form.active)
    return change_label(call.ports, call.actor, call.operation, label, wanted)


@routes.route("DELETE", "/labels/{label}", Action.UNIT_ARRANGE, status=204)
def delete(call: Call, label: str) -> Answer:
    """Excluir marcador"""
    delete_label(call.ports, call.actor, call.operation, label)
    return Answer(None)


@routes.route("PUT", "/board", Action.UNIT_ARRANGE, body=BoardForm, reply=replies.Version)
def board(call: Call) -> Any:
    """Escolher as colunas do quadro"""
    form: BoardForm = call.body
    return arrange_board(call.ports, call.actor, call.operation, Board(form.by, form.columns))


@routes.route("GET", "/units/{unit}/checkpoints", Action.CHECKPOINT_DEFINE, reply=replies.Arrangement)
def checkpoints(call: Call, unit: str) -> dict[str, Any]:
    """Pontos de controle de uma unidade"""
    return desk_view.arrangement(read_arrangement(call.ports, call.actor, unit))


@routes.route(
    "PUT",
    "/units/{unit}/checkpoints",
    Action.CHECKPOINT_DEFINE,
    body=CheckpointsForm,
    reply=replies.Version,
)
def define(call: Call, unit: str) -> Any:
    """Definir os pontos de controle de uma unidade"""
    form: CheckpointsForm = call.body
    wanted = [Checkpoint(line.id or "", line.name, line.active) for line in form.checkpoints]
    return define_checkpoints(call.ports, call.actor, call.operation, unit, wanted)
