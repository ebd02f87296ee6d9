"""Take back a credential that the unit gave (SIG-03): the holder's next request is refused."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import credentialing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def revoke_credential(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, user: str, unit: str
) -> Reply:
    """Raises NotFound, Forbidden, Refused as ``credentialing.revoke``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.CREDENTIAL_REVOKE,
        lambda process: credentialing.revoke(process, actor, user, unit, now),
    )
