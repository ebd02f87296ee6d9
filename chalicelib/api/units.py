"""Units and their people (ACC-06, TRA-01, TRA-07)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.organisation.units import list_units
from chalicelib.application.organisation.users import list_users
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("units")


class UnitsQuery(Body):
    """Part of an acronym or of a name."""

    query: Annotated[str, StringConstraints(max_length=200)] = ""


@routes.route("GET", "/units", Action.UNIT_LIST, query=UnitsQuery, reply=replies.Units)
def search(call: Call) -> Any:
    """Unidades que recebem processos"""
    agencies = call.ports.catalogues.agencies()
    found = list_units(call.ports, call.actor, call.query.query)
    return {"items": [presenting.unit(unit, agencies) for unit in found], "next_cursor": None}


@routes.route("GET", "/units/{unit}/users", Action.UNIT_LIST_USERS, reply=replies.Users)
def users(call: Call, unit: str) -> Any:
    """Pessoas de uma unidade"""
    found = list_users(call.ports, call.actor, unit)
    items = [{"id": person.id, "name": person.name, "login": person.id} for person in found]
    return {"items": items, "next_cursor": None}
