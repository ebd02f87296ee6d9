"""One system, and when each of its keys was last used (ACC-09)."""

from collections.abc import Mapping
from datetime import date

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports
from chalicelib.application.references import ServiceAccountKey
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.service_account import ServiceAccount


def read_service(ports: Ports, actor: Actor, code: str) -> tuple[ServiceAccount, Mapping[str, date]]:
    """Raises Forbidden, NotFound ``service_account_not_found``."""
    allow(actor, Action.ADMINISTRATION_READ)
    (account,) = ports.reader.get(ServiceAccountKey(code))
    if account is None:
        raise NotFound("service_account_not_found", "Este sistema não está cadastrado.")
    return account, ports.register.service_uses(code)
