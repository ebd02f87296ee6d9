"""Agencies and units as the administration keeps them, and their place in the hierarchy (ACC-05 to ACC-07)."""

from typing import Any

from chalicelib.application.administration.change_entry import change_entry
from chalicelib.application.administration.create_entry import create_entry
from chalicelib.application.administration.deactivate_entry import deactivate_entry
from chalicelib.application.administration.reactivate_entry import reactivate_entry
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .tables import EntryBody, NewEntryBody, seen

routes = Routes("organisation")

TABLE = "/administration/organisation/{table}/entries"
ONE = TABLE + "/{code}"


@routes.route("POST", TABLE, Action.UNIT_KEEP, body=NewEntryBody, reply=replies.RegisterSaved, status=201)
def create(call: Call, table: str) -> Any:
    """Criar órgão ou unidade"""
    body: NewEntryBody = call.body
    return create_entry(call.ports, call.actor, call.operation, table, body.code, body.values)


@routes.route(
    "PUT", ONE, Action.UNIT_KEEP, body=EntryBody, reply=replies.RegisterSaved, if_match=True
)
def change(call: Call, table: str, code: str) -> Any:
    """Alterar órgão ou unidade"""
    return change_entry(call.ports, call.actor, call.operation, table, code, seen(call), call.body.values)


@routes.route(
    "POST", ONE + "/deactivation", Action.UNIT_KEEP, reply=replies.RegisterSaved, if_match=True
)
def deactivate(call: Call, table: str, code: str) -> Any:
    """Desativar órgão ou unidade"""
    return deactivate_entry(call.ports, call.actor, call.operation, table, code, seen(call))


@routes.route(
    "POST", ONE + "/reactivation", Action.UNIT_KEEP, reply=replies.RegisterSaved, if_match=True
)
def reactivate(call: Call, table: str, code: str) -> Any:
    """Reativar órgão ou unidade"""
    return reactivate_entry(call.ports, call.actor, call.operation, table, code, seen(call))
