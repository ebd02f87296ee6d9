"""Change the number and the date of filing of a process whose number was informed by hand (PRO-06)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from . import history
from .errors import Refused
from .history import Fact
from .identity import Actor
from .informed_number import Informed, InformingRule, check_changes
from .process import Act, Change, Process, then, touch

AUTOMATIC = "O número deste processo foi dado pelo sistema: só muda o que foi informado à mão."


def informed_of(process: Process) -> Informed:
    """Raises Refused ``number_not_informed``."""
    if process.informed is None:
        raise Refused("number_not_informed", AUTOMATIC)
    return process.informed


def may_renumber(process: Process, actor: Actor, rule: InformingRule, at: datetime) -> Change:
    """The process as touched. Raises Refused as ``touch``, ``informed_of`` and ``check_changes``."""
    change = touch(process, actor, at)
    informed_of(process)
    check_changes(rule, actor.unit_is_protocol)
    return change


def renumber(
    process: Process, actor: Actor, rule: InformingRule, number: str, filed_on: date, at: datetime
) -> Change:
    """The process by its right number; it goes on being found by those it had.

    Raises Refused: as ``may_renumber``, ``nothing_changed``.
    """
    change = may_renumber(process, actor, rule, at)
    was = informed_of(process)
    facts = tuple(_changed(process.nup, number, was.filed_on, filed_on))
    if not facts:
        raise Refused("nothing_changed", "Nada foi alterado.")
    former = tuple(one for one in dict.fromkeys((*was.former, process.nup)) if one != number)
    after = replace(change.process, nup=number, informed=Informed(filed_on, former))
    return then(change, after, *(Act(actor.user, actor.unit, fact) for fact in facts))


def _changed(number: str, other: str, day: date, another: date) -> Iterator[Fact]:
    if number != other:
        yield history.ProcessNumberChanged(number, other)
    if day != another:
        yield history.FilingDateChanged(day.isoformat(), another.isoformat())
