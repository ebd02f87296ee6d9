"""Change the group or the observation of a follow-up (TRA-10)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FollowUpKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.follow_up import check_not_twice, check_words
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def change_follow_up(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    process_id: str,
    follow_up: str,
    group: str,
    observation: str,
) -> Reply:
    """-> ``{"id"}``. Raises NotFound, Forbidden, as ``follow_up.check_…``."""
    check_words(group, observation)

    def attempt(work: Work) -> Reply:
        found, before = work.load(ProcessKey(process_id), FollowUpKey(actor.unit.id, process_id, follow_up))
        allow_on_process(actor, Action.PROCESS_FOLLOW, found)
        if before is None:
            raise NotFound()
        wanted = replace(before, group=group, observation=observation)
        others = [
            each for each in ports.reader.follow_ups_of(process_id, actor.unit.id) if each.id != follow_up
        ]
        check_not_twice(wanted, tuple(others))
        work.put_follow_up(before, wanted)
        return {"id": wanted.id}

    return transact(lambda: ports.begin(operation), attempt)
