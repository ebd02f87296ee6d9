"""The sending groups of the unit and those of the institution (CON-02)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import SendingGroupsKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Unit
from chalicelib.domain.policy import Action
from chalicelib.domain.sending_group import INSTITUTION, SendingGroup
from chalicelib.domain.spelling import plain
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Listed:
    """A group as the actor sees it: ``units`` as they are today; one that left the catalogue is left out."""

    group: SendingGroup
    units: tuple[Unit, ...]
    institutional: bool


def list_sending_groups(ports: Ports, actor: Actor) -> Sequence[Listed]:
    """The unit's first, each by name. Raises Forbidden."""
    allow(actor, Action.SENDING_GROUP_LIST)
    shelves = ports.reader.get(SendingGroupsKey(actor.unit.id), SendingGroupsKey(INSTITUTION.id))
    today = ports.catalogues.units()
    return [
        Listed(group, tuple(today[unit.id] for unit in group.units if unit.id in today), bool(institutional))
        for institutional, shelf in enumerate(shelves)
        for group in sorted(shelf.groups if shelf else (), key=lambda one: plain(one.name))
    ]
