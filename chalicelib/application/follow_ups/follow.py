"""Follow a process (TRA-10)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.follow_up import FollowUp, check_not_twice, check_words
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def follow_process(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, group: str, observation: str
) -> Reply:
    """-> ``{"id"}``. The process need not be open here. Raises NotFound, Forbidden, as ``follow_up.check_…``."""
    made, now = ports.identifier(), ports.now()
    check_words(group, observation)

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ProcessKey(process_id))
        process = allow_on_process(actor, Action.PROCESS_FOLLOW, found)
        wanted = FollowUp(made, actor.unit, process_id, group, observation, actor.user, now, process.n)
        check_not_twice(wanted, tuple(ports.reader.follow_ups_of(process_id, actor.unit.id)))
        work.put_follow_up(None, wanted)
        return {"id": made}

    return transact(lambda: ports.begin(operation), attempt)
