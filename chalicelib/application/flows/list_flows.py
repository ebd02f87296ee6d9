"""The flows that are published, each in its newest version; withdrawn ones too for whoever keeps them all."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.published_flow import PublishedFlow


def list_flows(ports: Ports, actor: Actor, process_type: str | None = None) -> Sequence[PublishedFlow]:
    """By name; all, or those that a process of one type may start. Raises Forbidden."""
    allow(actor, Action.FLOW_LIST)
    found = ports.reader.flows()
    if process_type is not None:
        found = [one for one in found if one.flow.process_type == process_type and not one.withdrawn]
    return sorted(found, key=lambda one: one.flow.name)
