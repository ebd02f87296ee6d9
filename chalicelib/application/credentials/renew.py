"""Put a confidential process in front of a holder again (SIG-04)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import credentialing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def renew_credential(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, user: str, unit: str
) -> Reply:
    """Raises NotFound, Forbidden, Refused as ``credentialing.renew``."""
    now = ports.now()
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.CREDENTIAL_RENEW,
        lambda process: credentialing.renew(process, actor, user, unit, now),
    )
