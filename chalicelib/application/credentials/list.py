"""The credentials of a confidential process, as whoever holds one sees them (SIG-02)."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Process


def list_credentials(ports: Ports, actor: Actor, process_id: str) -> Process:
    """The process, whose item they are in. Raises NotFound, Forbidden."""
    (found,) = ports.reader.get(ProcessKey(process_id))
    return allow_on_process(actor, Action.CREDENTIAL_LIST, found)
