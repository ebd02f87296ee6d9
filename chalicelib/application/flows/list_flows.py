"""The flows that are published, each in its newest version."""

from collections.abc import Sequence

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.published_flow import PublishedFlow


def list_flows(ports: Ports, actor: Actor, process_type: str | None = None) -> Sequence[PublishedFlow]:
    """By name; all, or those of one type of process. Raises Forbidden."""
    allow(actor, Action.FLOW_LIST)
    found = (one for one in ports.reader.flows() if process_type in (None, one.flow.process_type))
    return sorted(found, key=lambda one: one.flow.name)
