"""Whose password a link makes, before anything is typed (ACC-01, ACC-08)."""

from chalicelib.application.ports import Ports
from chalicelib.application.references import PasswordLinkKey, UserKey
from chalicelib.domain.identity import User
from chalicelib.domain.password_link import PasswordLink, check_link


def read_link(ports: Ports, login: str, digest: str) -> tuple[PasswordLink, User]:
    """Nothing is spent by looking. Raises Refused ``link_invalid``."""
    link, user = ports.reader.get(PasswordLinkKey(login), UserKey(login))
    return check_link(link, user, digest, ports.now())
