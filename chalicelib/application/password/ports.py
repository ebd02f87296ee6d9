"""What links by which people make their own passwords need of a unit of work."""

from typing import Protocol

from chalicelib.domain.link_request import LinkRequest
from chalicelib.domain.password_link import PasswordLink


class LinkWork(Protocol):
    """The part of a unit of work that writes them."""

    def put_password_link(self, before: PasswordLink | None, after: PasswordLink) -> None:
        """Write the person's link in the place of ``before``."""

    def put_link_request(self, request: LinkRequest) -> None:
        """Write what was asked at the door, for the stream to tell of: the same for every login."""
