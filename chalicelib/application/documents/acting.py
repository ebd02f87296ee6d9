"""What the acts on a document that leave its text alone share: load, ask the policy, change, commit once."""

from collections.abc import Callable

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import filing
from chalicelib.domain.document import Document
from chalicelib.domain.document_acts import Outcome
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def act_on_document(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    place: tuple[str, str],
    action: Action,
    act: Callable[[Document], Outcome],
) -> Reply:
    """Do ``act`` on the document at ``place``; -> ``{"version", "revision"}``.

    Raises NotFound, Forbidden, whatever ``act`` refuses, Refused ``process_suspended`` ….
    """
    now = ports.now()

    def attempt(work: Work) -> Reply:
        loaded = work.load(ProcessKey(place[0]), DocumentKey(*place))
        process, document = allow_on_document(actor, action, *loaded)
        after, facts = act(document)
        work.put_document(document, after)
        changed = work.change_process(process, filing.record(process, actor, facts, now))
        return {"version": changed.n, "revision": str(after.revision)}

    return transact(lambda: ports.begin(operation), attempt)
