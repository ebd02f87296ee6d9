"""What answering, resolving, reopening and taking back share: load, ask the policy, change, commit once (DOC-03)."""

from collections.abc import Callable

from chalicelib.application.authorisation import passage_resource, subject
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, PassageCommentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.passage_comment import PassageComment
from chalicelib.domain.policy import Action, authorise
from chalicelib.domain.process import Process

#: Process, document, comment.
Place = tuple[str, str, str]


def act_on_passage(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    place: Place,
    action: Action,
    act: Callable[[PassageComment], PassageComment],
) -> Reply:
    """-> ``{"id"}``. Raises NotFound (absent, or not for the actor to see), Forbidden, whatever ``act`` refuses."""

    def attempt(work: Work) -> Reply:
        wanted = ProcessKey(place[0]), DocumentKey(*place[:2]), PassageCommentKey(*place)
        process, document, comment = work.load(*wanted)
        if process is None or document is None or comment is None:
            raise NotFound()
        authorise(subject(actor), action, passage_resource(process, document, comment))
        work.put_passage_comment(comment, act(comment))
        hold(work, actor, process)
        return {"id": place[2]}

    return transact(lambda: ports.begin(operation), attempt)


def hold(work: Work, actor: Actor, process: Process) -> None:
    """Commit only if the actor still may: the process at hand, or the block or credential still as it was."""
    if actor.unit.id in process.open_units:
        work.require_open(process, actor.unit.id)
    else:
        work.require_unchanged(process)
