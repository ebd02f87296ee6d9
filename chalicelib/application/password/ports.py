"""What links by which people make their own passwords need of a unit of work."""

from typing import Protocol

from chalicelib.domain.account import AccountEvent
from chalicelib.domain.password_link import PasswordLink


class LinkWork(Protocol):
    """The part of a unit of work that writes them."""

    def put_password_link(self, before: PasswordLink | None, after: PasswordLink) -> None:
        """Write the person's link in the place of ``before``."""

    def feign_password_link(self, link: PasswordLink, line: AccountEvent) -> None:
        """Write as much as an order writes, where it means nothing and is forgotten by itself."""
