"""Ask for a link to make a new password, by who forgot it (ACC-01)."""

from chalicelib.application.mailing.automatic import check_mail_available
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import PasswordLinkKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import TooManyAttempts
from chalicelib.domain.identity import User
from chalicelib.domain.login import LINKS_OF_A_NETWORK, LINKS_WINDOW, network
from chalicelib.domain.organisation import Person
from chalicelib.domain.password_link import LinkPurpose, ordered_too_often

from .ordering import feign_link, new_link, order_link

#: To whom goes what is never sent.
NOWHERE = "ninguem@nenhum.invalid"
#: Who asked is not known: whoever typed the login.
AT_THE_DOOR = Person("", "Pedido na tela de entrada")


def ask_link(ports: Ports, operation: Operation, login: str, address: str) -> Reply:
    """-> ``{}``, whether or not there is such a person, who may be blocked, have no e-mail or have asked too often.

    The e-mail goes to the address in the register. Raises TooManyAttempts by the network's count alone, Refused
    ``email_unavailable``.
    """
    check_mail_available(ports)
    now = ports.now()
    asked, until = ports.identity.count(ports.tenant, f"links.network.{network(address)}", now, LINKS_WINDOW)
    if asked > LINKS_OF_A_NETWORK:
        raise TooManyAttempts(max(1, round((until - now).total_seconds())))

    def attempt(work: Work) -> Reply:
        user, before = work.load(UserKey(login), PasswordLinkKey(login))
        nobody = user is None or user.blocked or not user.email or ordered_too_often(before, now)
        told = user if user and not nobody else User(login, ports.tenant, login, "", NOWHERE)
        link = new_link(ports, before, told, LinkPurpose.RESET, now)
        (feign_link if nobody else order_link)(work, before, link, AT_THE_DOOR, address)
        return {}

    return transact(lambda: ports.begin(operation), attempt)
