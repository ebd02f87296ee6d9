"""At which address a request was typed, and so at whose door it stands, until a session says who it is (issue 5 §7).

Only what the site's distribution says counts, proven by the installation's secret: no parameter of the request chooses
a tenant. Who reaches the API without passing by the distribution stands at the door of the installation's own tenant.
"""

from typing import TYPE_CHECKING

from chalice.app import Request

from chalicelib.domain.errors import Unauthenticated
from chalicelib.domain.site_address import ENVIRONMENT, SiteAddress, host_of

from .network import shown_by_the_edge

if TYPE_CHECKING:
    from chalicelib.composition import Installation

HOST, NAMED = "X-Viewer-Host", "X-Viewer-Environment"


def address_typed(request: Request) -> SiteAddress | None:
    """The address in the person's browser; None when the distribution tells none."""
    if not shown_by_the_edge(request):
        return None
    host, named = host_of(str(request.headers.get(HOST, ""))), str(request.headers.get(NAMED, ""))
    return SiteAddress(host, named if ENVIRONMENT.fullmatch(named) else "") if host else None


def tenant_at_the_door(place: "Installation", request: Request) -> str:
    """Whose login and public pages these are. Raises NotFound ``address_unknown``."""
    typed = address_typed(request)
    return place.address_book().tenant_at(typed) if typed else place.settings.tenant


def keep_to_the_address(place: "Installation", request: Request, tenant: str) -> None:
    """A session works at its own tenant's addresses only. Raises Unauthenticated, NotFound ``address_unknown``."""
    typed = address_typed(request)
    if typed and place.address_book().tenant_at(typed) != tenant:
        raise Unauthenticated("session_required", "Entre no sistema para continuar.")


def cookie_here(name: str, request: Request) -> str:
    """A cookie's name at this address: environments of one host would otherwise write over each other's."""
    typed = address_typed(request)
    return f"{name}.{typed.environment}" if typed and typed.environment else name
