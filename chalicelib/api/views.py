"""Saved views of the inbox (PRO-01)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.views.delete_view import delete_view
from chalicelib.application.views.list_views import list_views
from chalicelib.application.views.save_view import ViewForm, save_view
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Answer, Call, Routes
from .validation import Body

routes = Routes("views")

Name = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Setting = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{1,30}$")]
Value = Annotated[str, StringConstraints(max_length=300)]


class ViewBody(Body):
    """A way of looking at the inbox: the settings of its address, under a name."""

    name: Name
    shared: bool = False
    settings: Annotated[dict[Setting, Value], Field(max_length=20)]


@routes.route("GET", "/views", Action.UNIT_READ_ARRANGEMENT, reply=replies.SavedViews)
def read(call: Call) -> dict[str, Any]:
    """Visões da caixa"""
    return {
        "items": [
            {
                "id": view.id,
                "name": view.name,
                "shared": view.owner is None,
                "settings": view.settings,
                "by": presenting.person(view.by),
                "at": presenting.instant(view.at),
            }
            for view in list_views(call.ports, call.actor)
        ]
    }


@routes.route("POST", "/views", Action.VIEW_KEEP, body=ViewBody, reply=replies.ViewMade, status=201)
def save(call: Call) -> Any:
    """Salvar visão da caixa"""
    body: ViewBody = call.body
    form = ViewForm(body.name, body.shared, body.settings)
    return save_view(call.ports, call.actor, call.operation, form)


@routes.route("DELETE", "/views/{view}", Action.VIEW_KEEP, status=204)
def delete(call: Call, view: str) -> Answer:
    """Excluir visão da caixa"""
    delete_view(call.ports, call.actor, call.operation, view)
    return Answer(None)
