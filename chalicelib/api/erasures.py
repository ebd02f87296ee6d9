"""Erasing personal data: simulate, ask, and confirm what another person asked (LGPD, arts. 16 and 18; issue 5 §5)."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.erasure.ask import ask_erasure
from chalicelib.application.erasure.confirm import confirm_erasure
from chalicelib.application.erasure.list import list_erasures
from chalicelib.application.erasure.plan import plan_erasure
from chalicelib.application.erasure.read import read_erasure
from chalicelib.application.erasure.refuse import refuse_erasure
from chalicelib.domain.contact import Contact
from chalicelib.domain.erasure import GROUND_NAMES, LONGEST_REASON, Erasure, ErasureGround
from chalicelib.domain.erasure_plan import PlanLine
from chalicelib.domain.identity import Actor, User
from chalicelib.domain.policy import Action

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Identifier

routes = Routes("erasures")
ONE = "/erasures/{erasure}"
Reason = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_REASON)]


class PlanQuery(Body):
    """Whose data, and why the law lets them be erased."""

    contact: Identifier
    ground: ErasureGround


class NewErasure(PlanQuery):
    """And why it is done; nothing in it says who the person is."""

    reason: Reason


class Refusal(Body):
    """Why it is not done."""

    reason: Reason


@routes.route("GET", "/erasure-plan", Action.PERSON_ERASE, query=PlanQuery, reply=replies.ErasurePlan)
def plan(call: Call) -> dict[str, Any]:
    """Simular a eliminação dos dados de uma pessoa"""
    query: PlanQuery = call.query
    contact, lines = plan_erasure(call.ports, call.actor, query.contact, query.ground)
    return {"contact": contact.id, "name": contact.name, "lines": plan_rows(lines)}


@routes.route("GET", "/erasures", Action.PERSON_ERASE, reply=replies.Erasures)
def listed(call: Call) -> dict[str, Any]:
    """Os pedidos de eliminação de dados pessoais"""
    found = list_erasures(call.ports, call.actor)
    grounds = [{"code": ground.value, "name": name} for ground, name in GROUND_NAMES.items()]
    return {"items": [_erasure(one, contact, call.actor) for one, contact in found], "grounds": grounds}


@routes.route("POST", "/erasures", Action.PERSON_ERASE, body=NewErasure, reply=replies.MadeErasure, status=201)
def ask(call: Call) -> Any:
    """Pedir a eliminação dos dados de uma pessoa"""
    body: NewErasure = call.body
    return ask_erasure(call.ports, call.actor, call.operation, body.contact, body.ground, body.reason)


@routes.route("GET", ONE, Action.PERSON_ERASE, reply=replies.ErasureWithPlan)
def one(call: Call, erasure: str) -> dict[str, Any]:
    """Um pedido de eliminação e o que ele elimina e guarda"""
    found, contact, lines = read_erasure(call.ports, call.actor, erasure)
    return {**_erasure(found, contact, call.actor), "lines": plan_rows(lines)}


@routes.route("POST", ONE + "/confirmation", Action.PERSON_ERASE, reply=replies.JobStarted, status=202)
def confirm(call: Call, erasure: str) -> Any:
    """Confirmar a eliminação que outra pessoa pediu"""
    return confirm_erasure(call.ports, call.actor, call.operation, erasure)


@routes.route("POST", ONE + "/refusal", Action.PERSON_ERASE, body=Refusal, reply=replies.MadeErasure)
def refuse(call: Call, erasure: str) -> Any:
    """Recusar um pedido de eliminação, ou desistir do próprio"""
    return refuse_erasure(call.ports, call.actor, call.operation, erasure, call.body.reason)


def _erasure(found: Erasure, subject: Contact | User, actor: Actor) -> dict[str, Any]:
    return {
        "id": found.id,
        "contact": found.contact,
        "user": found.user,
        "name": subject.person.name if isinstance(subject, User) else subject.name,
        "ground": found.ground.value,
        "ground_name": GROUND_NAMES[found.ground],
        "reason": found.reason,
        "state": found.state.value,
        "by": presenting.person(found.by),
        "at": presenting.instant(found.at),
        "settled_by": presenting.person(found.settled_by) if found.settled_by else None,
        "settled_at": presenting.instant(found.settled_at) if found.settled_at else None,
        "refusal": found.refusal,
        "job": found.job,
        "done_at": presenting.instant(found.done_at) if found.done_at else None,
        "own": found.by.id == actor.user.id,
    }


def plan_rows(lines: Iterable[PlanLine]) -> list[dict[str, str]]:
    """As a reply tells them."""
    return [{"fate": one.fate.value, "what": one.what, "where": one.where, "why": one.why} for one in lines]
