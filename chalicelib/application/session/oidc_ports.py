"""Who vouches for people, as the login by somebody else's word needs it (security.md §1.4)."""

from collections.abc import Mapping
from typing import Any, Protocol

from chalicelib.domain.login_provider import EntryFlow, LoginProvider


class OidcClient(Protocol):
    """One exchange; nothing of it is kept."""

    def claims(self, provider: LoginProvider, code: str, flow: EntryFlow, redirect: str) -> Mapping[str, Any]:
        """What the provider says of the person, proven to be its word, for us, of now and of this flow.

        Raises Unauthenticated, Unavailable.
        """
