"""The profiles that the city makes, kept by an act of their own; they are read as any table is (ACC-10)."""

from typing import Any

from chalicelib.application.administration.change_entry import change_entry
from chalicelib.application.administration.create_entry import create_entry
from chalicelib.application.administration.deactivate_entry import deactivate_entry
from chalicelib.application.administration.reactivate_entry import reactivate_entry
from chalicelib.domain.city_profile import CATALOGUE
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .tables import EntryBody, NewEntryBody, seen

routes = Routes("city_profiles")

ALL = "/administration/profiles/entries"
ONE = ALL + "/{code}"


@routes.route("POST", ALL, Action.PROFILE_KEEP, body=NewEntryBody, reply=replies.RegisterSaved, status=201)
def create(call: Call) -> Any:
    """Criar perfil do município"""
    body: NewEntryBody = call.body
    return create_entry(call.ports, call.actor, call.operation, CATALOGUE, body.code, body.values)


@routes.route("PUT", ONE, Action.PROFILE_KEEP, body=EntryBody, reply=replies.RegisterSaved, if_match=True)
def change(call: Call, code: str) -> Any:
    """Alterar perfil do município"""
    return change_entry(call.ports, call.actor, call.operation, CATALOGUE, code, seen(call), call.body.values)


@routes.route("POST", ONE + "/deactivation", Action.PROFILE_KEEP, reply=replies.RegisterSaved, if_match=True)
def deactivate(call: Call, code: str) -> Any:
    """Desativar perfil do município"""
    return deactivate_entry(call.ports, call.actor, call.operation, CATALOGUE, code, seen(call))


@routes.route("POST", ONE + "/reactivation", Action.PROFILE_KEEP, reply=replies.RegisterSaved, if_match=True)
def reactivate(call: Call, code: str) -> Any:
    """Reativar perfil do município"""
    return reactivate_entry(call.ports, call.actor, call.operation, CATALOGUE, code, seen(call))
