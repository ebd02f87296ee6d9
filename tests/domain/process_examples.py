"""Processes under way, made by the acts themselves."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from chalicelib.domain.access import AccessLevel
from chalicelib.domain.errors import DomainError, InvalidRequest
from chalicelib.domain.handling import receive
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Unit
from chalicelib.domain.process import Change, Named, Process, Registration
from chalicelib.domain.registering import start
from chalicelib.domain.sending import Order, send
from tests.fakes.city import ANA, HELENA, MARINA, PERSONNEL, PROTOCOL, START, at_work
from tests.fakes.city import CABINET as CABINET_UNIT

PROTOCOL_CLERK = at_work(ANA, PROTOCOL)
PERSONNEL_HEAD = at_work(MARINA, PERSONNEL)
CABINET_HEAD = at_work(HELENA, CABINET_UNIT)

REGISTRATION = Registration(
    Named("pedido", "Pedido do cidadão"),
    "Poda de árvore",
    (Named("01.02.01", "Requerimentos"),),
    (),
    AccessLevel.PUBLIC,
)
DUE = date(2026, 12, 1)


def after(hours: float) -> datetime:
    """Some time after the process was started."""
    return START + timedelta(hours=hours)


def started(**registration: object) -> Process:
    """Just started by Ana in the protocol unit."""
    filled = replace(REGISTRATION, **registration)  # type: ignore[arg-type]
    return start("p1", "01101.000001/2026-26", PROTOCOL_CLERK, filled, START).process


def sending(
    process: Process, actor: Actor, *units: Unit, hours: float = 1, first: int = 1, **order: object
) -> Change:
    """Send by ``actor``; the new routings are ``r<first>``, ``r<first+1>`` …"""
    identifiers = tuple(f"r{number}" for number in range(first, first + len(units)))
    return send(process, actor, units, identifiers, Order(**order), after(hours))  # type: ignore[arg-type]


def sent(*units: Unit, **order: object) -> Process:
    """Started and sent by Ana, not yet received anywhere."""
    return sending(started(), PROTOCOL_CLERK, *(units or (PERSONNEL,)), **order).process  # type: ignore[arg-type]


def received(**order: object) -> Process:
    """Sent by Ana to Marina's unit, which received it."""
    return receive(sent(**order), PERSONNEL_HEAD, after(2)).process


def sentences(change: Change) -> list[tuple[str, str]]:
    """(acronym of the unit, sentence) of each act."""
    return [(act.unit.acronym, act.fact.sentence()) for act in change.acts]


def refused(code: str, kind: type[DomainError] = DomainError) -> pytest.RaisesExc[DomainError]:
    """Expects the refusal with this code."""
    return pytest.RaisesExc(kind, check=lambda refusal: refusal.code == code)


def invalid(field: str, code: str) -> pytest.RaisesExc[InvalidRequest]:
    """Expects this trouble in this field, and no other."""
    return pytest.RaisesExc(
        InvalidRequest,
        check=lambda refusal: [(each.field, each.code) for each in refusal.errors] == [(field, code)],
    )
