"""Refuse a request to erase, or withdraw one's own (LGPD, art. 18)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ErasureKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.erasure import refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .subject import key_of, requested


def refuse_erasure(ports: Ports, actor: Actor, operation: Operation, identifier: str, why: str) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, NotFound; InvalidRequest and Refused as ``erasure.refused``."""
    allow(actor, Action.PERSON_ERASE)
    known, _ = requested(ports, identifier)
    at = ports.now()

    def attempt(work: Work) -> Reply:
        before, subject = work.load(ErasureKey(identifier), key_of(known))
        work.put_erasure(before, refused(before, subject, actor.user, at, why))
        return {"id": identifier}

    return transact(lambda: ports.begin(operation), attempt)
