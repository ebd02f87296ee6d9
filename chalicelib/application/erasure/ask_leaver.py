"""Ask that the data of who left be erased: another person will confirm (LGPD, arts. 15, 16 and 18)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.erasure import ErasureGround
from chalicelib.domain.identity import Actor
from chalicelib.domain.leaver import asked_of_leaver
from chalicelib.domain.policy import Action

from .subject import known_leaver


def ask_leaver_erasure(
    ports: Ports, actor: Actor, operation: Operation, login: str, ground: ErasureGround, reason: str
) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, NotFound ``person_not_found``; what ``asked_of_leaver`` raises."""
    allow(actor, Action.PERSON_ERASE)
    identifier, at = ports.identifier(), ports.now()

    def attempt(work: Work) -> Reply:
        (found,) = work.load(UserKey(login))
        work.put_erasure(None, asked_of_leaver(identifier, known_leaver(found), ground, reason, actor.user, at))
        return {"id": identifier}

    return transact(lambda: ports.begin(operation), attempt)
