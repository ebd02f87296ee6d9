"""Confirm the enrolment by a first code; the recovery codes are shown this once (ACC-02)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import SecondFactorKey
from chalicelib.application.session.one_time_code import counted_under, try_code
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import second_factor as factors
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.errors import FieldError, InvalidRequest, Unauthenticated
from chalicelib.domain.identity import Actor, Session, Strength
from chalicelib.domain.policy import Action
from chalicelib.domain.second_factor import SecondFactor


def confirm_second_factor(
    ports: Ports, actor: Actor, operation: Operation, session: Session, code: str, seed: bytes
) -> Sequence[str]:
    """Turn it on; -> the recovery codes. The session that showed the code is from now on one of two factors.

    The codes are made of ``seed``, which the browser keeps until it has them and we never do: the kept reply alone does
    not tell them. Raises Refused ``enrolment_not_begun``, InvalidRequest ``wrong_code``, TooManyAttempts.
    """
    allow(actor, Action.SECOND_FACTOR_KEEP)
    now = ports.now()

    def attempt(work: Work) -> Reply:
        (found,) = work.load(SecondFactorKey(actor.user.id))
        salt = ports.identifier()

        def confirm(factor: SecondFactor, typed: str, at: datetime, purpose: str) -> SecondFactor:
            return factors.confirm(factor, typed, at, purpose, factors.recovery_codes(seed, salt))

        begun = factors.begun(found, now)
        try:
            confirmed = try_code(ports, begun, code, now, operation.key, confirm)
        except Unauthenticated as wrong:
            # Who this is was proven when it began: the field is wrong, not the person.
            raise InvalidRequest(FieldError("one_time_code", wrong.code, wrong.message)) from None
        ports.identity.forgive(ports.tenant, [counted_under(actor.user.id)])
        work.put_second_factor(begun, confirmed)
        work.keep_session(replace(session, strength=Strength.SECOND_FACTOR))
        work.remember(
            AccountEvent(actor.user.id, AccountChange.FACTOR_ENROLLED, actor.user, now, actor.address)
        )
        return {"salt": salt}

    done = transact(lambda: ports.begin(operation), attempt)
    return factors.recovery_codes(seed, str(done["salt"]))
