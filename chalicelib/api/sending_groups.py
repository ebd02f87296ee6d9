"""Sending groups of the unit and of the institution (CON-02, TRA-01)."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.sending_groups.change import change_sending_group
from chalicelib.application.sending_groups.create import create_sending_group
from chalicelib.application.sending_groups.delete import delete_sending_group
from chalicelib.application.sending_groups.keeping import GroupForm
from chalicelib.application.sending_groups.list import Listed, list_sending_groups
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Answer, Call, Routes
from .validation import Body, Identifier, read_if_match

routes = Routes("sending_groups")

OWN, OWN_ONE = "/sending-groups", "/sending-groups/{group}"
COMMON, COMMON_ONE = "/institutional-sending-groups", "/institutional-sending-groups/{group}"


class GroupBody(Body):
    """The dialog of a sending group, as a whole."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    units: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=100)]

    def form(self) -> GroupForm:
        """As the use cases take it."""
        return GroupForm(self.name, self.units)


@routes.route("GET", OWN, Action.SENDING_GROUP_LIST, reply=replies.SendingGroups)
def index(call: Call) -> dict[str, Any]:
    """Grupos de envio"""
    return {"items": [_line(each) for each in list_sending_groups(call.ports, call.actor)]}


@routes.route(
    "POST", OWN, Action.SENDING_GROUP_KEEP, body=GroupBody, reply=replies.SendingGroupSaved, status=201
)
def create(call: Call) -> Any:
    """Criar grupo de envio da unidade"""
    return create_sending_group(call.ports, call.actor, call.operation, call.body.form())


@routes.route(
    "PUT",
    OWN_ONE,
    Action.SENDING_GROUP_KEEP,
    body=GroupBody,
    reply=replies.SendingGroupSaved,
    if_match=True,
)
def change(call: Call, group: str) -> Any:
    """Alterar grupo de envio da unidade"""
    return _change(call, group, institutional=False)


@routes.route("DELETE", OWN_ONE, Action.SENDING_GROUP_KEEP, status=204, if_match=True)
def delete(call: Call, group: str) -> Answer:
    """Excluir grupo de envio da unidade"""
    return _delete(call, group, institutional=False)


@routes.route(
    "POST", COMMON, Action.SENDING_GROUP_DEFINE, body=GroupBody, reply=replies.SendingGroupSaved, status=201
)
def create_common(call: Call) -> Any:
    """Criar grupo de envio institucional"""
    return create_sending_group(call.ports, call.actor, call.operation, call.body.form(), institutional=True)


@routes.route(
    "PUT",
    COMMON_ONE,
    Action.SENDING_GROUP_DEFINE,
    body=GroupBody,
    reply=replies.SendingGroupSaved,
    if_match=True,
)
def change_common(call: Call, group: str) -> Any:
    """Alterar grupo de envio institucional"""
    return _change(call, group, institutional=True)


@routes.route("DELETE", COMMON_ONE, Action.SENDING_GROUP_DEFINE, status=204, if_match=True)
def delete_common(call: Call, group: str) -> Answer:
    """Excluir grupo de envio institucional"""
    return _delete(call, group, institutional=True)


def _change(call: Call, group: str, institutional: bool) -> Any:
    expected = read_if_match(call.header("If-Match"))
    form = call.body.form()
    return change_sending_group(call.ports, call.actor, call.operation, group, expected, form, institutional)


def _delete(call: Call, group: str, institutional: bool) -> Answer:
    expected = read_if_match(call.header("If-Match"))
    delete_sending_group(call.ports, call.actor, call.operation, group, expected, institutional)
    return Answer(None)


def _line(each: Listed) -> dict[str, Any]:
    return {
        "id": each.group.id,
        "name": each.group.name,
        "institutional": each.institutional,
        "units": [
            {
                "id": unit.id,
                "acronym": unit.acronym,
                "name": unit.name,
                "receives": unit.active and unit.can_receive,
            }
            for unit in each.units
        ],
        "by": presenting.person(each.group.by),
        "at": presenting.instant(each.group.at),
        "revision": each.group.revision,
    }
