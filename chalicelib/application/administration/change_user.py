"""Change the data of a user (ACC-08)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.user_register import UserData, changed, check_data, data_changes

from .acting import act_on_user


def change_user(
    ports: Ports, actor: Actor, operation: Operation, login: str, expected: int, data: UserData
) -> Reply:
    """-> ``{"id", "revision"}``. Raises Forbidden, NotFound, Conflict, InvalidRequest, Refused."""
    allow(actor, Action.USER_KEEP)
    agencies = dict(ports.catalogues.agencies())
    data = check_data(data, agencies)
    return act_on_user(
        ports,
        actor,
        operation,
        Action.USER_KEEP,
        login,
        expected,
        lambda user: (
            after := changed(user, data),
            ChangeKind.CHANGED,
            data_changes(user, after, agencies),
        ),
    )
