"""Turn the second factor off (ACC-02)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UserKey
from chalicelib.application.session.reauthentication import Reauthentication, Typed
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor, Session, Strength
from chalicelib.domain.policy import Action
from chalicelib.domain.second_factor import enrolled


def remove_second_factor(
    ports: Ports, actor: Actor, operation: Operation, session: Session, typed: Typed
) -> Reply:
    """By password and a code, of the application or of the paper; -> ``{}``. The other sessions end.

    The session that asks is from now on one of a password: where the profile requires more, it may only enrol again.
    A pause of the administrator does not spare the code here. Raises Refused ``second_factor_absent``, Unauthenticated
    ``wrong_password``, ``one_time_code_required`` or ``wrong_code``, TooManyAttempts.
    """
    allow(actor, Action.SECOND_FACTOR_KEEP)
    proof = Reauthentication(ports, actor, operation, typed)

    def attempt(work: Work) -> Reply:
        hashed, found, user = work.load(*proof.keys, UserKey(actor.user.id))
        if user is None:
            raise NotFound()
        factor = enrolled(found)
        proof.proven(work, hashed, factor)
        work.put_second_factor(factor, None)
        after = work.end_sessions(user)
        work.keep_session(replace(session, epoch=after.session_epoch, strength=Strength.PASSWORD))
        change = AccountChange.FACTOR_REMOVED
        work.remember(AccountEvent(actor.user.id, change, actor.user, proof.at, actor.address))
        return {}

    return proof.transact(lambda: ports.begin(operation), attempt)
