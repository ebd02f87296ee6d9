"""Sending a process to other units, and the returns asked for (TRA-01, TRA-03, TRA-06)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from chalicelib.domain.value import dataclass

from . import history
from .errors import FieldError, InvalidRequest, NotFound, Refused
from .handling import owed_by
from .identity import Actor
from .organisation import Unit
from .presence import Presence, Tab
from .process import (
    Act,
    Change,
    Process,
    check_active,
    check_free,
    then,
    touch,
    with_presence,
    with_routings,
)
from .routing import Routing

# Each destination costs three writes of the one transaction, which has room for a hundred.
MAXIMUM_DESTINATIONS = 25


@dataclass(frozen=True, slots=True)
class Order:
    """How to send: whether the unit keeps it open, until when it must come back, when it reopens here."""

    keep_open: bool = False
    return_due: date | None = None
    reopen_on: date | None = None


ALONE = Order()


def send(
    process: Process,
    actor: Actor,
    destinations: tuple[Unit, ...],
    identifiers: tuple[str, ...],
    order: Order,
    at: datetime,
) -> Change:
    """Send to each destination; without ``keep_open`` the unit concludes by itself (TRA-01).

    ``identifiers`` names the new routings, one per destination. Raises Refused: ``process_suspended`` …,
    ``flow_conducts``,
    ``process_not_open_in_unit``, ``unit_cannot_receive``, ``sent_to_itself``, ``return_owed_elsewhere`` (closing
    here while another unit still awaits the process back); InvalidRequest for no or too many destinations and
    for a reopening asked while keeping it open.
    """
    check_active(process)
    check_free(process)
    _check_destinations(actor, destinations, order)
    change = deliver(touch(process, actor, at), actor, destinations, identifiers, at, order)
    sent = change.process
    presence = sent.presences[actor.unit.id]
    if order.keep_open:
        return then(change, with_presence(sent, replace(presence, last_activity_at=at)))
    _check_nothing_owed(sent, actor)
    concluded = presence.concluded(at, actor.user, order.reopen_on, by_sending=True)
    fact = history.ProcessConcludedAutomatically(order.reopen_on.isoformat() if order.reopen_on else None)
    return then(change, with_presence(sent, concluded), Act(actor.user, actor.unit, fact))


def deliver(
    change: Change,
    actor: Actor,
    destinations: tuple[Unit, ...],
    identifiers: tuple[str, ...],
    at: datetime,
    order: Order = ALONE,
    gives_back: bool = True,
) -> Change:
    """The process in each destination's inbox, unread; what the actor's unit owed to one of them is given back."""
    moved = _returned(change.process, actor, destinations, at) if gives_back else ()
    sent = with_routings(change.process, moved)
    acts = []
    gave_back = bool(moved)
    for unit, identifier in zip(destinations, identifiers, strict=True):
        sent, routing, act = _to(sent, actor, unit, identifier, order, at)
        together = replace(routing, sending=identifiers[0], together=len(destinations), gave_back=gave_back)
        moved = (*moved, together)
        acts.append(act)
    sent = replace(with_routings(sent, moved), moved_at=at)
    return then(change, sent, *acts, routings=moved)


def _returned(
    process: Process, actor: Actor, destinations: tuple[Unit, ...], at: datetime
) -> tuple[Routing, ...]:
    """What is given back by this sending: only a sending to the demanding unit stops its count (TRA-03)."""
    returning = {unit.id for unit in destinations}
    return tuple(
        routing.returned(at)
        for routing in process.routings
        if routing.destination.id == actor.unit.id and routing.waits_return and routing.origin.id in returning
    )


def extend_return(process: Process, actor: Actor, routing_id: str, due: date, at: datetime) -> Change:
    """Give more time for a return; only the unit that asked for it, and only more (TRA-03).

    Raises NotFound ``return_not_found``; Refused as ``check_active``, ``not_the_demanding_unit`` or
    ``return_only_extends``.
    """
    check_active(process)
    routing = _awaited(process, actor, routing_id)
    assert routing.return_due is not None
    if due <= routing.return_due:
        raise Refused(
            "return_only_extends", "O retorno programado só pode ser prorrogado para uma data posterior."
        )
    extended = replace(routing, return_due=due)
    fact = history.ReturnExtended(routing.id, routing.destination.acronym, due.isoformat())
    return _moved(process, actor, extended, fact, at)


def withdraw_return(process: Process, actor: Actor, routing_id: str, at: datetime) -> Change:
    """Give a return up; only the unit that asked for it (TRA-03). Raises as ``extend_return``."""
    check_active(process)
    routing = _awaited(process, actor, routing_id)
    fact = history.ReturnWithdrawn(routing.id, routing.destination.acronym)
    return _moved(process, actor, replace(routing, withdrawn_at=at), fact, at)


def awaited_by(process: Process, unit: str) -> tuple[Routing, ...]:
    """The returns that the unit asked for and still awaits."""
    return tuple(each for each in process.routings if each.origin.id == unit and each.waits_return)


def extend_every_return(process: Process, actor: Actor, due: date, at: datetime) -> Change:
    """Give more time for every return that the unit awaits; one that has as much already stays as it is.

    Raises Refused: as ``check_active``, ``no_return_awaited``, ``too_many_returns``, ``return_only_extends`` when
    none gets more.
    """
    awaited = _every_awaited(process, actor)
    sooner = [each for each in awaited if each.return_due and each.return_due < due]
    return _one_after_the_other(
        process, sooner or awaited, lambda now, each: extend_return(now, actor, each.id, due, at)
    )


def withdraw_every_return(process: Process, actor: Actor, at: datetime) -> Change:
    """Give up every return that the unit awaits.

    Raises Refused: as ``check_active``, ``no_return_awaited``, ``too_many_returns``.
    """
    awaited = _every_awaited(process, actor)
    return _one_after_the_other(
        process, awaited, lambda now, each: withdraw_return(now, actor, each.id, at)
    )


def _every_awaited(process: Process, actor: Actor) -> tuple[Routing, ...]:
    check_active(process)
    awaited = awaited_by(process, actor.unit.id)
    if not awaited:
        acronym = actor.unit.acronym
        raise Refused("no_return_awaited", f"A unidade {acronym} não aguarda retorno deste processo.")
    if len(awaited) > MAXIMUM_DESTINATIONS:
        message = f"A unidade aguarda mais de {MAXIMUM_DESTINATIONS} retornos: abra o processo e altere cada um."
        raise Refused("too_many_returns", message)
    return awaited


def _one_after_the_other(
    process: Process, routings: Iterable[Routing], act: Callable[[Process, Routing], Change]
) -> Change:
    change = Change(process)
    for routing in routings:
        done = act(change.process, routing)
        change = then(change, done.process, *done.acts, routings=done.routings)
    return change


def _to(
    process: Process, actor: Actor, unit: Unit, identifier: str, order: Order, at: datetime
) -> tuple[Process, Routing, Act]:
    before = process.presence(unit.id)
    fresh = Presence(unit.short, True, Tab.RECEIVED, True, at, at, sender=actor.unit)
    presence = before.arrived(at, actor.unit) if before else fresh
    routing = Routing(
        identifier,
        process.id,
        actor.unit,
        unit.short,
        at,
        actor.user.id,
        return_due=order.return_due,
        reopen_on=None if order.keep_open else order.reopen_on,
        displaced=before,
    )
    due = order.return_due.isoformat() if order.return_due else None
    act = Act(actor.user, unit.short, history.ProcessSent(actor.unit.acronym, identifier, due))
    return with_presence(process, presence), routing, act


def _check_destinations(actor: Actor, destinations: tuple[Unit, ...], order: Order) -> None:
    if not destinations:
        raise InvalidRequest(FieldError("units", "required", "Escolha ao menos uma unidade."))
    if len(destinations) > MAXIMUM_DESTINATIONS:
        message = f"Envie para no máximo {MAXIMUM_DESTINATIONS} unidades por vez."
        raise InvalidRequest(FieldError("units", "too_many", message))
    if order.keep_open and order.reopen_on:
        message = "A reabertura programada só vale quando o processo não fica aberto na unidade."
        raise InvalidRequest(FieldError("reopen_on", "kept_open", message))
    for unit in destinations:
        if unit.id == actor.unit.id:
            raise Refused("sent_to_itself", "O processo já está nesta unidade; escolha outra.")
        if not (unit.active and unit.can_receive):
            raise Refused("unit_cannot_receive", f"A unidade {unit.acronym} não recebe processos.")


def _check_nothing_owed(process: Process, actor: Actor) -> None:
    owed = owed_by(process, actor.unit.id)
    if owed:
        raise Refused(
            "return_owed_elsewhere",
            f"A unidade {owed.origin.acronym} aguarda o retorno deste processo. Envie-o também a ela ou "
            "mantenha-o aberto na unidade.",
        )


def _awaited(process: Process, actor: Actor, routing_id: str) -> Routing:
    routing = next((r for r in process.routings if r.id == routing_id and r.waits_return), None)
    if routing is None:
        raise NotFound("return_not_found", "Este retorno programado não existe mais.")
    if routing.origin.id != actor.unit.id:
        raise Refused(
            "not_the_demanding_unit", f"Só a unidade {routing.origin.acronym} pode alterar este retorno."
        )
    return routing


def _moved(process: Process, actor: Actor, routing: Routing, fact: history.Fact, at: datetime) -> Change:
    """The demanding unit has usually concluded; where it holds the process still, it receives it first."""
    presence = process.presence(actor.unit.id)
    here = presence is not None and presence.open
    change = touch(process, actor, at) if here else Change(process)
    moved = with_routings(change.process, (routing,))
    return then(change, moved, Act(actor.user, actor.unit, fact), routings=(routing,))
