"""On what terms one signs with the gov.br account here: whether the city set it up, and whose CPF is asked."""

from chalicelib.application.ports import Ports
from chalicelib.domain.certificate import check_registered
from chalicelib.domain.govbr import GovbrSignature, refusal
from chalicelib.domain.identity import Actor


def offered(ports: Ports) -> GovbrSignature | None:
    """The city's agreement with gov.br; None where there is none, as there is in no city by itself."""
    card = ports.catalogues.tenant().get("govbr_signature")
    if not card:
        return None
    return GovbrSignature(
        card["authorise"], card["token"], card["api"], card["client"], tuple(card["authorities"])
    )


def check_offered(ports: Ports) -> GovbrSignature:
    """Raises Refused ``govbr_not_offered``."""
    found = offered(ports)
    if found is None:
        raise refusal("govbr_not_offered")
    return found


def registered(ports: Ports, actor: Actor) -> str:
    """The CPF that the certificate of gov.br must say. Raises Refused ``taxpayer_not_registered``."""
    user, _ = ports.identity.user(actor.tenant, actor.user.id)
    taxpayer = user.taxpayer if user else ""
    check_registered(taxpayer)
    return taxpayer
