"""Say that the unit looked at what is new in a process it follows (TRA-10)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FollowUpKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def see_news(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, follow_up: str, *others: str
) -> Reply:
    """-> ``{"id"}``; ``others``: the same process in other groups. Raises NotFound, Forbidden."""
    keys = [FollowUpKey(actor.unit.id, process_id, each) for each in (follow_up, *others)]

    def attempt(work: Work) -> Reply:
        found, *kept = work.load(ProcessKey(process_id), *keys)
        process = allow_on_process(actor, Action.PROCESS_FOLLOW, found)
        for before in kept:
            if before is None:
                raise NotFound()
            work.put_follow_up(before, replace(before, seen=process.n))
        return {"id": follow_up}

    return transact(lambda: ports.begin(operation), attempt)
