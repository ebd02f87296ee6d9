"""Register a system that acts by the API, with what it may do (ACC-09, features.md §9)."""

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ServiceAccountKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.change_record import ChangeKind
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.service_account import ServiceAccount, ServiceData
from chalicelib.domain.service_register import check_code, check_service

from .acting import service_record, type_names, unit_names


def register_service(ports: Ports, actor: Actor, operation: Operation, code: str, data: ServiceData) -> Reply:
    """-> ``{"id", "revision"}``. It does nothing until it has a key.

    Raises Forbidden, InvalidRequest (``code_taken``, as ``service_register``).
    """
    allow(actor, Action.SERVICE_ACCOUNT_KEEP)
    check_code(code)
    checked = check_service(data, unit_names(ports, active=True), type_names(ports))
    at = ports.now()

    def attempt(work: Work) -> Reply:
        (known,) = work.load(ServiceAccountKey(code))
        if known:
            raise InvalidRequest(FieldError("code", "code_taken", "Já há um sistema com este código."))
        account = ServiceAccount(code, actor.tenant, checked)
        work.put_service_account(None, account)
        work.record_change(service_record(ports, actor, at, None, account, ChangeKind.CREATED))
        return {"id": code, "revision": account.revision}

    return transact(lambda: ports.begin(operation), attempt)
