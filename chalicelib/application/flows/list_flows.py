"""The flows that are published, each in its newest version."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.published_flow import PublishedFlow


def list_flows(ports: Ports, actor: Actor) -> Sequence[PublishedFlow]:
    """By name. Raises Forbidden."""
    allow(actor, Action.FLOW_LIST)
    return sorted(ports.reader.flows(), key=lambda one: one.flow.name)
