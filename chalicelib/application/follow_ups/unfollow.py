"""Stop following a process (TRA-10)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FollowUpKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def unfollow_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, follow_up: str, *others: str
) -> Reply:
    """-> ``{"id"}``; ``others``: the same process in other groups. Also of one that meanwhile became invisible here.

    Raises Forbidden, NotFound.
    """
    allow(actor, Action.FOLLOW_UP_LIST)
    keys = [FollowUpKey(actor.unit.id, process_id, each) for each in (follow_up, *others)]

    def attempt(work: Work) -> Reply:
        kept = work.load(*keys)
        for before in kept:
            if before is None:
                raise NotFound()
            work.delete_follow_up(before)
        return {"id": follow_up}

    return transact(lambda: ports.begin(operation), attempt)
