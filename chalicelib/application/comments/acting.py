"""What changing and removing a comment share."""

from collections.abc import Callable

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import CommentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.comment import Comment
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def act_on_comment(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    place: tuple[str, str],
    action: Action,
    act: Callable[[Comment], Comment],
) -> Reply:
    """-> ``{"id"}``. Raises NotFound, Forbidden, whatever ``act`` refuses."""

    def attempt(work: Work) -> Reply:
        found, comment = work.load(ProcessKey(place[0]), CommentKey(*place))
        process = allow_on_process(actor, action, found)
        if comment is None:
            raise NotFound("comment_not_found", "Este comentário não existe.")
        work.put_comment(comment, act(comment))
        work.require_open(process, actor.unit.id)
        return {"id": place[1]}

    return transact(lambda: ports.begin(operation), attempt)
