"""The systems that act by the API (ACC-09)."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.service_account import ServiceAccount


def list_services(ports: Ports, actor: Actor) -> Sequence[ServiceAccount]:
    """All of them, by code, deactivated ones too. Raises Forbidden."""
    allow(actor, Action.ADMINISTRATION_READ)
    return ports.register.service_accounts()
