"""Register a user (ACC-08)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.password.ordering import first_link, order_link
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import PasswordLinkKey, TaxpayerKey, UserKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.user_register import (
    UserData,
    check_data,
    check_login,
    check_taxpayer,
    created,
    data_changes,
)

from .acting import user_record


def create_user(ports: Ports, actor: Actor, operation: Operation, login: str, data: UserData) -> Reply:
    """-> ``{"id", "revision"}``. The user enters once there is a permission and a password, which the link that is sent
    by e-mail makes; where there is no address, or the installation sends nothing, none is sent.

    Raises Forbidden, InvalidRequest (``login_taken``, ``taxpayer_taken``, as ``user_register.check_data``).
    """
    allow(actor, Action.USER_KEEP)
    agencies = dict(ports.catalogues.agencies())
    check_login(login)
    data = check_data(data, agencies)
    at = ports.now()

    def attempt(work: Work) -> Reply:
        owners = map(TaxpayerKey, filter(None, [data.taxpayer]))
        known, link, *owner = work.load(UserKey(login), PasswordLinkKey(login), *owners)
        if known:
            raise InvalidRequest(FieldError("login", "login_taken", "Já há um usuário com este login."))
        check_taxpayer(owner[0] if owner else None, login)
        user = created(actor.tenant, login, data)
        work.put_user(None, user)
        changes = data_changes(None, user, agencies)
        work.record_change(user_record(actor, at, user, ChangeKind.CREATED, changes))
        first = first_link(ports, link, user, at)
        if first:
            order_link(work, link, first, actor.user, actor.address)
        return {"id": login, "revision": user.revision}

    return transact(lambda: ports.begin(operation), attempt)
