"""Look a flow over without publishing it."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.flow import Flow
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .publish import checked_flow


def check_flow(ports: Ports, actor: Actor, text: str) -> Flow:
    """What the text says. Raises Forbidden, InvalidRequest telling all that is wrong."""
    allow(actor, Action.FLOW_PUBLISH)
    return checked_flow(ports, text)
