"""Work from another unit (ACC-04)."""

from dataclasses import replace

from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Session, User, check_unit


def change_unit(ports: Ports, session: Session, user: User, unit: str) -> Session:
    """The session in another unit. Raises Forbidden ``unit_not_granted``."""
    now = ports.now()
    check_unit(user, unit, now.astimezone(ports.zone).date(), ports.catalogues.units())
    changed = replace(session, unit=unit, last_used_at=now)
    ports.identity.choose_unit(changed)
    return changed
