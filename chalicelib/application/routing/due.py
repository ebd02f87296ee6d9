"""From a date or a number of days to the civil date a return is due, or a process reopens (TRA-03, TRA-06, TRA-15)."""

from datetime import date

from chalicelib.application.ports import Ports
from chalicelib.domain.deadline import Calendar, DueRule, InDays, due_from
from chalicelib.domain.errors import FieldError, InvalidRequest
from chalicelib.domain.identity import Actor
from chalicelib.domain.presence import check_reopening


def due_date(ports: Ports, actor: Actor, rule: DueRule) -> date:
    """Counted from today, by the holidays of the actor's agency. Raises InvalidRequest on ``return_due``."""
    return _counted(ports, actor, rule, "return_due")


def reopening_day(ports: Ports, actor: Actor, on: date | None, after: InDays | None) -> date | None:
    """The day on which it comes back by itself, ``on`` a date or so many days ``after`` it is closed, which is today.

    Raises InvalidRequest on ``reopen_on``: both asked for, or a day that is not ahead.
    """
    if on is not None and after is not None:
        message = "Informe uma data ou um número de dias."
        raise InvalidRequest(FieldError("reopen_on", "date_or_days", message))
    day = _counted(ports, actor, after, "reopen_on") if after else on
    check_reopening(day, ports.now().astimezone(ports.zone).date())
    return day


def _counted(ports: Ports, actor: Actor, rule: DueRule, field: str) -> date:
    today = ports.now().astimezone(ports.zone).date()
    return due_from(rule, today, Calendar(ports.catalogues.holidays(actor.agency)), field)
