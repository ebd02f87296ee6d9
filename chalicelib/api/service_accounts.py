"""Systems that act by the API: who they are, what they may do, their keys (ACC-09, features.md §9)."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.application.service_accounts.acting import civil_day
from chalicelib.application.service_accounts.change import change_service
from chalicelib.application.service_accounts.deactivate import deactivate_service
from chalicelib.application.service_accounts.list import list_services
from chalicelib.application.service_accounts.make_key import make_key
from chalicelib.application.service_accounts.reactivate import reactivate_service
from chalicelib.application.service_accounts.read import read_service
from chalicelib.application.service_accounts.register import register_service
from chalicelib.application.service_accounts.revoke_key import revoke_key
from chalicelib.domain.policy import Action
from chalicelib.domain.policy_titles import TITLES
from chalicelib.domain.service_account import ServiceAccount, ServiceData
from chalicelib.domain.service_scope import OPERABLE

from . import presenting, replies
from .routes import Call, Routes
from .second_factor import Seed, seed_of
from .service_authentication import make_key_token
from .users import ReasonBody
from .validation import Body, Day, Identifier, read_if_match

routes = Routes("service_accounts")

ALL, ONE = "/administration/services", "/administration/services/{service}"
Short = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Network = Annotated[str, StringConstraints(min_length=1, max_length=60)]
KEEP = Action.SERVICE_ACCOUNT_KEEP


class ServiceBody(Body):
    """The form of a system; no types: all; no networks: from anywhere."""

    name: Short
    contact: Short
    purpose: Annotated[str, StringConstraints(min_length=1, max_length=500)]
    operations: Annotated[tuple[Annotated[str, StringConstraints(max_length=80)], ...], Field(max_length=100)]
    units: Annotated[tuple[Identifier, ...], Field(max_length=100)]
    process_types: Annotated[tuple[Identifier, ...], Field(max_length=200)] = ()
    networks: Annotated[tuple[Network, ...], Field(max_length=50)] = ()
    valid_until: Day | None = None

    def data(self) -> ServiceData:
        """As the use cases take it."""
        chosen = self.operations, self.units, self.process_types, self.networks
        return ServiceData(self.name, self.contact, self.purpose, *chosen, self.valid_until)


class NewServiceBody(ServiceBody):
    """The form of a new system; the code is never changed afterwards."""

    code: Identifier


class KeyBody(Body):
    """Until when, and 32 random bytes of who asks: the key is made of them, and they are kept nowhere."""

    expires_on: Day
    seed: Seed


@routes.route("GET", ALL, Action.ADMINISTRATION_READ, reply=replies.Services)
def read_all(call: Call) -> dict[str, Any]:
    """Sistemas integrados"""
    today = civil_day(call.ports)
    return {
        "items": [_row(account, today) for account in list_services(call.ports, call.actor)],
        "operations": [{"code": action.value, "title": TITLES[action]} for action in OPERABLE],
    }


@routes.route("GET", ONE, Action.ADMINISTRATION_READ, reply=replies.Service)
def read(call: Call, service: str) -> dict[str, Any]:
    """Um sistema integrado e suas chaves"""
    return _card(*read_service(call.ports, call.actor, service), civil_day(call.ports))


@routes.route("POST", ALL, KEEP, body=NewServiceBody, reply=replies.RegisterSaved, status=201)
def register(call: Call) -> Any:
    """Cadastrar sistema integrado"""
    return register_service(call.ports, call.actor, call.operation, call.body.code, call.body.data())


@routes.route("PUT", ONE, KEEP, body=ServiceBody, reply=replies.RegisterSaved, if_match=True)
def change(call: Call, service: str) -> Any:
    """Alterar um sistema integrado"""
    return change_service(call.ports, call.actor, call.operation, service, _seen(call), call.body.data())


@routes.route("POST", f"{ONE}/deactivation", KEEP, body=ReasonBody, reply=replies.RegisterSaved, if_match=True)
def deactivate(call: Call, service: str) -> Any:
    """Desativar um sistema integrado"""
    return deactivate_service(call.ports, call.actor, call.operation, service, _seen(call), call.body.reason)


@routes.route("POST", f"{ONE}/reactivation", KEEP, body=ReasonBody, reply=replies.RegisterSaved, if_match=True)
def reactivate(call: Call, service: str) -> Any:
    """Reativar um sistema integrado"""
    return reactivate_service(call.ports, call.actor, call.operation, service, _seen(call), call.body.reason)


@routes.route("POST", f"{ONE}/keys", KEEP, body=KeyBody, reply=replies.MadeServiceKey, status=201)
def create_key(call: Call, service: str) -> dict[str, Any]:
    """Criar uma chave de acesso, mostrada uma única vez"""
    body: KeyBody = call.body
    made = make_key(call.ports, call.actor, call.operation, service, body.expires_on, seed_of(body.seed))
    shown = make_key_token(call.actor.tenant, service, made.id, made.secret)
    return {"id": made.id, "key": shown, "revision": made.revision}


@routes.route("DELETE", f"{ONE}/keys/{{key}}", KEEP, reply=replies.RegisterSaved)
def remove_key(call: Call, service: str, key: str) -> Any:
    """Revogar uma chave de acesso"""
    return revoke_key(call.ports, call.actor, call.operation, service, key)


def _seen(call: Call) -> int:
    return read_if_match(call.header("If-Match"))


def _row(account: ServiceAccount, today: date) -> dict[str, Any]:
    return {
        "id": account.id,
        "name": account.data.name,
        "contact": account.data.contact,
        "active": account.active,
        "valid_until": _day(account.data.valid_until),
        "units": list(account.data.units),
        "live_keys": len(account.live_keys(today)),
    }


def _card(account: ServiceAccount, uses: Mapping[str, date], today: date) -> dict[str, Any]:
    data = account.data
    return {
        "id": account.id,
        "revision": account.revision,
        "active": account.active,
        "name": data.name,
        "contact": data.contact,
        "purpose": data.purpose,
        "operations": list(data.operations),
        "units": list(data.units),
        "process_types": list(data.process_types),
        "networks": list(data.networks),
        "valid_until": _day(data.valid_until),
        "keys": [
            {
                "id": key.id,
                "made_by": key.made_by.name,
                "made_at": presenting.instant(key.made_at),
                "expires_on": key.expires_on.isoformat(),
                "live": key.live(today),
                "used_on": _day(uses.get(key.id)),
            }
            for key in account.keys
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
