"""Close a confidential process that this session opened (SIG-01): the next act on it asks for the password again."""

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.identity import Actor, Session
from chalicelib.domain.policy import Action


def close_confidential(ports: Ports, actor: Actor, session: Session, process_id: str) -> None:
    """Raises NotFound, Forbidden ``not_confidential``."""
    (found,) = ports.reader.get(ProcessKey(process_id))
    process = allow_on_process(actor, Action.CONFIDENTIAL_CLOSE, found)
    ports.identity.keep_open(session, process.id, ports.now())
