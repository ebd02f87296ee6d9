"""How every act on what a unit keeps as one small aggregate is done: ask, load, change, commit if nobody else did."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import BlockGroupsKey, EmailGroupsKey, SendingGroupsKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.block_group import BlockGroupShelf
from chalicelib.domain.email_group import EmailGroupShelf
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.sending_group import GroupShelf

Kept = TypeVar("Kept", GroupShelf, EmailGroupShelf, BlockGroupShelf)

KEYS: dict[type, Any] = {
    GroupShelf: SendingGroupsKey,
    EmailGroupShelf: EmailGroupsKey,
    BlockGroupShelf: BlockGroupsKey,
}


def keep_on_shelf(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    empty: Kept,
    act: Callable[[Kept], Kept],
    reply: Mapping[str, Any],
) -> Reply:
    """Do ``act`` on what is kept there, ``empty`` while nothing is. Raises Forbidden, what ``act`` refuses."""
    allow(actor, action)

    def attempt(work: Work) -> Reply:
        (kept,) = work.load(KEYS[type(empty)](empty.unit.id))
        work.put_kept(kept, act(kept or empty))
        return reply

    return transact(lambda: ports.begin(operation), attempt)
