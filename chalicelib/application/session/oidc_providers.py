"""Who may vouch for the people of this city; nobody, until the city says so (ACC-01)."""

from collections.abc import Sequence

from chalicelib.application.ports import Ports
from chalicelib.domain.login_provider import LoginProvider, refusal


def login_providers(ports: Ports) -> Sequence[LoginProvider]:
    """In the order of the login screen's buttons."""
    return [LoginProvider(**row) for row in ports.catalogues.tenant().get("login_providers") or ()]


def provider_named(ports: Ports, name: str) -> LoginProvider:
    """Raises Refused ``oidc_not_offered``."""
    for one in login_providers(ports):
        if one.id == name:
            return one
    raise refusal("oidc_not_offered")


def redirect(ports: Ports) -> str:
    """The page that the provider sends the person back to, as it was told to each."""
    return ports.public_address.rstrip("/") + "/entrar/retorno"
