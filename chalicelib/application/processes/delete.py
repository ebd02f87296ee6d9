"""Delete a process that never got a document (PRO-15)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.registering import delete


def delete_process(ports: Ports, actor: Actor, operation: Operation, process_id: str) -> Reply:
    """Delete it for good; its number is not used again. Raises NotFound, Forbidden, Refused as ``delete``."""

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ProcessKey(process_id))
        process = allow_on_process(actor, Action.PROCESS_DELETE, found)
        work.delete_process(process, delete(process, actor, ports.now()))
        return {}

    return transact(lambda: ports.begin(operation), attempt)
