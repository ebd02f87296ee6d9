"""Where a request came from, as the histories, the logins and the brakes of an installation know it."""

import hmac
from ipaddress import ip_address

from chalice.app import Request

from .place import installation


def address_of(request: Request) -> str:
    """The viewer's network address, empty when unknown.

    Behind the site's distribution it is what the distribution says, believed only when it shows the installation's
    secret: anybody may reach the API without passing by it, and write that header.
    """
    if shown_by_the_edge(request):
        told = _address(str(request.headers.get("X-Viewer-Address", "")))
        if told:
            return told
    identity = (request.context or {}).get("identity") or {}
    return str(identity.get("sourceIp") or "")


def shown_by_the_edge(request: Request) -> bool:
    """Whether the request passed by the site's distribution, which alone knows the installation's secret."""
    secret, shown = installation().settings.edge_secret, str(request.headers.get("X-Edge-Secret", ""))
    return bool(secret) and hmac.compare_digest(shown.encode(), secret.encode())


def _address(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        return ""
