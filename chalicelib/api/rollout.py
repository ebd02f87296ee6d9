"""The acceptance checklist of a city, and going live (issue 5 §7)."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.application.rollout.attest_item import attest_item
from chalicelib.application.rollout.go_back import go_back
from chalicelib.application.rollout.go_live import go_live
from chalicelib.application.rollout.read import read_rollout
from chalicelib.application.rollout.undo_item import undo_item
from chalicelib.application.rollout.waive_item import waive_item
from chalicelib.domain.policy import Action
from chalicelib.domain.rollout import LivePeriod, RolloutStep

from . import presenting, replies
from .routes import Call, Routes
from .validation import Body, Day, read_if_match

routes = Routes("rollout")

ROOT = "/administration/rollout"
ITEM = f"{ROOT}/items/{{item}}"
KEEP, DECIDE = Action.ROLLOUT_KEEP, Action.ROLLOUT_DECIDE
Remark = Annotated[str, StringConstraints(max_length=500)]
Reason = Annotated[str, StringConstraints(min_length=3, max_length=500)]
Norm = Annotated[str, StringConstraints(min_length=3, max_length=200)]


class TickBody(Body):
    """On which day it was done, and what there is to say of it."""

    day: Day
    remark: Remark = ""


class RolloutReason(Body):
    """Why."""

    reason: Reason


class LiveBody(Body):
    """The act of the city that orders it."""

    norm: Norm


@routes.route("GET", ROOT, Action.ADMINISTRATION_READ, reply=replies.Rollout)
def read(call: Call) -> dict[str, Any]:
    """A lista de implantação: o que está feito e o que falta"""
    found = read_rollout(call.ports, call.actor)
    return {
        "stage": found.stage.value,
        "revision": found.rollout.revision,
        "pending": sum(not line.holds for line in found.lines),
        "items": [_line(line) for line in found.lines],
        "periods": [_period(period) for period in found.rollout.periods],
    }


@routes.route("POST", f"{ITEM}/tick", KEEP, body=TickBody, reply=replies.RegisterSaved, if_match=True)
def tick(call: Call, item: str) -> Any:
    """Marcar um item da implantação como feito"""
    body: TickBody = call.body
    return attest_item(call.ports, call.actor, call.operation, item, _seen(call), body.day, body.remark)


@routes.route("POST", f"{ITEM}/waiver", DECIDE, body=RolloutReason, reply=replies.RegisterSaved, if_match=True)
def waive(call: Call, item: str) -> Any:
    """Dispensar um item da implantação, com o motivo"""
    return waive_item(call.ports, call.actor, call.operation, item, _seen(call), call.body.reason)


@routes.route("POST", f"{ITEM}/undoing", KEEP, body=RolloutReason, reply=replies.RegisterSaved, if_match=True)
def undo(call: Call, item: str) -> Any:
    """Desfazer a marca ou a dispensa de um item da implantação"""
    return undo_item(call.ports, call.actor, call.operation, item, _seen(call), call.body.reason)


@routes.route("POST", f"{ROOT}/live", DECIDE, body=LiveBody, reply=replies.RegisterSaved, if_match=True)
def begin(call: Call) -> Any:
    """Entrar em produção"""
    return go_live(call.ports, call.actor, call.operation, _seen(call), call.body.norm)


@routes.route("POST", f"{ROOT}/return", DECIDE, body=RolloutReason, reply=replies.RegisterSaved, if_match=True)
def end(call: Call) -> Any:
    """Voltar à implantação"""
    return go_back(call.ports, call.actor, call.operation, _seen(call), call.body.reason)


def _seen(call: Call) -> int:
    return read_if_match(call.header("If-Match"))


def _line(line: RolloutStep) -> dict[str, Any]:
    item, tick, waiver = line.item, line.tick, line.waiver
    return {
        "code": item.code,
        "title": item.title,
        "text": item.text,
        "mandatory": item.mandatory,
        "verified": bool(item.check),
        "done": line.done,
        "missing": line.missing,
        "asks": item.asks,
        "screen": item.screen,
        "where": item.where,
        "tick": {**_who(tick), "day": tick.day.isoformat(), "remark": tick.remark} if tick else None,
        "waiver": {**_who(waiver), "reason": waiver.reason} if waiver else None,
    }


def _who(said: Any) -> dict[str, Any]:
    return {"by": presenting.person(said.by), "at": presenting.instant(said.at)}


def _period(period: LivePeriod) -> dict[str, Any]:
    return {
        "since": presenting.instant(period.since),
        "by": presenting.person(period.by),
        "norm": period.norm,
        "waived": list(period.waived),
        "until": presenting.instant(period.until) if period.until else None,
        "ended_by": presenting.person(period.ended_by) if period.ended_by else None,
        "reason": period.reason,
    }
