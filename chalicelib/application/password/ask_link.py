"""Ask for a link to make a new password, by who forgot it (ACC-01)."""

from chalicelib.application.mailing.automatic import city_text
from chalicelib.application.ports import Ports, Work
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import TooManyAttempts
from chalicelib.domain.link_request import LinkRequest
from chalicelib.domain.login import LINKS_OF_A_NETWORK, LINKS_WINDOW, network
from chalicelib.domain.password_link import LinkPurpose

from .ordering import TEMPLATES


def ask_link(ports: Ports, operation: Operation, login: str, address: str) -> Reply:
    """-> ``{}``, whether or not there is such a person: nobody is looked for here (``answer_request`` does).

    Raises TooManyAttempts by the network's count alone, Refused ``email_unavailable``.
    """
    city_text(ports, TEMPLATES[LinkPurpose.RESET], {})
    now = ports.now()
    asked, until = ports.identity.count(ports.tenant, f"links.network.{network(address)}", now, LINKS_WINDOW)
    if asked > LINKS_OF_A_NETWORK:
        raise TooManyAttempts(max(1, round((until - now).total_seconds())))
    request = LinkRequest(login, operation.key, now, address)

    def attempt(work: Work) -> Reply:
        work.put_link_request(request)
        return {}

    return transact(lambda: ports.begin(operation), attempt)
