"""Checklists of a unit: in a process, and ready-made (demands 1)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.checklists.define_templates import define_templates
from chalicelib.application.checklists.drop import drop_item
from chalicelib.application.checklists.extend import ExtendForm, extend_checklist
from chalicelib.application.checklists.read_templates import read_templates
from chalicelib.application.checklists.tick import tick_item
from chalicelib.domain.checklist import MAXIMUM_ITEMS, MAXIMUM_TEMPLATES, MAXIMUM_TEXT, ChecklistTemplate
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.policy import Action

from . import replies
from .routes import Answer, Call, Routes
from .validation import Body, Identifier

routes = Routes("checklists")

ItemText = Annotated[str, StringConstraints(min_length=1, max_length=MAXIMUM_TEXT, strip_whitespace=True)]
Items = Annotated[tuple[ItemText, ...], Field(max_length=MAXIMUM_ITEMS)]


class ExtensionBody(Body):
    """A ready-made list, items written now, or both."""

    template: Identifier | None = None
    items: Items = ()

    def form(self) -> ExtendForm:
        """Raises InvalidRequest ``items``: ``required``."""
        if not self.template and not self.items:
            message = "Escolha uma lista pronta ou escreva um item."
            raise InvalidRequest(FieldError("items", "required", message))
        return ExtendForm(self.template, self.items)


class Tick(Body):
    """Whether it is done."""

    done: bool


class TemplateBody(Body):
    """A ready-made list; without ``id`` it is new."""

    id: Identifier | None = None
    name: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
    items: Items


class TemplatesBody(Body):
    """All of them, in order; ``revision`` is the one that was read."""

    templates: Annotated[tuple[TemplateBody, ...], Field(max_length=MAXIMUM_TEMPLATES)]
    revision: Annotated[int, Field(ge=0)]


@routes.route(
    "POST",
    "/processes/{process}/checklist",
    Action.PROCESS_CHECKLIST,
    body=ExtensionBody,
    reply=replies.Version,
    status=201,
)
def extend(call: Call, process: str) -> Any:
    """Incluir itens na lista de verificação da unidade"""
    return extend_checklist(call.ports, call.actor, call.operation, process, call.body.form())


@routes.route(
    "PUT",
    "/processes/{process}/checklist/{item}",
    Action.PROCESS_CHECKLIST,
    body=Tick,
    reply=replies.Version,
)
def tick(call: Call, process: str, item: str) -> Any:
    """Marcar ou desmarcar um item da lista de verificação"""
    return tick_item(call.ports, call.actor, call.operation, process, item, call.body.done)


@routes.route("DELETE", "/processes/{process}/checklist/{item}", Action.PROCESS_CHECKLIST, status=204)
def drop(call: Call, process: str, item: str) -> Answer:
    """Retirar um item da lista de verificação"""
    drop_item(call.ports, call.actor, call.operation, process, item)
    return Answer(None)


@routes.route("GET", "/checklist-templates", Action.UNIT_READ_ARRANGEMENT, reply=replies.ChecklistTemplates)
def templates(call: Call) -> dict[str, Any]:
    """Listas de verificação prontas da unidade"""
    shelf = read_templates(call.ports, call.actor)
    made = [{"id": each.id, "name": each.name, "items": list(each.items)} for each in shelf.templates]
    return {"templates": made, "revision": shelf.revision}


@routes.route(
    "PUT",
    "/checklist-templates",
    Action.UNIT_ARRANGE,
    body=TemplatesBody,
    reply=replies.ChecklistRevision,
)
def define(call: Call) -> Any:
    """Definir as listas de verificação prontas da unidade"""
    body: TemplatesBody = call.body
    wanted = [ChecklistTemplate(each.id or "", each.name, each.items) for each in body.templates]
    return define_templates(call.ports, call.actor, call.operation, wanted, body.revision)
