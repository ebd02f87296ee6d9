"""Ask that somebody's data be erased: another person will confirm (LGPD, art. 18)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ContactKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.erasure import ErasureGround, asked
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .survey import known


def ask_erasure(
    ports: Ports, actor: Actor, operation: Operation, contact: str, ground: ErasureGround, reason: str
) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, NotFound ``person_not_found``; what ``erasure.asked`` raises."""
    allow(actor, Action.PERSON_ERASE)
    identifier, at = ports.identifier(), ports.now()

    def attempt(work: Work) -> Reply:
        (found,) = work.load(ContactKey(contact))
        work.put_erasure(None, asked(identifier, known(found), ground, reason, actor.user, at))
        return {"id": identifier}

    return transact(lambda: ports.begin(operation), attempt)
