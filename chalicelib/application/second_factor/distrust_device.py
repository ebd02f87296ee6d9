"""Ask for the code again on one device (ACC-02)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def distrust_device(ports: Ports, actor: Actor, device: str) -> None:
    """One of one's own, by its name; one that is not there any more is no trouble."""
    allow(actor, Action.SECOND_FACTOR_KEEP)
    for known in ports.identity.devices(ports.tenant, actor.user.id):
        if known.id == device:
            ports.identity.forget_device(ports.tenant, actor.user.id, known.digest)
