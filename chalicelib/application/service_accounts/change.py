"""Change who a system is and what it may do; it holds from its next request on (ACC-09)."""

from chalicelib.application.ports import Ports
from chalicelib.application.transaction import Operation, Reply
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.identity import Actor
from chalicelib.domain.service_account import ServiceAccount, ServiceData, changed
from chalicelib.domain.service_register import check_service

from .acting import KEEP, act_on_service, type_names, unit_names


def change_service(
    ports: Ports, actor: Actor, operation: Operation, code: str, expected: int, data: ServiceData
) -> Reply:
    """-> ``{"id", "revision"}``. A unit that was chosen before and has been deactivated since may stay.

    Raises Forbidden, InvalidRequest, NotFound, Conflict, Refused ``nothing_changed``.
    """

    def act(account: ServiceAccount) -> ServiceAccount:
        known = unit_names(ports)
        units = unit_names(ports, active=True) | {one: known.get(one, one) for one in account.data.units}
        types = type_names(ports) | {one: one for one in account.data.process_types}
        return changed(account, check_service(data, units, types))

    return act_on_service(ports, actor, operation, KEEP, (code, expected), ChangeKind.CHANGED, act)
