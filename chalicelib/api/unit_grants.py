"""The permissions of a unit copied to another (ACC-09)."""

from typing import Any

from chalicelib.application.administration.check_unit_grants import check_unit_grants
from chalicelib.application.administration.copy_unit_grants import copy_unit_grants
from chalicelib.domain.city_profile import CATALOGUE as PROFILES
from chalicelib.domain.city_profile import profile_names
from chalicelib.domain.granting import grant_words
from chalicelib.domain.policy import Action
from chalicelib.domain.unit_grants import CopyState

from . import replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("unit_grants")
COPIES = "/administration/unit-grants"


class CopyBody(Body):
    """De qual unidade para qual."""

    source: Identifier
    target: Identifier


@routes.route(
    "POST", f"{COPIES}/check", Action.USER_GRANT, body=CopyBody, reply=replies.UnitGrantsReport, writes=False
)
def check(call: Call) -> dict[str, Any]:
    """Conferir, pessoa por pessoa, o que a cópia das permissões de uma unidade daria em outra"""
    lines = check_unit_grants(call.ports, call.actor, call.body.source, call.body.target)
    units, called = call.ports.catalogues.units(), profile_names(call.ports.catalogues.plain(PROFILES))
    return {
        "people": [
            {
                "id": line.user.id,
                "name": line.user.person.name,
                "state": line.state.value,
                "grants": [grant_words(one, units, {}, called) for one in line.grants],
                "reason": line.reason,
            }
            for line in lines
        ],
        "ready": sum(line.state is CopyState.NEW for line in lines),
    }


@routes.route("POST", COPIES, Action.USER_GRANT, body=CopyBody, reply=replies.JobStarted, status=201)
def copy(call: Call) -> Any:
    """Copiar as permissões de uma unidade para outra"""
    return copy_unit_grants(call.ports, call.actor, call.operation, call.body.source, call.body.target)
