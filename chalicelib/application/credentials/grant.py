"""Let somebody open a confidential process from a unit (SIG-02)."""

from chalicelib.application.ports import Ports
from chalicelib.application.processes.acting import act_on_process
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import credentialing
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .holder import named_holder


def grant_credential(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, user: str, unit: str
) -> Reply:
    """Raises NotFound, Forbidden, InvalidRequest ``unit_unknown``, Refused ``user_not_in_that_unit`` or as
    ``credentialing.grant``.
    """
    now = ports.now()
    person, place = named_holder(ports, user, unit)
    return act_on_process(
        ports,
        actor,
        operation,
        process_id,
        Action.CREDENTIAL_GRANT,
        lambda process: credentialing.grant(process, actor, person, place, now),
    )
