"""End every other session of one's own at once (ACC-01)."""

from dataclasses import replace

from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.account import AccountChange, AccountEvent
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor, Session


def end_other_sessions(ports: Ports, actor: Actor, operation: Operation, session: Session) -> Reply:
    """All but the one that asks, however many and wherever; -> ``{}``."""

    def attempt(work: Work) -> Reply:
        (user,) = work.load(UserKey(actor.user.id))
        if user is None:
            raise NotFound()
        after = work.end_sessions(user)
        work.keep_session(replace(session, epoch=after.session_epoch))
        change = AccountChange.SESSIONS_ENDED
        work.remember(AccountEvent(actor.user.id, change, actor.user, ports.now(), actor.address))
        return {}

    return transact(lambda: ports.begin(operation), attempt)
