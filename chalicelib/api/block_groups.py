"""Groups of the unit's blocks (BLO-04)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.block_groups.change import BlockGroupForm, change_block_group
from chalicelib.application.block_groups.create import create_block_group
from chalicelib.application.block_groups.delete import delete_block_group
from chalicelib.application.block_groups.list import list_block_groups
from chalicelib.domain.block_group import BlockGroup
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Answer, Call, Routes
from .validation import Body, read_if_match

routes = Routes("block_groups")

GROUPS, GROUP = "/block-groups", "/block-groups/{group}"
Name = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class BlockGroupBody(Body):
    """A new group."""

    name: Name


class BlockGroupChangeBody(Body):
    """The group as it shall be; an inactive one takes no more blocks."""

    name: Name
    active: bool


@routes.route("GET", GROUPS, Action.BLOCK_LIST, reply=replies.BlockGroups)
def index(call: Call) -> dict[str, Any]:
    """Grupos de blocos da unidade"""
    return {"items": [_line(each) for each in list_block_groups(call.ports, call.actor)]}


@routes.route(
    "POST", GROUPS, Action.BLOCK_GROUP_KEEP, body=BlockGroupBody, reply=replies.BlockGroupSaved, status=201
)
def create(call: Call) -> Any:
    """Criar grupo de blocos"""
    return create_block_group(call.ports, call.actor, call.operation, call.body.name)


@routes.route(
    "PUT",
    GROUP,
    Action.BLOCK_GROUP_KEEP,
    body=BlockGroupChangeBody,
    reply=replies.BlockGroupSaved,
    if_match=True,
)
def change(call: Call, group: str) -> Any:
    """Alterar, desativar ou reativar grupo de blocos"""
    expected = read_if_match(call.header("If-Match"))
    form = BlockGroupForm(call.body.name, call.body.active)
    return change_block_group(call.ports, call.actor, call.operation, group, expected, form)


@routes.route("DELETE", GROUP, Action.BLOCK_GROUP_KEEP, status=204, if_match=True)
def delete(call: Call, group: str) -> Answer:
    """Excluir grupo de blocos vazio"""
    expected = read_if_match(call.header("If-Match"))
    delete_block_group(call.ports, call.actor, call.operation, group, expected)
    return Answer(None)


def _line(group: BlockGroup) -> dict[str, Any]:
    return {
        "id": group.id,
        "name": group.name,
        "active": group.active,
        "blocks": group.blocks,
        "by": presenting.person(group.by),
        "at": presenting.instant(group.at),
        "revision": group.revision,
    }
