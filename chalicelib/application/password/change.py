"""Change one's own password; the other sessions end (ACC-01)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UserKey
from chalicelib.application.session.reauthentication import Reauthentication, Typed
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor, Session
from chalicelib.domain.password import check_new_password
from chalicelib.domain.policy import Action

from .words import words_of


def change_password(
    ports: Ports, actor: Actor, operation: Operation, session: Session, typed: Typed, new: str
) -> Reply:
    """With the present one, and the code of who is enrolled; -> ``{}``. The session that asks goes on.

    Raises InvalidRequest on ``new_password``, Unauthenticated ``wrong_password``, ``one_time_code_required`` or
    ``wrong_code``, TooManyAttempts.
    """
    allow(actor, Action.PASSWORD_CHANGE)
    check_new_password(new, actor.user.id, ports.passwords.is_common, words_of(ports.catalogues))
    proof = Reauthentication(ports, actor, operation, typed, "A senha não foi trocada.")
    made: list[str] = []

    def attempt(work: Work) -> Reply:
        hashed, factor, user = work.load(*proof.keys, UserKey(actor.user.id))
        if user is None:
            raise NotFound()
        proof.check(work, hashed, factor)
        if not made:
            made.append(ports.passwords.hash(new))
        work.put_password(actor.user.id, hashed, made[0])
        after = work.end_sessions(user)
        work.keep_session(replace(session, epoch=after.session_epoch))
        change = AccountChange.PASSWORD_CHANGED
        work.remember(AccountEvent(actor.user.id, change, actor.user, proof.at, actor.address))
        return {}

    return proof.transact(lambda: ports.begin(operation), attempt)
