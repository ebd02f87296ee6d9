"""End one of one's own sessions, from another (ACC-01)."""

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import User


def end_session(ports: Ports, user: User, name: str) -> None:
    """By its name; it opens nothing from its next request on. One that is not there any more is no trouble."""
    for session in ports.identity.sessions(ports.tenant, user.id):
        if session.name == name:
            ports.identity.close(session)
