"""Erasing what only the register has of who left: who they are, what would go, asking for it (LGPD, arts. 15, 16)."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.erasure.ask_leaver import ask_leaver_erasure
from chalicelib.application.erasure.list_leavers import list_leavers
from chalicelib.application.erasure.plan_leaver import plan_leaver
from chalicelib.domain.erasure import LONGEST_REASON, ErasureGround
from chalicelib.domain.identity import User
from chalicelib.domain.leaver import due_at
from chalicelib.domain.policy import Action

from . import presenting, replies
from .erasures import plan_rows
from .routes import Call, Routes
from .validation import Body, Cursor

routes = Routes("leavers")
ONE = "/leavers/{user}"
Reason = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_REASON)]


class LeaverErasure(Body):
    """Why the law lets it be erased, and why it is done; nothing in it says who the person is."""

    ground: ErasureGround
    reason: Reason


class LeaversQuery(Body):
    """Where the list goes on."""

    cursor: Cursor | None = None


@routes.route("GET", "/leavers", Action.PERSON_ERASE, query=LeaversQuery, reply=replies.Leavers)
def listed(call: Call) -> dict[str, Any]:
    """Quem saiu e ainda tem dados no cadastro"""
    now, page = call.ports.now(), list_leavers(call.ports, call.actor, call.query.cursor)
    return {"items": [_leaver(one, now) for one in page.items], "next_cursor": page.next_cursor}


@routes.route("GET", ONE + "/erasure-plan", Action.PERSON_ERASE, reply=replies.LeaverPlan)
def plan(call: Call, user: str) -> dict[str, Any]:
    """Simular a eliminação dos dados de quem saiu"""
    found, lines = plan_leaver(call.ports, call.actor, user)
    return {"login": found.id, "name": found.person.name, "lines": plan_rows(lines)}


@routes.route("POST", ONE + "/erasures", Action.PERSON_ERASE, body=LeaverErasure, reply=replies.MadeErasure, status=201)
def ask(call: Call, user: str) -> Any:
    """Pedir a eliminação dos dados de quem saiu"""
    body: LeaverErasure = call.body
    return ask_leaver_erasure(call.ports, call.actor, call.operation, user, body.ground, body.reason)


def _leaver(user: User, now: datetime) -> dict[str, Any]:
    due = due_at(user)
    return {
        "login": user.id,
        "name": user.person.name,
        "agency": user.agency,
        "left_at": presenting.instant(user.blocked_at) if user.blocked_at else None,
        "due_at": presenting.instant(due) if due else None,
        "due": due is not None and due <= now,
    }
