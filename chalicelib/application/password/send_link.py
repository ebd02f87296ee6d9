"""Send somebody a link to make the own password, by the administration (ACC-08)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import PasswordKey, PasswordLinkKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import NotFound, Refused
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.password_link import LinkPurpose
from chalicelib.domain.policy import Action

from .ordering import new_link, order_link


def send_link(ports: Ports, actor: Actor, operation: Operation, login: str) -> Reply:
    """-> ``{"email"}``. The first password or, of who has one, a new one; the link before opens nothing any more.

    Raises Forbidden, NotFound, Refused ``user_blocked``, ``email_missing`` or ``email_unavailable``.
    """
    allow(actor, Action.USER_KEEP)
    now = ports.now()

    def attempt(work: Work) -> Reply:
        user, before, hashed = work.load(UserKey(login), PasswordLinkKey(login), PasswordKey(login))
        addressee = _addressee(user)
        purpose = LinkPurpose.RESET if hashed else LinkPurpose.FIRST_ACCESS
        order_link(work, before, new_link(ports, before, addressee, purpose, now), actor.user, actor.address)
        return {"email": addressee.email}

    return transact(lambda: ports.begin(operation), attempt)


def _addressee(user: User | None) -> User:
    if user is None:
        raise NotFound("user_not_found", "Este usuário não existe.")
    if user.blocked:
        raise Refused("user_blocked", "Este usuário está bloqueado: desbloqueie-o antes.")
    if not user.email:
        raise Refused("email_missing", "Cadastre antes o e-mail desta pessoa.")
    return user
