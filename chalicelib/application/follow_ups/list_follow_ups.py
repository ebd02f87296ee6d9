"""The processes a unit follows, with what is new in each (TRA-10)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow, process_resource, subject
from chalicelib.application.ports import Page, Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.follow_up import FollowUp
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action, decide, known_to
from chalicelib.domain.process import Process
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class FollowedLine:
    """A follow-up and its process as it is now; ``process`` is None when the unit may no longer follow it."""

    follow_up: FollowUp
    process: Process | None


def list_follow_ups(ports: Ports, actor: Actor, cursor: str | None) -> Page:
    """A page of ``FollowedLine``, newest first. Raises Forbidden, InvalidRequest ``invalid_cursor``."""
    allow(actor, Action.FOLLOW_UP_LIST)
    page = ports.reader.follow_ups(actor.unit.id, cursor)
    keys = list(dict.fromkeys(ProcessKey(each.process) for each in page.items))
    found: Sequence[Process | None] = ports.reader.get(*keys) if keys else ()
    processes = {key.id: process for key, process in zip(keys, found, strict=True)}
    who = subject(actor)

    def told(process: Process | None) -> bool:
        """What became confidential since is not spoken of to who may not open it."""
        return (
            process is None
            or not process.confidential
            or known_to(who, Action.PROCESS_FOLLOW, process_resource(process))
        )

    def line(each: FollowUp) -> FollowedLine:
        process = processes[each.process]
        if process is None or not decide(who, Action.PROCESS_FOLLOW, process_resource(process)).allowed:
            return FollowedLine(each, None)
        return FollowedLine(each, process)

    return Page([line(each) for each in page.items if told(processes[each.process])], page.next_cursor)
