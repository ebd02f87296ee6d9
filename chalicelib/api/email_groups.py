"""E-mail groups of the unit (CON-02)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.email_groups.delete import delete_email_group
from chalicelib.application.email_groups.list import list_email_groups
from chalicelib.application.email_groups.save import save_email_group
from chalicelib.domain.policy import Action

from . import replies
from .routes import Answer, Call, Routes
from .validation import Body

routes = Routes("email_groups")

Address = Annotated[str, StringConstraints(max_length=320)]


class EmailGroupBody(Body):
    """Addresses under a name; an old group of that name gets these addresses."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    addresses: Annotated[tuple[Address, ...], Field(max_length=50)]


@routes.route("GET", "/email-groups", Action.EMAIL_GROUP_KEEP, reply=replies.EmailGroups)
def index(call: Call) -> dict[str, Any]:
    """Grupos de e-mail da unidade"""
    groups = list_email_groups(call.ports, call.actor)
    return {
        "items": [{"id": one.id, "name": one.name, "addresses": list(one.addresses)} for one in groups]
    }


@routes.route(
    "POST",
    "/email-groups",
    Action.EMAIL_GROUP_KEEP,
    body=EmailGroupBody,
    reply=replies.EmailGroupSaved,
    status=201,
)
def save(call: Call) -> Any:
    """Guardar grupo de e-mail"""
    return save_email_group(call.ports, call.actor, call.operation, call.body.name, call.body.addresses)


@routes.route("DELETE", "/email-groups/{group}", Action.EMAIL_GROUP_KEEP, status=204)
def delete(call: Call, group: str) -> Answer:
    """Excluir grupo de e-mail"""
    delete_email_group(call.ports, call.actor, call.operation, group)
    return Answer(None)
