"""Stop following a process (TRA-10)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FollowUpKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def unfollow_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, follow_up: str
) -> Reply:
    """-> ``{"id"}``. Also of a process that meanwhile became invisible here. Raises Forbidden, NotFound."""
    allow(actor, Action.FOLLOW_UP_LIST)

    def attempt(work: Work) -> Reply:
        (before,) = work.load(FollowUpKey(actor.unit.id, process_id, follow_up))
        if before is None:
            raise NotFound()
        work.delete_follow_up(before)
        return {"id": before.id}

    return transact(lambda: ports.begin(operation), attempt)
