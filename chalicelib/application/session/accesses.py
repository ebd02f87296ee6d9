"""One's own last accesses (ACC-01)."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Session


def list_accesses(ports: Ports, session: Session) -> Sequence[Session]:
    """The user's last logins, newest first."""
    return ports.identity.accesses(session.tenant, session.user)
