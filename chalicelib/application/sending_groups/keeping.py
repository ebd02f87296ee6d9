"""What every change of sending groups shares: ask, load, change, commit on condition that nobody else did."""

from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.application.organisation.named_units import named_units
from chalicelib.application.ports import Ports
from chalicelib.application.shelf import keep_on_shelf
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.sending_group import INSTITUTION, GroupShelf, SendingGroup, check_members
from chalicelib.domain.value import dataclass

Act = Callable[[GroupShelf], GroupShelf]


@dataclass(frozen=True, slots=True)
class GroupForm:
    """The dialog of a sending group; ``units`` are ids."""

    name: str
    units: tuple[str, ...]


def keep_groups(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    act: Act,
    reply: Mapping[str, Any],
) -> Reply:
    """Do ``act`` on the unit's groups, or on the institution's. Raises Forbidden, what ``act`` refuses."""
    keeper = INSTITUTION if action is Action.SENDING_GROUP_DEFINE else actor.unit
    return keep_on_shelf(ports, actor, operation, action, GroupShelf(keeper), act, reply)


def keeping(institutional: bool) -> Action:
    """The act of whoever keeps those groups."""
    return Action.SENDING_GROUP_DEFINE if institutional else Action.SENDING_GROUP_KEEP


def filled_group(ports: Ports, actor: Actor, identifier: str, form: GroupForm) -> SendingGroup:
    """The group as the dialog says. Raises InvalidRequest (``units.N`` ``unit_unknown``, as ``check_members``)."""
    units = check_members(named_units(ports, form.units))
    return SendingGroup(identifier, form.name, units, actor.user, ports.now())
