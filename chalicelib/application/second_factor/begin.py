"""Begin to enrol an authenticator application (ACC-02)."""

import secrets

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import SecondFactorKey
from chalicelib.application.session.reauthentication import Reauthentication, Typed
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain import second_factor as factors
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.second_factor import SecondFactor


def begin_second_factor(ports: Ports, actor: Actor, operation: Operation, password: str) -> SecondFactor:
    """The enrolment to be confirmed by a first code. Its secret is in no kept reply: it is read where it lies.

    Raises Unauthenticated ``wrong_password``, TooManyAttempts, Refused ``second_factor_enrolled``.
    """
    allow(actor, Action.SECOND_FACTOR_KEEP)
    proof = Reauthentication(ports, actor, operation, Typed(password))
    made: list[SecondFactor] = []

    def attempt(work: Work) -> Reply:
        hashed, before = work.load(*proof.keys)
        proof.check(work, hashed, None)
        random = secrets.token_bytes(factors.SECRET_BYTES)
        begun = factors.begin(before, ports.identifier(), actor.user.id, random, proof.at)
        work.put_second_factor(before, begun)
        made[:] = [begun]
        return {"id": begun.id}

    done = proof.transact(lambda: ports.begin(operation), attempt)
    if made and made[0].id == done["id"]:
        return made[0]
    (begun,) = ports.reader.get(SecondFactorKey(actor.user.id))
    return factors.begun(begun, proof.at)
