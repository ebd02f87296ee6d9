"""Refuse a request to erase, or withdraw one's own (LGPD, art. 18)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ContactKey, ErasureKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.erasure import refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .survey import request


def refuse_erasure(ports: Ports, actor: Actor, operation: Operation, identifier: str, why: str) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, NotFound; InvalidRequest and Refused as ``erasure.refused``."""
    allow(actor, Action.PERSON_ERASE)
    known, _ = request(ports, identifier)
    at = ports.now()

    def attempt(work: Work) -> Reply:
        before, contact = work.load(ErasureKey(identifier), ContactKey(known.contact))
        work.put_erasure(before, refused(before, contact, actor.user, at, why))
        return {"id": identifier}

    return transact(lambda: ports.begin(operation), attempt)
