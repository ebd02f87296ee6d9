"""Where to send the person who signs with the gov.br account, to authorise there (DOC-10)."""

from urllib.parse import urlencode

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.domain.govbr import scope
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .terms import check_offered

#: The page of the site that gov.br sends the person back to; the address is registered there.
PAGE = "/assinatura-govbr"


def authorise(ports: Ports, actor: Actor, documents: int, state: str, nonce: str) -> str:
    """The address; ``state`` is what this browser is known by when the person comes back.

    Raises Forbidden, Refused ``govbr_not_offered``.
    """
    allow(actor, Action.DOCUMENT_SIGN_MANY)
    agreed = check_offered(ports)
    asked = {
        "response_type": "code",
        "client_id": agreed.client,
        "scope": scope(documents),
        "redirect_uri": redirect(ports),
        "state": state,
        "nonce": nonce,
    }
    return f"{agreed.authorise}?{urlencode(asked)}"


def redirect(ports: Ports) -> str:
    """The page, as gov.br was told: the same when the code is exchanged."""
    return ports.public_address.rstrip("/") + PAGE
