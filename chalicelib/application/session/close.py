"""Log out (ACC-01)."""

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Session


def close_session(ports: Ports, session: Session) -> None:
    """End the session at once; ending it again changes nothing."""
    ports.identity.close(session)
