"""Where one is logged in now (ACC-01)."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.identity import Session, User, session_is_alive


def list_sessions(ports: Ports, user: User, idle: int) -> Sequence[Session]:
    """The user's live sessions, the last used first; ``idle`` in seconds."""
    now = ports.now()

    def alive(session: Session) -> bool:
        try:
            session_is_alive(session, user, now, idle)
        except Unauthenticated:
            return False
        return True

    found = [session for session in ports.identity.sessions(ports.tenant, user.id) if alive(session)]
    return sorted(found, key=lambda session: session.last_used_at, reverse=True)
