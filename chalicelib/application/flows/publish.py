"""Publish a flow: the next version of it, valid for the processes that start it from now on.

What runs keeps its own version. The machine that conducts the new one is made by a function apart, which is told at
once and looks by itself each hour (architecture §8.3): a flow may be followed before it has its machine.
"""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import FlowKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.flow import Flow
from chalicelib.domain.flow_checks import Surroundings, problems
from chalicelib.domain.flow_reading import read_flow
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.published_flow import publish


def publish_flow(ports: Ports, actor: Actor, operation: Operation, text: str) -> Reply:
    """-> ``{"code", "version"}``. Raises Forbidden, InvalidRequest telling all that is wrong, Refused."""
    allow(actor, Action.FLOW_PUBLISH)
    flow = checked_flow(ports, text)
    now = ports.now()

    def attempt(work: Work) -> Reply:
        (before,) = work.load(FlowKey(flow.code))
        after = publish(before, flow, text, actor, now)
        work.put_flow(before, after)
        return {"code": flow.code, "version": after.flow.version}

    reply = transact(lambda: ports.begin(operation), attempt)
    ports.flow_press.told(flow.code, int(reply["version"]))
    return reply


def checked_flow(ports: Ports, text: str) -> Flow:
    """What the text says, if it may be published. Raises InvalidRequest."""
    flow = read_flow(ports.flow_press.read(text))
    catalogues = ports.catalogues
    kinds = catalogues.document_types()
    forms = {code: form for code in kinds if (form := catalogues.form(code)) is not None}
    found = problems(flow, Surroundings(catalogues.units(), catalogues.process_types(), kinds, forms))
    if found:
        raise InvalidRequest(*found, message="O fluxo tem problemas e não foi publicado.")
    return flow
